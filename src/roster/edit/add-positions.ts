import { readValues, type Values } from '../yaml/values.ts';
import {
  fillInBlock,
  firstInBlock,
  itemInBlock,
  unfoldPosition,
  withHistoryInBlock,
  wrapPositionInBlock,
  wrapStanceInBlock,
} from './block.ts';
import { stylesIn } from './block-style.ts';
import {
  fillInFlow,
  firstInFlow,
  itemInFlow,
  withHistoryInFlow,
  wrapPositionInFlow,
  wrapStanceInFlow,
} from './flow.ts';
import type { Insertion, InsertionTask, Recorded } from './insertion.ts';
import { datesOf, memberOutline } from './member-syntax.ts';
import { membersOutline } from './members-outline.ts';
import type { BlockStyle } from './position-text.ts';
import { applyEdits, type Edit } from './text-edits.ts';

/**
 * Adds positions to a roster's text and leaves all else as it was: comments, blank lines, quotes and order.
 *
 * What is written is like its neighbours: a line for each key or braces, indented as they are, in a history's own
 * order. A member whose one position stands beside its name gets a history that begins with it. Nothing is checked but
 * the codes and the dates: only the result shows whether the positions fit.
 *
 * @param values what the fast reader makes of the text
 */
export function addPositions(text: string, values: Values, moves: readonly Insertion[]): Recorded {
  const members = 'value' in values ? membersOutline(text, values.value) : undefined;
  if (members === undefined) return { kind: 'unreadable' };
  const { flow, codes } = members;
  const styleOf = stylesIn(text, members);
  const places = new Map(codes.map((code, place) => [code, place]));
  const changed = new Set<string>();
  const edits: Edit[] = [];
  const later: Insertion[] = [];
  for (const move of moves) {
    const { code, position } = move;
    // Who moves twice is looked at again in the text that the first move has changed.
    if (changed.has(code)) {
      later.push(move);
      continue;
    }
    changed.add(code);
    const place = places.get(code) ?? -1;
    const pair = members.at(place);
    if (pair === undefined) return { kind: 'unknown-member', move, codes };
    const same = datesOf(pair).find(({ day }) => day === position.date.day);
    if (same !== undefined) return { kind: 'same-date', move, date: same.date };
    const member = memberOutline(pair);
    if (member === undefined) return { kind: 'unreadable' };
    const style = (): BlockStyle => styleOf(place, pair);
    edits.push(...editsFor({ text, position, style, flow, member, json: flow && pair.quoted }));
  }
  const after = applyEdits(text, edits);
  return later.length === 0 ? { kind: 'recorded', text: after } : addPositions(after, readValues(after), later);
}

function editsFor(task: InsertionTask): Edit[] {
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
