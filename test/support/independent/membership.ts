import { compareStatements, isKnown, type Moment, momentIn, momentOr, notAfter, placeOf } from './moments.ts';
import type { AboutMember, WrittenMember, WrittenRoster } from './written.ts';

const aboutOf = (member: WrittenMember): AboutMember => (typeof member === 'object' ? member : {});

/** The times from which and until which statements about a member speak, and whether those without a date do. */
export interface Reach {
  readonly from: readonly Moment[];
  readonly until: readonly Moment[];
  readonly undated: boolean;
}

const inOrder = <T extends { readonly date: string }>(some: readonly T[]): T[] =>
  some.toSorted((a, b) => placeOf(momentIn(a.date)) - placeOf(momentIn(b.date)));

/** The latest round that has begun. */
export const roundAt = ({ rounds = [] }: WrittenRoster, now: Moment): { date: string; name?: string } | undefined =>
  inOrder(rounds).findLast(({ date }) => isKnown(momentIn(date), now));

/** The reach of statements about a member at a time, by what is known later; undefined if it is no member then. */
export function reachAt(roster: WrittenRoster, code: string, now: Moment, known: Moment): Reach | undefined {
  const about = aboutOf(roster.members[code] ?? {});
  const terms = about.terms ?? [about];
  const index = terms.findIndex(({ joined, left }) => {
    const end = momentOr(left);
    return isKnown(momentOr(joined), now) && !(end !== undefined && isKnown(end, now));
  });
  if (index === -1) return undefined;
  const round = roundAt(roster, now)?.date;
  const moments = (texts: readonly (string | undefined)[]): Moment[] =>
    texts.filter((text) => text !== undefined).map(momentIn);
  const begun = [terms[index + 1]?.joined, ...(roster.rounds ?? []).map(({ date }) => date)];
  return {
    from: moments([terms[index]?.joined, round]),
    until: moments(begun).filter((moment) => !isKnown(moment, now) && isKnown(moment, known)),
    undated: index === 0 && round === undefined,
  };
}

/** Whether a claim of a time speaks of a member: it was in the roster on the claim's date, as far as that is known. */
export function isMemberThen(roster: WrittenRoster, code: string, date: Moment, known: Moment): boolean {
  const then = notAfter(date, known);
  return reachAt(roster, code, then, then) !== undefined;
}

/** Whether a statement of a time still speaks. */
export const speaks = ({ from, until, undated }: Reach, date: Moment | undefined): boolean =>
  date === undefined
    ? undated
    : from.every((start) => compareStatements(date, start) >= 0) && until.every((end) => placeOf(date) < placeOf(end));

/** The members in the roster, by code. */
export const membersAt = (roster: WrittenRoster, now: Moment): string[] =>
  Object.keys(roster.members)
    .filter((code) => reachAt(roster, code, now, now) !== undefined)
    .sort();

/** A member's weights now. */
export function weightsAt(roster: WrittenRoster, code: string, now: Moment): Readonly<Record<string, string>> {
  const { weights = {} } = aboutOf(roster.members[code] ?? {});
  return Object.fromEntries(
    Object.entries(weights).map(([name, value]) => {
      if (typeof value === 'string') return [name, value];
      const dates = Object.keys(value).toSorted((a, b) => placeOf(momentIn(a)) - placeOf(momentIn(b)));
      const date = dates.findLast((from) => isKnown(momentIn(from), now)) ?? dates[0];
      return [name, date === undefined ? '' : (value[date] ?? '')];
    }),
  );
}
