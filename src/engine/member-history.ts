import type { DemandStory, MemberHistory, Mention, StandingNow, WhatIf } from '../model/member-history.ts';
import type { Member, Position, Roster } from '../model/roster.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isPending, type Stance, stances } from '../model/stance.ts';
import type { Tally, WeightShare } from '../model/tally.ts';
import { endOf, type Time } from '../model/time.ts';
import { decimalText, finest, unitsOf } from '../text/decimal.ts';
import { outcomeAgainst } from './decision.ts';
import { answerBy, idOfWant, idsByText } from './evidence/demand-statuses.ts';
import { toldBy } from './evidence/denials.ts';
import { knownMember } from './evidence/known-member.ts';
import { isMemberOn, listingsOf } from './evidence/listings.ts';
import { reportMentions } from './evidence/report-mentions.ts';
import { stepsOf } from './evidence/steps.ts';
import { compositionsOf } from './rule/composition.ts';
import { evaluate } from './rule/evaluate.ts';
import { assume } from './snapshot.ts';
import { tally } from './tally.ts';
import { isBy } from './time/dates.ts';
import { roundsBy } from './time/epochs.ts';
import { weightsOn } from './time/weights.ts';

/**
 * The history of one member up to the date of a snapshot: its positions, the lists of holdouts that concern it, its
 * current standing, and the outcome under each settled stance that it might take.
 *
 * @param taken a snapshot of this roster
 */
export function memberHistory(roster: Roster, member: Member, taken: Snapshot): MemberHistory {
  const { asOf, onRecord } = taken;
  const known = toldBy(member.positions, asOf);
  const positions = onRecord ? known.filter(({ basis }) => basis === 'stated') : known;
  const all = mentionsOf(roster, member, taken);
  const mentions = onRecord ? [] : all;
  const allReports = reportMentions(roster, member, asOf);
  const reports = onRecord ? [] : allReports;
  const whatIfs = whatIfsOf(member, taken);
  const answer = tally(taken);
  const standing = standingIn(taken, member, answer, whatIfs);
  const againstDecision = taken.decision && outcomeAgainst(roster, taken.decision);
  const candidates = taken.candidates.filter((candidate) => candidate.member === member.code);
  const denials = [...positions, ...reports].flatMap(({ denied }) => denied ?? []);
  const demands = demandStories(roster, member, taken);
  const answers = demands.flatMap(({ history }) => history);
  const used = new Set(
    [...positions, ...reports, ...denials, ...mentions, ...answers].flatMap(({ sources }) => sources),
  );
  return {
    snapshot: taken,
    tally: answer,
    ...(againstDecision && { againstDecision }),
    member,
    ...(standing && { standing }),
    followers: taken.members.filter(({ follows = [] }) => follows.includes(member.code)),
    groups: Object.keys(roster.groups).filter((name) => roster.groups[name]?.includes(member.code)),
    weights: sharesOf(member, taken),
    rounds: roundsBy(roster.rounds, asOf),
    positions,
    later: member.positions.length - known.length,
    leftOut: {
      positions: known.length - positions.length,
      mentions: all.length - mentions.length,
      reports: allReports.length - reports.length,
    },
    mentions,
    reports,
    demands,
    conflicts: taken.conflicts.filter((conflict) => conflict.member === member.code),
    candidates,
    whatIfs,
    sources: Object.fromEntries(Object.entries(roster.sources).filter(([key]) => used.has(key))),
  };
}

function mentionsOf(roster: Roster, member: Member, { asOf }: Snapshot): Mention[] {
  const listings = listingsOf(roster).filter(({ time }) => isBy(time, asOf) && isMemberOn(member, endOf(time)));
  const known = knownMember(roster, member, asOf, listings);
  const moves = new Map<Time | undefined, Stance>();
  for (const { basis, since, stance } of stepsOf(known, listings, false))
    if (basis === 'claimed' && !moves.has(since)) moves.set(since, stance);
  return listings.flatMap(({ lists }) =>
    lists.map(({ claim, listed }): Mention => {
      const movedTo = moves.get(claim.date);
      return {
        date: claim.date,
        circa: claim.circa,
        ...(claim.by !== undefined && { by: claim.by }),
        listed: listed.has(member.code),
        ...(movedTo && { movedTo }),
        sources: claim.sources,
      };
    }),
  );
}

function demandStories(roster: Roster, member: Member, { asOf, onRecord }: Snapshot): DemandStory[] {
  if (roster.demands.length === 0) return [];
  const idOf = idsByText(roster.demands);
  const listings = listingsOf(roster).filter(({ time }) => isBy(time, asOf));
  const known = knownMember(roster, member, asOf, listings).positions;
  const counting = known.filter(({ basis }) => !onRecord || basis === 'stated');
  const asked = new Map<string, { readonly first: Position; readonly last: Position; readonly text: string }>();
  for (const last of counting) {
    const texts = new Map<string | undefined, string>();
    for (const text of last.wants.toReversed()) texts.set(idOfWant(text, last, idOf), text);
    for (const [id, text] of texts)
      if (id !== undefined) asked.set(id, { first: asked.get(id)?.first ?? last, last, text });
  }
  return roster.demands.flatMap((demand): DemandStory[] => {
    const { id, history } = demand;
    const asking = asked.get(id);
    if (asking === undefined) return [];
    const { first, text } = asking;
    const answer = answerBy(demand, asOf);
    return [
      {
        id,
        text,
        ...(first.date && { asked: first.date }),
        circa: first.circa,
        ...(answer && { answer }),
        history: history.filter(({ date }) => isBy(date, asOf)),
      },
    ];
  });
}

function whatIfsOf({ code }: Member, taken: Snapshot): WhatIf[] {
  const now = taken.members.find((standing) => standing.code === code);
  if (now === undefined) return [];
  return stances
    .filter((stance) => !isPending(stance) && stance !== now.stance)
    .map((stance) => {
      const moved = assume(taken, new Map([[code, stance]]));
      const rule = evaluate(moved);
      return { stance, evaluation: rule.evaluation, compositions: compositionsOf(rule) };
    });
}

function standingIn(
  taken: Snapshot,
  { code }: Member,
  { outcome, holdouts }: Tally,
  whatIfs: readonly WhatIf[],
): StandingNow | undefined {
  const now = taken.members.find((standing) => standing.code === code);
  if (now === undefined) return undefined;
  const holdout = holdouts.find((candidate) => candidate.code === code);
  const undone = whatIfs.some(({ stance, evaluation }) => stance === 'oppose' && evaluation.status !== 'reached');
  return {
    ...now,
    blocking: holdout?.blocking ?? false,
    holdingOut: holdout !== undefined,
    pivotal: outcome === 'reached' && undone,
  };
}

/** The member's weights on the date, with the totals over everybody in the roster. */
function sharesOf(member: Member, { members, asOf }: Snapshot): WeightShare[] {
  return Object.entries(weightsOn(member, endOf(asOf))).map(([name, value]) => {
    const values = members.flatMap(({ weights }) => (Object.hasOwn(weights, name) ? [weights[name] as string] : []));
    const decimals = finest(values);
    const total = values.reduce((sum, one) => sum + unitsOf(one, decimals), 0n);
    return { name, value, total: decimalText(total, decimals) };
  });
}
