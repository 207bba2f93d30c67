import type { CandidateStanding, Conflict, ConflictKind, ReconciledClaim } from '../../model/snapshot.ts';
import type { Tally } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';
import { dateText, distanceText } from './dates.ts';

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

/** A claim in one line. */
export function claimText(claim: ReconciledClaim, nameOf: (code: string) => string): Shown {
  const by = claim.by === undefined ? '' : ` (${claim.by})`;
  if (claim.about === 'holdouts') {
    const whom =
      claim.holdouts.length === 0
        ? 'nobody holds out'
        : `only ${sortedByName(claim.holdouts.map(nameOf), (name) => name).join(', ')} hold${claim.holdouts.length === 1 ? 's' : ''} out`;
    return shown`${whom}${by}`;
  }
  const { text, named, unnamed, agrees } = claim;
  const what =
    claim.about === 'supporting' ? (text === '1' ? 'supports' : 'support') : text === '1' ? 'holds back' : 'hold back';
  const others = unnamed.min === unnamed.max ? `${unnamed.min}` : `${unnamed.min} to ${unnamed.max}`;
  const rest = unnamed.max === 0 ? '' : `, ${others} not`;
  const implied = agrees ? `${named} named${rest}` : `cannot be true, with ${named} named`;
  return shown`${text} ${what}${by}: ${implied}`;
}

/** The conflict between a member's own statement and a claim, in a sentence. */
export function conflictText(
  { kind, member, date, by }: Conflict,
  year: string,
  nameOf: (code: string) => string,
): Shown {
  const list = shown`${by ?? 'the count'} of ${dateText(date, year)}`;
  return shown`${nameOf(member)} ${conflictWords[kind](list)}`;
}

const conflictWords: Readonly<Record<ConflictKind, (list: Shown) => Shown>> = {
  'listed-though-supporting': (list) => shown`said yes itself, and ${list} lists it as holding out`,
  'unlisted-though-not-supporting': (list) => shown`has not said yes, and ${list} counts it as a supporter`,
  'listed-though-recused': (list) => shown`does not take part, and ${list} lists it as holding out`,
};

/** Milestones ahead, and missed deadlines. */
export function aheadLines(milestones: Tally['milestones'], year: string): SectionEntry[] {
  return milestones.map((milestone) => {
    const { name, deadline, days } = milestone;
    const missed = days < 0 ? ', missed' : '';
    return [datedText(milestone, year), shown`${name}${deadline ? ' (deadline)' : ''}, ${distanceText(days)}${missed}`];
  });
}

/** The candidates that are still in the running, one for each line. */
export function runningLines(candidates: readonly CandidateStanding[], year: string): Shown[] {
  return candidates.filter(({ status }) => status !== 'withdrawn').map((candidate) => candidateText(candidate, year));
}

/** A candidate: name, member, and status with its date. */
export function candidateText({ name, member, proposed, status, since }: CandidateStanding, year: string): Shown {
  const origin = member === undefined ? '' : ` (${member})`;
  const state =
    status === undefined ? '' : `, ${status}${since === undefined ? '' : ` since ${dateText(since, year)}`}`;
  return shown`${name}${origin}${proposed ? ', proposed' : ''}${state}`;
}
