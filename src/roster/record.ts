import type { Position } from '../model/roster.ts';
import { fillInBlock, firstInBlock, itemInBlock, withHistoryInBlock } from './block-edits.ts';
import { type BlockStyle, stylesIn } from './block-style.ts';
import { unfoldPosition, wrapPositionInBlock, wrapStanceInBlock } from './block-wraps.ts';
import { fillInFlow, firstInFlow, itemInFlow, withHistoryInFlow } from './flow-edits.ts';
import { wrapPositionInFlow, wrapStanceInFlow } from './flow-wraps.ts';
import { applyEdits, type Edit } from './lines.ts';
import { datesOf, type MemberOutline, memberOutline } from './member-outline.ts';
import { type OutlinePair, outline, under } from './outline.ts';
import { readValues } from './read.ts';

/** A position with the day from which on it holds, and who takes it. */
export interface Move {
  readonly code: string;
  readonly position: DatedPosition;
}

export type DatedPosition = Position & Required<Pick<Position, 'date'>>;

/** A text with more positions in it, or why there is none, and which move is to blame. */
export type Recorded =
  | { readonly kind: 'recorded'; readonly text: string }
  /** Nobody in the text has this code; those that are there, in the order of the text. */
  | { readonly kind: 'unknown-member'; readonly move: Move; readonly codes: readonly string[] }
  /** The member has a position of that day already; its date as it is written. */
  | { readonly kind: 'same-date'; readonly move: Move; readonly date: string }
  /** The text is no roster: `diagnose` says why. */
  | { readonly kind: 'unreadable' };

/** What every way of writing a position down has to know. */
export interface Task {
  readonly text: string;
  readonly position: DatedPosition;
  /** What a member's lines are to look like. */
  readonly styleOf: (member: OutlinePair) => BlockStyle;
  /** All members are between braces. */
  readonly flow: boolean;
  readonly member: MemberOutline;
  /** All is in quotes. */
  readonly json: boolean;
}

/**
 * Adds positions to a roster's text and leaves all else as it was: comments, blank lines, quotes and order.
 *
 * What is written is like its neighbours: a line for each key or braces, indented as they are, in a history's own
 * order. A member whose one position stands beside its name gets a history that begins with it. Nothing is checked but
 * the codes and the dates: only the result shows whether the positions fit.
 */
export function record(text: string, moves: readonly Move[]): Recorded {
  const members = 'value' in readValues(text) ? under(outline(text), 'members')?.value : undefined;
  if (members?.kind !== 'mapping') return { kind: 'unreadable' };
  const pairs = new Map(members.pairs.map((pair) => [pair.key, pair]));
  const styleOf = stylesIn(text, members);
  const changed = new Set<string>();
  const edits: Edit[] = [];
  const later: Move[] = [];
  for (const move of moves) {
    const { code, position } = move;
    // Who moves twice is looked at again in the text that the first move has changed.
    if (changed.has(code)) {
      later.push(move);
      continue;
    }
    changed.add(code);
    const pair = pairs.get(code);
    if (pair === undefined) return { kind: 'unknown-member', move, codes: [...pairs.keys()] };
    const same = datesOf(pair).find(({ day }) => day === position.date.day);
    if (same !== undefined) return { kind: 'same-date', move, date: same.date };
    const member = memberOutline(pair);
    if (member === undefined) return { kind: 'unreadable' };
    edits.push(...editsFor({ text, position, styleOf, flow: members.flow, member, json: members.flow && pair.quoted }));
  }
  const after = applyEdits(text, edits);
  return later.length === 0 ? { kind: 'recorded', text: after } : record(after, later);
}

function editsFor(task: Task): Edit[] {
  const { flow, member } = task;
  switch (member.kind) {
    case 'nothing':
      return flow ? firstInFlow(task, member) : firstInBlock(task, member);
    case 'stance':
      return flow ? wrapStanceInFlow(task, member) : wrapStanceInBlock(task, member);
    case 'position':
      if (flow) return wrapPositionInFlow(task, member);
      return member.mapping.flow ? unfoldPosition(task, member) : wrapPositionInBlock(task, member);
    case 'about':
      return member.mapping.flow ? withHistoryInFlow(task, member) : withHistoryInBlock(task, member);
    case 'no-history':
      return member.mapping.flow ? fillInFlow(task, member) : fillInBlock(task, member);
    case 'history':
      return member.list.flow ? itemInFlow(task, member) : itemInBlock(task, member);
  }
}
