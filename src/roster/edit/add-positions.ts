/*
 * Adds positions to the text of a roster and keeps every other byte: comments, blank lines, quotes, order and line ends
 * (`docs/decisions/3-text-edits.md`).
 *
 * 1. `members-outline.ts` finds the lines of the member. Only these are parsed, because a syntax tree of the whole text
 *    is slow; if lines alone do not show where members begin, the whole text is parsed after all.
 * 2. `roster/outline/` gives the member's keys and values with their offsets, and `member-syntax.ts` says which of the known
 *    ways to write a member it is: a stance, one position, `positions`, and so on.
 * 3. `block.ts` and `flow.ts` have a function for each of these ways, for members in lines and in braces. It returns
 *    edits: offsets and new text. `block-style.ts` looks at neighbours for indentation and braces, `position-text.ts`
 *    says what the new position consists of, and `entry-text.ts` writes it in that style.
 * 4. `text-edits.ts` splices the edits into the text. The tree is never printed.
 *
 * An edit is not trusted. The caller reads the new text like any other roster and compares it with the old one before
 * it touches the file.
 */

import { momentOf } from '../../model/time.ts';
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
import type { BlockStyle } from './entry-text.ts';
import {
  fillInFlow,
  firstInFlow,
  itemInFlow,
  withHistoryInFlow,
  wrapPositionInFlow,
  wrapStanceInFlow,
} from './flow.ts';
import type { Insertion, InsertionTask, Recorded } from './insertion.ts';
import { datesOf, memberOutline, replacedTags } from './member-syntax.ts';
import { membersOutline } from './members-outline.ts';
import { positionEntry } from './position-text.ts';
import { applyEdits, type Edit, withoutTag } from './text-edits.ts';

/**
 * The text of a roster with positions added, or the first move that cannot be added. No moves give the same text.
 *
 * A new position is written like its neighbours: in lines or braces, with their indentation, and where it keeps the
 * order of `positions`. A member with one position of its own gets `positions` with that one first. Only codes and
 * dates are checked; whether the result is a valid roster is for the caller to ask.
 *
 * @param values of the text, from the fast reader
 */
export function addPositions(text: string, values: Values, moves: readonly Insertion[]): Recorded {
  const members = 'value' in values ? membersOutline(text, values.value) : undefined;
  if (members === undefined) return { kind: 'unreadable', text };
  const { flow, codes } = members;
  const styleOf = stylesIn(text, members);
  const places = new Map(codes.map((code, place) => [code, place]));
  const changed = new Set<string>();
  const edits: Edit[] = [];
  const later: Insertion[] = [];
  for (const move of moves) {
    const { code, position } = move;
    // A second move of a member needs the offsets of the text that the first one has changed, as does one without its tag.
    if (changed.has(code)) {
      later.push(move);
      continue;
    }
    changed.add(code);
    const place = places.get(code) ?? -1;
    const pair = members.at(place);
    if (pair === undefined) return { kind: 'unknown-member', move, codes };
    const same = datesOf(pair).find(({ moment }) => moment === momentOf(position.date));
    if (same !== undefined) return { kind: 'same-date', move, date: same.date };
    const member = memberOutline(pair);
    if (member === undefined) return { kind: 'unreadable', text };
    const tags = replacedTags(member);
    if (tags.length > 0) {
      edits.push(...tags.map((tag) => withoutTag(text, tag)));
      later.push(move);
      continue;
    }
    const style = (): BlockStyle => styleOf(place, pair);
    edits.push(...editsFor({ text, entry: positionEntry(position), style, flow, member, json: flow && pair.quoted }));
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
