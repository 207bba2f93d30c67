import type { Decision, Round, Source } from '../../model/roster.ts';
import type {
  AnsweredDemand,
  CandidateStanding,
  DemandAnswer,
  DeniedReport,
  ReconciledClaim,
  ReportStatement,
  Snapshot,
  Standing,
} from '../../model/snapshot.ts';
import { stances } from '../../model/stance.ts';
import type { Composition, Evaluation, LastMove, StanceCounts } from '../../model/tally.ts';
import { criterionLabel } from '../words/criterion.ts';
import { type Json, number } from './json.ts';

/**
 * An evaluated criterion, with those below it.
 *
 * @param compositions of the criteria that count, from left to right; absent where it is not told who counts
 */
export function criterionJson(evaluation: Evaluation, compositions?: readonly Composition[]): Json {
  const ofCounts = compositions?.values();
  const ofOne = (part: Evaluation): Json => {
    const { kind, status, closed } = part;
    const closing = { closes: part.closes?.text ?? null, closed };
    if (part.kind !== 'count') return { kind, label: part.label ?? null, status, ...closing, of: part.of.map(ofOne) };
    const { have, need, short, possible, base } = part;
    return {
      kind,
      label: criterionLabel(part.criterion),
      status,
      have: number(have),
      need: number(need),
      short: number(short),
      possible: number(possible),
      base: number(base),
      by: part.criterion.by,
      ...closing,
      ...(ofCounts && { counted: ofCounts.next().value?.counted ?? [] }),
    };
  };
  return ofOne(evaluation);
}

/** The number of members, in total and by stance. */
export function countsJson(tally: StanceCounts): Json {
  return { members: tally.members, ...Object.fromEntries(stances.map((stance) => [stance, tally[stance]])) };
}

/** A claim, with what it implies about the named members. */
export function claimJson(statement: ReconciledClaim): Json {
  const { date, by, about, agrees, sources } = statement;
  const origin = { date: date.text, by: by ?? null, about };
  if (statement.about === 'stance') return { ...origin, ...reportJson(statement), agrees, sources };
  if (statement.about === 'holdouts') return { ...origin, holdouts: statement.holdouts, agrees, sources };
  const { among, min, max, named, unnamed } = statement;
  const counted = { among: among?.codes ?? null, group: among?.group ?? null };
  return { ...origin, ...counted, min, max, named, unnamed: { min: unnamed.min, max: unnamed.max }, agrees, sources };
}

function reportJson({ of, group, stance, why, wants, denied }: ReportStatement): Readonly<Record<string, Json>> {
  const denial = { deniedOn: denied?.date.text ?? null, deniedBy: denied?.by ?? null };
  return { of, group: group ?? null, stance, why: why ?? null, wants, ...denial };
}

/** A report that was denied. */
export function deniedJson({ stance, date, by, denied }: DeniedReport): Readonly<Record<string, Json>> {
  const denial = { deniedOn: denied.date.text, deniedBy: denied.by ?? null };
  return { stance, date: date.text, by: by ?? null, ...denial };
}

/** A demand of a member with what has become of it. */
export function answeredJson({ id, text, status, since }: AnsweredDemand): Json {
  return { id, text, status, since: since.text };
}

/** What has become of a demand; `asked` is the status of one of which nothing has. */
export function answerJson(answer: DemandAnswer | undefined): Readonly<Record<string, Json>> {
  if (answer === undefined) return { status: 'asked', since: null, circa: false, by: null, sources: [] };
  const { status, since, circa, by, sources } = answer;
  return { status, since: since.text, circa, by: by ?? null, sources };
}
/** The codes of those that moved in a what-if by following others. */
export const followedJson = ({ members }: Pick<Snapshot, 'members'>): Json =>
  members.flatMap(({ code, followed }) => (followed === undefined ? [] : [code]));

/** A round; null for one without a name. */
export function roundJson({ date, name }: Round): Json {
  return { date: date.text, name: name ?? null };
}

/** A candidate and its status. */
export function candidateJson({ name, member: code, proposed, status, since }: CandidateStanding): Json {
  return { name, member: code ?? null, proposed, status: status ?? null, since: since?.text ?? null };
}

/** A source; absent fields are null. */
export function sourceJson({ title, publisher, date, url }: Source) {
  return { title: title ?? null, publisher: publisher ?? null, date: date ?? null, url: url ?? null };
}

/** A decision; absent fields are null. */
export function decisionJson({ date, outcome, by, sources }: Decision): Json {
  return { date: date.text, outcome, by: by ?? null, sources };
}

/** A member as it stands. */
export function memberJson(standing: Standing, blocking: boolean): Json {
  const { code, name, stance, leaning, since, circa, holdingOutFrom, basis, by, why, wants, answered } = standing;
  const { sources, weights, denied } = standing;
  return {
    member: code,
    name,
    stance,
    leaning: leaning ?? null,
    follows: standing.follows ?? [],
    since: since?.text ?? null,
    circa,
    holdingOutSince: holdingOutFrom?.since?.text ?? null,
    basis: basis ?? null,
    by: by ?? null,
    why: why ?? null,
    wants,
    answered: answered.map(answeredJson),
    sources,
    weights: Object.fromEntries(Object.entries(weights).map(([weight, value]) => [weight, number(value)])),
    denied: denied.map(deniedJson),
    blocking,
  };
}

/** The latest change of a stance; null if none is known. */
export const lastMoveJson = (move: LastMove | undefined): Json =>
  move === undefined ? null : { date: move.date.text, days: move.days, members: move.members };
