import { tidy } from '../../text/suggest.ts';

import { positionShape } from '../schema/position.ts';
import { readTime } from '../schema/scalars.ts';
import { type Outline, type OutlineList, type OutlineMapping, type OutlinePair, under } from './syntax.ts';

/** How a member is written, as far as one more position is concerned. */
export type MemberOutline = {
  readonly pair: OutlinePair;
} /** Nothing is said of it: `FR:`, `FR: undeclared`, `FR: {}`. */ & (
  | { readonly kind: 'nothing' }
  /** `FR: support`. */
  | { readonly kind: 'stance' }
  /** Name, weights and such, and no position; `undeclared` where that is written. */
  | { readonly kind: 'about'; readonly mapping: OutlineMapping; readonly undeclared?: OutlinePair }
  /** One position beside name, weights and such. */
  | { readonly kind: 'position'; readonly mapping: OutlineMapping }
  /** `positions:` without any. */
  | { readonly kind: 'no-history'; readonly mapping: OutlineMapping; readonly history: OutlinePair }
  | { readonly kind: 'history'; readonly history: OutlinePair; readonly list: OutlineList }
);

/** A member that is written in one of these ways. */
export type Way<K extends MemberOutline['kind']> = Extract<MemberOutline, { kind: K }>;

/** @returns undefined when no member can be written like this */
export function memberOutline(pair: OutlinePair): MemberOutline | undefined {
  const { value } = pair;
  switch (value.kind) {
    case 'nothing':
      return { kind: 'nothing', pair };
    case 'text':
      return { kind: isStance(value) ? 'stance' : 'nothing', pair };
    case 'list':
      return undefined;
    case 'mapping':
      return value.pairs.length === 0 ? { kind: 'nothing', pair } : ofMapping(pair, value);
  }
}

function ofMapping(pair: OutlinePair, mapping: OutlineMapping): MemberOutline | undefined {
  const history = under(mapping, 'positions');
  const stance = under(mapping, 'stance');
  if (history !== undefined) {
    const { value } = history;
    if (value.kind === 'list' && value.items.length > 0) return { kind: 'history', pair, history, list: value };
    return value.kind === 'list' || value.kind === 'nothing'
      ? { kind: 'no-history', pair, mapping, history }
      : undefined;
  }
  if (stance === undefined) return { kind: 'about', pair, mapping };
  return isStance(stance.value)
    ? { kind: 'position', pair, mapping }
    : { kind: 'about', pair, mapping, undeclared: stance };
}

function isStance(value: Outline): boolean {
  const word = value.kind === 'text' ? tidy(value.text) : '';
  return word !== '' && word !== 'undeclared';
}

const keysOfPosition = Object.keys(positionShape);

/** Whether an entry of a member belongs to its position, where that is written beside its name. */
export const isOfPosition = ({ key }: OutlinePair): boolean => keysOfPosition.includes(key);

/** From which day on a position holds, and how that is written; nothing for one without a date. */
export interface Dated {
  readonly day: string;
  readonly date: string;
}

/** The dates of a member's positions, in the order of the text. */
export function datesOf({ value }: OutlinePair): Dated[] {
  const history = under(value, 'positions')?.value;
  return history?.kind === 'list' ? history.items.map((item) => dateOf(item.value)) : [dateOf(value)];
}

function dateOf(position: Outline): Dated {
  const date = under(position, 'date')?.value;
  const read = date?.kind === 'text' ? readTime(tidy(date.text)) : undefined;
  return read && 'value' in read ? { day: read.value.day, date: read.value.text } : { day: '', date: '' };
}

/** At which place of a history a new position keeps the order that there is; at the end when there is none. */
export function placeFor(day: string, days: readonly string[]): number {
  const falls = days.length > 1 && days.every((other, index) => other <= (days[index - 1] ?? other));
  const rises = days.every((other, index) => other >= (days[index - 1] ?? other));
  const next = falls ? days.findIndex((other) => other < day) : rises ? days.findIndex((other) => other > day) : -1;
  return next < 0 ? days.length : next;
}
