import { momentOf } from '../../model/time.ts';
import { tidy } from '../../text/suggest.ts';
import { type Outline, type OutlineList, type OutlineMapping, type OutlinePair, under } from '../outline/syntax.ts';
import { positionShape } from '../schema/position.ts';
import { readTime } from '../schema/scalars.ts';

/** The way in which a member is written, as far as adding a position depends on it. */
export type MemberOutline = {
  readonly pair: OutlinePair;
} /** No stance and no other key: `FR:`, `FR: undeclared`, `FR: {}`. */ & (
  | { readonly kind: 'nothing' }
  /** Only a stance: `FR: support`. */
  | { readonly kind: 'stance' }
  /** Other keys but no position; `undeclared` is the entry `stance: undeclared` if there is one. */
  | { readonly kind: 'about'; readonly mapping: OutlineMapping; readonly undeclared?: OutlinePair }
  /** One position among the member's own keys. */
  | { readonly kind: 'position'; readonly mapping: OutlineMapping }
  /** `positions` without an item. */
  | { readonly kind: 'no-history'; readonly mapping: OutlineMapping; readonly history: OutlinePair }
  | { readonly kind: 'history'; readonly history: OutlinePair; readonly list: OutlineList }
);

/** A member written in a given way. */
export type MemberOutlineOf<K extends MemberOutline['kind']> = Extract<MemberOutline, { kind: K }>;

/** The way in which a member is written; undefined if it is not a valid one. */
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
  // With a date, `undeclared` is a position: it takes back.
  return isStance(stance.value) || under(mapping, 'date') !== undefined
    ? { kind: 'position', pair, mapping }
    : { kind: 'about', pair, mapping, undeclared: stance };
}

/** The tags of the texts that a position replaces. */
export function replacedTags(member: MemberOutline): NonNullable<OutlinePair['tag']>[] {
  const undeclared = member.kind === 'about' ? member.undeclared : undefined;
  return [member.pair, undeclared].flatMap((pair) => pair?.tag ?? []);
}

function isStance(value: Outline): boolean {
  const word = value.kind === 'text' ? tidy(value.text) : '';
  return word !== '' && word !== 'undeclared';
}

const keysOfPosition = Object.keys(positionShape);

/** Whether an entry of a member's mapping belongs to its position. */
export const isOfPosition = ({ key }: OutlinePair): boolean => keysOfPosition.includes(key);

/** The time of an entry, and its date as written; both empty for one without a date. */
export interface Dated {
  /** Its place in history (`momentOf`); empty without a date. */
  readonly moment: string;
  readonly date: string;
}

/** The dates of a member's positions, in the order of the text; one empty date for a member without positions. */
export function datesOf({ value }: OutlinePair): Dated[] {
  const history = under(value, 'positions')?.value;
  return history?.kind === 'list' ? datesIn(history) : [dateOf(value)];
}

/** The dates of the items of a list, in the order of the text. */
export const datesIn = ({ items, dates }: OutlineList): Dated[] =>
  dates?.map(dateIn) ?? items.map((item) => dateOf(item.value));

function dateOf(entry: Outline): Dated {
  const date = under(entry, 'date')?.value;
  return dateIn(date?.kind === 'text' ? date.text : undefined);
}

function dateIn(text: string | undefined): Dated {
  const read = text === undefined ? undefined : readTime(tidy(text));
  return read && 'value' in read ? { moment: momentOf(read.value), date: read.value.text } : { moment: '', date: '' };
}

/** The place in a list where a new entry keeps its order by moments; the end if it has none. */
export function placeFor(moment: string, moments: readonly string[]): number {
  const falls = moments.length > 1 && moments.every((other, index) => other <= (moments[index - 1] ?? other));
  const rises = moments.every((other, index) => other >= (moments[index - 1] ?? other));
  const isNext = falls ? (other: string) => other < moment : (other: string) => rises && other > moment;
  const next = moments.findIndex(isNext);
  return next < 0 ? moments.length : next;
}
