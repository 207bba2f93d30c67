import type { Term } from '../../model/roster.ts';
import { endOf, isBefore, momentOf, type Time } from '../../model/time.ts';
import { firstIndex } from '../../text/sorted.ts';
import { readTime } from '../schema/scalars.ts';
import { type Cursor, itemsOf, type ReportProblem, textOf, valueUnder } from '../yaml/cursor.ts';

/** The time in a scalar under a key; undefined if there is none, or the schema has refused it. */
export function timeUnder(cursor: Cursor, key: string): Time | undefined {
  const text = textOf(valueUnder(cursor, key));
  const read = text === undefined ? undefined : readTime(text);
  return read && 'value' in read ? read.value : undefined;
}

/** A member's time in the roster, with its place. */
export interface PlacedTerm extends Term {
  readonly cursor: Cursor;
}

/** The terms of a member: those of its list, or its own `joined` and `left`. */
export function termsOf(member: Cursor): PlacedTerm[] {
  const listed = valueUnder(member, 'terms');
  const entries = listed.value === undefined ? [member] : itemsOf(listed);
  return entries.map((cursor) => {
    const [joined, left] = [timeUnder(cursor, 'joined'), timeUnder(cursor, 'left')];
    return { cursor, ...(joined && { joined }), ...(left && { left }) };
  });
}

/** Reports terms that end before they begin, overlap, or lack the date that tells them apart. */
export function checkTerms(terms: readonly PlacedTerm[], report: ReportProblem): void {
  for (const [index, { cursor, joined, left }] of terms.entries()) {
    if (isNever({ joined, left })) {
      report(valueUnder(cursor, 'left'), {
        code: 'left-before-joined',
        message: `left on ${left?.text}, which is not after it joined on ${joined?.text}`,
        hint: 'change one of the dates',
      });
    }
    const before = terms[index - 1];
    if (before === undefined) continue;
    if (valueUnder(cursor, 'joined').value === undefined) reportEndless(cursor, 'joined', report);
    if (valueUnder(before.cursor, 'left').value === undefined) reportEndless(before.cursor, 'left', report);
    if (joined && before.left && momentOf(joined) < momentOf(before.left)) {
      report(valueUnder(cursor, 'joined'), {
        code: 'overlapping-terms',
        message: `joined again on ${joined.text}, before it had left on ${before.left.text}`,
        hint: 'write the terms in order, without overlaps',
      });
    }
  }
}

/** Reports a term without the end that tells it from the one before or after it. */
function reportEndless(cursor: Cursor, key: 'joined' | 'left', report: ReportProblem): void {
  const message = `a term without "${key}", ${key === 'left' ? 'but another follows' : 'after another one'}`;
  const hint = `only the ${key === 'left' ? 'last' : 'first'} of several terms may lack it: add ${key}: …`;
  report(cursor, { code: 'overlapping-terms', message, hint });
}

const isNever = ({ joined, left }: { readonly joined?: Time | undefined; readonly left?: Time | undefined }): boolean =>
  joined !== undefined && left !== undefined && momentOf(left) <= momentOf(joined);

/** A check that reports a position of some time which lies outside all terms of its member. */
export function withinTerms(terms: readonly PlacedTerm[], report: ReportProblem): (date: Cursor, time: Time) => void {
  const sound = terms.map((term): Term => (isNever(term) ? { joined: term.joined as Time } : term));
  const areInOrder = sound.every(({ joined }, index) => {
    const before = index === 0 ? undefined : sound[index - 1];
    return before === undefined || (before.left !== undefined && momentOf(joined) >= momentOf(before.left));
  });
  const isIn = (time: Time): boolean => {
    if (!areInOrder) return sound.some((term) => mayBeIn(term, time));
    // Of those that begin on the day itself, each may be the one; of those before it only the last.
    let index = firstIndex(0, sound.length, (later) => (sound[later]?.joined?.day ?? '') > time.day) - 1;
    while (index > 0 && sound[index]?.joined?.day === time.day && !mayBeIn(sound[index] as Term, time)) index -= 1;
    return index >= 0 && mayBeIn(sound[index] as Term, time);
  };
  return (date, time) => {
    if (!isIn(time)) reportOutside(date, time, sound, report);
  };
}

function reportOutside(date: Cursor, time: Time, sound: readonly Term[], report: ReportProblem): void {
  const { joined } = sound.find((term) => term.joined !== undefined && isBefore(time, term.joined)) ?? {};
  const { left } = sound.findLast((term) => term.left !== undefined && momentOf(term.left) <= momentOf(time)) ?? {};
  if (left === undefined) {
    report(date, {
      code: 'before-joined',
      message: `a position of ${time.text}, before the member joined on ${joined?.text}`,
      hint: 'a member has no position before it is in the roster: change one of the dates',
    });
    return;
  }
  const gone = `when the member had left on ${left.text}`;
  const between = joined && `between two terms: the member left on ${left.text} and joined again on ${joined.text}`;
  report(date, {
    code: 'after-left',
    message: `a position of ${time.text}, ${between ?? gone}`,
    hint: 'a member has no position once it is out of the roster: change one of the dates',
  });
}

/** Whether a statement may belong to a term: on a day on which the member joins at an hour, one without an hour may. */
const mayBeIn = ({ joined, left }: Term, time: Time): boolean =>
  !(joined && isBefore(time, joined)) && !(left && momentOf(left) <= momentOf(time));

/** Why a member is not in the roster at the end of a time: it has left, or has yet to join. Undefined if it is in it. */
export function absenceAt(
  terms: readonly Term[],
  time: Time,
): { readonly left: Time } | { readonly joins: Time } | undefined {
  const moment = endOf(time);
  const begun = terms.filter(({ joined }) => momentOf(joined) <= moment);
  const last = begun.at(-1);
  if (begun.some(({ left }) => left === undefined || momentOf(left) > moment)) return undefined;
  const next = terms.find((term) => !begun.includes(term))?.joined;
  return last?.left ? { left: last.left } : next && { joins: next };
}
