import type { Member, Position, Term } from '../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';

/** A member with what is known of it on a date. */
export interface KnownMember extends Member {
  /** The times at which what was said before stopped to stand, oldest first: the beginnings of later terms. */
  readonly starts: readonly Time[];
}

/** An unbroken time in which what is said stands. */
export interface Epoch {
  /** Absent for the first. */
  readonly start?: Time;
  /** The start of the next one; absent for the last. */
  readonly end?: Time;
}

/** The epochs of a member, oldest first. */
export const epochsOf = ({ starts }: KnownMember): Epoch[] =>
  [undefined, ...starts].map((start, index) => {
    const end = starts[index];
    return { ...(start && { start }), ...(end && { end }) };
  });

/** The epoch of a member to which a statement of some time belongs: the last one that it is not before. */
export const epochAt = (member: KnownMember, time: Time): Epoch =>
  epochsOf(member).findLast(({ start }) => start === undefined || !isBefore(time, start)) as Epoch;

/** Whether a statement is before a start. On the same day it is only if both have an hour; undated ones always are. */
function isBefore(time: Time | undefined, start: Time): boolean {
  if (time?.day !== start.day) return time === undefined || time.day < start.day;
  return time.instant !== undefined && start.instant !== undefined && time.instant < start.instant;
}

/** Whether a statement of some time belongs to an epoch. One of the bare day on which an epoch ends at an hour is of both. */
export const isIn = (time: Time | undefined, { start, end }: Epoch): boolean =>
  (start === undefined || !isBefore(time, start)) && (end === undefined || momentOf(time) < momentOf(end));

/** The positions of a member that belong to an epoch. */
export const positionsIn = ({ positions }: Pick<Member, 'positions'>, epoch: Epoch): readonly Position[] =>
  epoch.start === undefined && epoch.end === undefined ? positions : positions.filter(({ date }) => isIn(date, epoch));

/** The terms of a member that have begun on a date, each with its end only if that has come. */
export function termsBy({ terms }: Member, asOf: Time): readonly Term[] {
  const end = endOf(asOf);
  const isOver = ({ left }: Term): boolean => left !== undefined && momentOf(left) <= end;
  return terms.filter(({ joined }) => momentOf(joined) <= end).map((term) => (isOver(term) ? term : withoutEnd(term)));
}

const withoutEnd = ({ joined }: Term): Term => (joined === undefined ? {} : { joined });

/** The beginnings of all terms but the first: what was said before does not stand any more. */
export const startsOf = (terms: readonly Term[]): readonly Time[] => terms.slice(1).map(({ joined }) => joined as Time);
