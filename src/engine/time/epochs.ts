import type { Member, Position, Round, Term } from '../../model/roster.ts';
import { endOf, isBefore, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { firstIndex } from '../../text/sorted.ts';
import { isBy } from './dates.ts';

/** A member with what is known of it on a date. */
export interface KnownMember extends Member {
  /** The times from which nothing said before stands any more, oldest first: beginnings of later terms and of rounds. */
  readonly starts: readonly Time[];
}

/** An unbroken time in which what is said stands. */
export interface Epoch {
  /** Absent for the first. */
  readonly start?: Time;
  /** The start of the next one; absent for the last. */
  readonly end?: Time;
}

/** The epoch that begins with one of the starts; with the index -1, the first. */
function epochFrom({ starts }: KnownMember, index: number): Epoch {
  const [start, end] = [starts[index], starts[index + 1]];
  return { ...(start && { start }), ...(end && { end }) };
}

/** The epochs of a member, oldest first. */
export const epochsOf = (member: KnownMember): Epoch[] =>
  [undefined, ...member.starts].map((_, index) => epochFrom(member, index - 1));

/** The epoch of a member that has not ended. */
export const currentEpoch = (member: KnownMember): Epoch => epochFrom(member, member.starts.length - 1);

/** The epoch of a member to which a statement of some time belongs: the last one that it is not before. */
export const epochAt = (member: KnownMember, time: Time): Epoch => epochFrom(member, startBy(member, time));

/** The index of the last start that a statement of some time is not before; -1 if it is before all. */
const startBy = ({ starts }: KnownMember, time: Time | undefined): number =>
  firstIndex(0, starts.length, (index) => isBefore(time, starts[index] as Time)) - 1;

/**
 * The epochs of a member to which statements of some times belong, and those that follow one of them, oldest first: in
 * all others nothing is said, and nothing ends. The first and the last are among them.
 */
export function epochsWith(member: KnownMember, times: readonly (Time | undefined)[]): Epoch[] {
  const last = member.starts.length - 1;
  const found = new Set([-1, last]);
  for (const time of times)
    for (let index = startBy(member, time); index >= -1; index -= 1) {
      if (!isIn(time, epochFrom(member, index))) break;
      found.add(index).add(Math.min(index + 1, last));
    }
  return [...found].sort((a, b) => a - b).map((index) => epochFrom(member, index));
}

/** Whether a statement of some time belongs to an epoch. One of the bare day on which an epoch ends at an hour is of both. */
export const isIn = (time: Time | undefined, { start, end }: Epoch): boolean =>
  (start === undefined || !isBefore(time, start)) && (end === undefined || momentOf(time) < momentOf(end));

/** The positions of a member that belong to an epoch; of a member all are in the order of their times. */
export function positionsIn({ positions }: Pick<Member, 'positions'>, epoch: Epoch): readonly Position[] {
  const { start, end } = epoch;
  if (start === undefined && end === undefined) return positions;
  const from = firstIndex(0, positions.length, (index) => (positions[index]?.date?.day ?? '') >= (start?.day ?? ''));
  const last = momentOf(end);
  const to =
    end === undefined
      ? positions.length
      : firstIndex(from, positions.length, (index) => momentOf(positions[index]?.date) >= last);
  return positions.slice(from, to).filter(({ date }) => isIn(date, epoch));
}

/** The terms of a member that have begun on a date, each with its end only if that has come. */
export function termsBy({ terms }: Member, asOf: Time): readonly Term[] {
  const end = endOf(asOf);
  const isOver = ({ left }: Term): boolean => left !== undefined && momentOf(left) <= end;
  // The usual case: one term without an end.
  if (terms.every((term) => momentOf(term.joined) <= end && (term.left === undefined || isOver(term)))) return terms;
  return terms.filter(({ joined }) => momentOf(joined) <= end).map((term) => (isOver(term) ? term : withoutEnd(term)));
}

const withoutEnd = ({ joined }: Term): Term => (joined === undefined ? {} : { joined });

/** The beginnings of all terms but the first. */
export const returnsIn = (terms: readonly Term[]): readonly Time[] =>
  terms.length < 2 ? none : terms.slice(1).map(({ joined }) => joined as Time);

const none: readonly Time[] = [];

/** The starts of a member's epochs: its returns, and the rounds. Without returns they are those of the rounds. */
export function startsOf(terms: readonly Term[], ofRounds: readonly Time[]): readonly Time[] {
  return terms.length < 2 ? ofRounds : inOrder([...returnsIn(terms), ...ofRounds]);
}

/** The starts of rounds, oldest first. */
export const startsOfRounds = (rounds: readonly Round[]): readonly Time[] => inOrder(rounds.map(({ date }) => date));

const inOrder = (times: readonly Time[]): readonly Time[] =>
  [...times].sort((a, b) => compareText(momentOf(a), momentOf(b)));

/** The rounds that have begun on a date. */
export const roundsBy = (rounds: readonly Round[], asOf: Time): readonly Round[] =>
  rounds.filter(({ date }) => isBy(date, asOf));
