import { readValues } from '../yaml/values.ts';
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
import { outline, under } from './syntax.ts';
import { applyEdits, type Edit } from './text-edits.ts';

/**
 * Adds positions to a roster's text and leaves all else as it was: comments, blank lines, quotes and order.
 *
 * What is written is like its neighbours: a line for each key or braces, indented as they are, in a history's own
 * order. A member whose one position stands beside its name gets a history that begins with it. Nothing is checked but
 * the codes and the dates: only the result shows whether the positions fit.
 */
export function addPositions(text: string, moves: readonly Insertion[]): Recorded {
  const members = 'value' in readValues(text) ? under(outline(text), 'members')?.value : undefined;
  if (members?.kind !== 'mapping') return { kind: 'unreadable' };
  const pairs = new Map(members.pairs.map((pair) => [pair.key, pair]));
  const styleOf = stylesIn(text, members);
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
    const pair = pairs.get(code);
    if (pair === undefined) return { kind: 'unknown-member', move, codes: [...pairs.keys()] };
    const same = datesOf(pair).find(({ day }) => day === position.date.day);
    if (same !== undefined) return { kind: 'same-date', move, date: same.date };
    const member = memberOutline(pair);
    if (member === undefined) return { kind: 'unreadable' };
    edits.push(...editsFor({ text, position, styleOf, flow: members.flow, member, json: members.flow && pair.quoted }));
  }
  const after = applyEdits(text, edits);
  return later.length === 0 ? { kind: 'recorded', text: after } : addPositions(after, later);
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
