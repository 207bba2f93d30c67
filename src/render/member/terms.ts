import type { MemberHistory } from '../../model/member-history.ts';
import type { Term } from '../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { dateText } from '../words/dates.ts';

/** The term of a member on a date: the current one, else the next, else the last. */
export function termAt(terms: readonly Term[], asOf: Time): Term {
  const found = terms.find(({ left }) => left === undefined || momentOf(left) > endOf(asOf)) ?? terms.at(-1);
  return found ?? {};
}

/** When a member that is in the roster joined, left, and will leave; oldest first. */
export function termLines({ member: { terms }, standing, snapshot: { asOf } }: MemberHistory): Shown[] {
  if (standing === undefined) return [];
  return terms.flatMap(({ joined, left }, index) => [
    ...(joined ? [shown`${index === 0 ? 'joined' : 'joined again'} on ${dateText(joined)}`] : []),
    ...(left ? [shown`${momentOf(left) <= endOf(asOf) ? 'left' : 'leaves'} on ${dateText(left)}`] : []),
  ]);
}

/** When a member that is not in the roster is in it. */
export const absenceTexts = ({ member: { terms } }: MemberHistory): string[] =>
  terms.flatMap(({ joined, left }) => [
    ...(joined ? [`a member from ${dateText(joined)}`] : []),
    ...(left ? [`left on ${dateText(left)}`] : []),
  ]);
