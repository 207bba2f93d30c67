import type {
  CandidateStanding,
  Conflict,
  ConflictKind,
  CountStatement,
  Implied,
  ReconciledClaim,
  ReportStatement,
} from '../../model/snapshot.ts';
import type { LastMove } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { compareText, sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import type { SectionEntry } from '../layout/section.ts';
import { dateText } from './dates.ts';

/** A date, with `about` before a best guess. */
export const datedText = ({ date, circa }: { readonly date: Time; readonly circa: boolean }, year: string): Shown =>
  shown`${circa ? 'about ' : ''}${dateText(date, year)}`;

/** Claims with their dates, each with what it implies about the named members. */
export function claimLines(
  claims: readonly ReconciledClaim[],
  year: string,
  nameOf: (code: string) => string,
): SectionEntry[] {
  return claims.map((claim) => [datedText(claim, year), claimText(claim, nameOf)]);
}

/** The claims that matter most, and the number of the others; all of them if `all` is set. */
export function reportedLines(
  claims: readonly ReconciledClaim[],
  year: string,
  nameOf: (code: string) => string,
  all: boolean,
): SectionEntry[] {
  if (all) return claimLines(claims, year, nameOf);
  const { told, others } = foremostClaims(claims);
  return [...claimLines(told, year, nameOf), ...(others === 0 ? [] : [shown`${others} earlier (--all)`])];
}

/** Most claims shown unless all are asked for. */
const mostClaims = 3;

/**
 * The claims that matter most, and the number of the others: the latest complete list, the latest count of all members,
 * counts that contradict the roster, then the newest.
 */
function foremostClaims(claims: readonly ReconciledClaim[]): {
  readonly told: readonly ReconciledClaim[];
  readonly others: number;
} {
  const newest = [...claims].sort((a, b) => compareText(b.date.day, a.date.day));
  const list = newest.find(({ about }) => about === 'holdouts');
  const count = newest.find((claim) => isCount(claim) && claim.among === undefined);
  const wrong = newest.filter((claim) => isCount(claim) && !claim.agrees);
  const told = [...new Set([...(list ? [list] : []), ...(count ? [count] : []), ...wrong, ...newest])].slice(
    0,
    mostClaims,
  );
  return { told, others: claims.length - told.length };
}

const isCount = (claim: ReconciledClaim): claim is CountStatement =>
  claim.about === 'supporting' || claim.about === 'holding-out';

/** A claim in one line: `more than 20 in favour (a NATO official): 2 identified, 19-27 not`. */
export function claimText(claim: ReconciledClaim, nameOf: (code: string) => string): Shown {
  const by = claim.by === undefined ? '' : ` (${claim.by})`;
  if (claim.about === 'holdouts') {
    const { holdouts } = claim;
    return shown`${holdouts.length === 0 ? 'nobody' : `only ${namesText(holdouts, nameOf)}`} holding out${by}`;
  }
  if (claim.about === 'stance') return reportText(claim, nameOf);
  return shown`${countText(claim, nameOf)} ${sideText[claim.about]}${by}: ${whatItMeans(claim, nameOf)}`;
}

/** A report about several: `Baltic states unclear (a NATO official): the reason`. */
function reportText({ of, group, stance, by, why, denied }: ReportStatement, nameOf: (code: string) => string): Shown {
  const author = by === undefined ? '' : ` (${by})`;
  const denial = denied === undefined ? '' : `, later denied${denied.by === undefined ? '' : ` by ${denied.by}`}`;
  return shown`${group ?? namesText(of, nameOf)} ${stance}${author}${denial}${why === undefined ? '' : `: ${why}`}`;
}

const namesText = (codes: readonly string[], nameOf: (code: string) => string): string =>
  enumeration(
    sortedByName(codes.map(nameOf), (name) => name),
    'and',
  );

/** A count in its words, with whom it counts: `2`, `2 of the Baltic states`, `2 of the 3 Baltic states`. */
function countText({ text, among }: CountStatement, nameOf: (code: string) => string): string {
  if (among === undefined) return text;
  const { codes, group } = among;
  const isOfTotal = / of /i.test(text);
  if (group === undefined) {
    const names = namesText(codes, nameOf);
    return isOfTotal ? `${text} (${names})` : `${text} of ${names}`;
  }
  const name = group.replace(/^the /i, '');
  return isOfTotal ? `${text.replace(/ (?:out )?of (?:the )?/i, ' of the ')} ${name}` : `${text} of the ${name}`;
}

const sideText = { supporting: 'in favour', 'holding-out': 'holding back' } as const;

/** The number of those counted that are known by name, or the reason why the count cannot be true. */
function whatItMeans(claim: CountStatement, nameOf: (code: string) => string): string {
  const { about, named, unnamed, implied, contradiction } = claim;
  if (contradiction === undefined) {
    if (implied !== undefined) return `${named} identified, so ${impliedText(implied, nameOf)}`;
    const others = unnamed.min === unnamed.max ? `${unnamed.min}` : `${unnamed.min}-${unnamed.max}`;
    return `${named} identified${unnamed.max === 0 ? '' : `, ${others} not`}`;
  }
  const { printed, could, members, total } = contradiction;
  if (total !== undefined) return `says ${plural(total, 'member')}, there were ${members}`;
  const most = printed.min > could.max;
  return most
    ? `contradicts the roster: at most ${could.max} of ${members} could have been ${sideText[about]}`
    : `contradicts the roster: at least ${could.min} of ${members} were ${sideText[about]}`;
}

/** Most members that are named where a count leaves no doubt about them. */
const mostImplied = 5;

/** Whom else a count says something about: `all of the others (Latvia and Lithuania)`, `none of the 24 others`. */
function impliedText({ codes, counted }: Implied, nameOf: (code: string) => string): string {
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return counted ? `${nameOf(only)} too` : `not ${nameOf(only)}`;
  const quantity = counted ? 'all' : 'none';
  if (codes.length > mostImplied) return `${quantity} of the ${codes.length} others`;
  return `${quantity} of the others (${namesText(codes, nameOf)})`;
}

/** The conflict between a member's own statement and a claim, in a sentence. */
export function conflictText(
  { kind, member, date, by }: Conflict,
  year: string,
  nameOf: (code: string) => string,
): Shown {
  const list = shown`${by ?? 'a list'} (${dateText(date, year)})`;
  return shown`${nameOf(member)} ${conflictWords[kind](list)}`;
}

const conflictWords: Readonly<Record<ConflictKind, (list: Shown) => Shown>> = {
  'listed-though-supporting': (list) => shown`stated its support, but ${list} lists it as holding out`,
  'unlisted-though-not-supporting': (list) => shown`did not state support, but ${list} counts it in favour`,
  'listed-though-recused': (list) => shown`does not take part, but ${list} lists it as holding out`,
};

/** When anybody last moved, if that is a day or more ago: `19 Apr, 12 days ago: Belgium and France`. */
export function lastMoveLines(
  move: LastMove | undefined,
  year: string,
  namesOf: (codes: readonly string[]) => readonly string[],
): SectionEntry[] {
  if (move === undefined || move.days < 1) return [];
  const { length } = move.members;
  const who = length > 4 ? `${length} members` : enumeration(namesOf(move.members), 'and');
  return [[dateText(move.date, year), shown`${plural(move.days, 'day')} ago: ${who}`]];
}

/** The candidates that have not withdrawn, one for each line; those that only showed interest share one, unless `all`. */
export function candidateLines(candidates: readonly CandidateStanding[], year: string, all = true): Shown[] {
  const standing = candidates.filter(({ status }) => status !== 'withdrawn');
  const isMinor = ({ proposed, status }: CandidateStanding): boolean => !all && !proposed && status === 'interested';
  const minor = standing.filter(isMinor);
  if (minor.length < 2) return standing.map((candidate) => candidateText(candidate, year));
  const names = enumeration(minor.map(nameAndMember), 'and');
  const major = standing.filter((candidate) => !isMinor(candidate));
  return [...major.map((candidate) => candidateText(candidate, year)), shown`interested: ${names}`];
}

const nameAndMember = ({ name, member }: CandidateStanding): string =>
  member === undefined ? name : `${name} (${member})`;

/** A candidate: name, member, and status with its date. */
export function candidateText(candidate: CandidateStanding, year: string): Shown {
  const { proposed, status, since } = candidate;
  const state =
    status === undefined ? '' : `, ${status}${since === undefined ? '' : ` since ${dateText(since, year)}`}`;
  return shown`${nameAndMember(candidate)}${proposed ? ', proposed' : ''}${state}`;
}
