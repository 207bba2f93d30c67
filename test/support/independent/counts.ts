import { isKnown, type Moment, momentIn, notAfter, placeOf } from './moments.ts';
import type { IndependentStanding } from './standings.ts';
import { namedIn } from './words.ts';
import type { WrittenClaim, WrittenRoster } from './written.ts';

/** The members at a time, with their stances, from what is known by then or by a later time. */
export type StandingsAt = (now: Moment, known?: Moment) => readonly IndependentStanding[];

/** A statement of a claim; a count with what it leaves to members who are not known by name. */
export interface IndependentClaim {
  readonly date: string;
  readonly by: string | undefined;
  readonly about: string;
  readonly count?: {
    readonly min: number;
    readonly max: number;
    readonly named: number;
    /** Undefined where it does not agree. */
    readonly unnamed: { readonly min: number; readonly max: number } | undefined;
  };
}

interface Printed {
  readonly min: number;
  readonly max: number;
  readonly total?: number;
}

const about = (count: number): Printed => {
  const spread = Math.max(1, count / 10);
  return { min: Math.max(0, Math.floor(count - spread)), max: Math.ceil(count + spread) };
};

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const fractions: Readonly<Record<string, string>> = {
  half: '1/2',
  'one-third': '1/3',
  'two-thirds': '2/3',
  'three-quarters': '3/4',
};

/** A printed count in small letters and digits. */
const inDigits = (text: string): string =>
  text.toLowerCase().replaceAll(/[a-z]+(-[a-z]+)?/g, (word) => {
    const index = words.indexOf(word);
    return fractions[word] ?? (index === -1 ? word : `${index + 1}`);
  });

/** The number of members that a printed count means, of so many. */
function printedCount(printed: string, members: number): Printed {
  const text = inDigits(printed);
  const [first = 0, second = 0] = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  const part = (numerator: number, denominator: number): Printed => ({
    min: Math.floor((members * numerator) / denominator),
    max: Math.ceil((members * numerator) / denominator),
  });
  if (text === 'all') return { min: members, max: members };
  if (text === 'none') return { min: 0, max: 0 };
  // In tenths of a percent, so that whole shares are not rounded.
  if (text.endsWith('%')) return part(Math.round(first * 10), 1000);
  if (text.includes('/')) return part(first, second);
  if (text.startsWith('all but')) return { min: Math.max(0, members - first), max: Math.max(0, members - first) };
  if (/^(more than|over)/.test(text)) return { min: first + 1, max: members };
  if (text.startsWith('at least') || text.endsWith('+')) return { min: first, max: members };
  if (/^(at most|up to)/.test(text)) return { min: 0, max: first };
  if (/^(fewer|less) than/.test(text)) return { min: 0, max: first - 1 };
  if (/^(about|around)/.test(text)) return about(first);
  if (/^(nearly|almost)/.test(text)) return { min: about(first).min, max: first - 1 };
  if (/ of /.test(text)) return { min: first, max: first, total: second };
  return /^\d+$/.test(text) ? { min: first, max: first } : { min: first, max: second };
}

const sides = {
  supporting: ['support'],
  'holding-out': ['oppose', 'withheld', 'conditional'],
} as const;
const pool = ['unclear', 'undeclared'];

/** The statements of claims up to now, the oldest first, each count held against the members at its own time. */
export function claimsAt(roster: WrittenRoster, now: Moment, standingsAt: StandingsAt): IndependentClaim[] {
  return (roster.claims ?? [])
    .filter(({ date }) => isKnown(momentIn(date), now))
    .toSorted((a, b) => placeOf(momentIn(a.date)) - placeOf(momentIn(b.date)))
    .flatMap((claim) => statementsOf(roster, claim, standingsAt(notAfter(momentIn(claim.date), now), now)));
}

function statementsOf(
  roster: WrittenRoster,
  claim: WrittenClaim,
  standings: readonly IndependentStanding[],
): IndependentClaim[] {
  const { date, by, among } = claim;
  const group = among === undefined ? undefined : namedIn(roster, among);
  const counted = standings.filter(({ code, stance }) => stance !== 'recused' && group?.includes(code) !== false);
  const counts = (['supporting', 'holding-out'] as const).flatMap((side): IndependentClaim[] => {
    const text = claim[side];
    if (text === undefined) return [];
    const printed = printedCount(text, counted.length);
    const within = (count: number): number => Math.min(counted.length, count);
    const having = (stances: readonly string[]): number =>
      counted.filter(({ stance }) => stances.includes(stance)).length;
    const named = having(sides[side]);
    const unnamed = { min: Math.max(0, printed.min - named), max: Math.min(having(pool), printed.max - named) };
    const agrees = unnamed.min <= unnamed.max && (printed.total ?? counted.length) === counted.length;
    const count = { min: within(printed.min), max: within(printed.max), named, unnamed: agrees ? unnamed : undefined };
    return [{ date, by, about: side, count }];
  });
  const others = [claim.holdouts && 'holdouts', claim.of && 'stance'].filter((kind) => kind !== undefined);
  return [...counts, ...others.map((kind): IndependentClaim => ({ date, by, about: kind }))];
}
