import type { DemandAhead, Path, Room } from '../model/path.ts';
import type { Decision } from '../model/roster.ts';
import type { CandidateStanding, MilestoneAhead, ReconciledClaim, Standing } from '../model/snapshot.ts';
import type { CountEvaluation, Evaluation, Holdout, StanceCounts } from '../model/tally.ts';
import { countsIn, criterionLabel } from './criterion.ts';
import { type Json, json, number } from './json.ts';
import { turnOf } from './since.ts';
import type { StatusView } from './view.ts';

/** `status` and `check` as data: `rutte-tally/status/1`. */
export function renderStatusJson(view: StatusView): string {
  const { snapshot, tally, onRecordOutcome, pivotal } = view;
  const blocking = new Set(tally.holdouts.filter((holdout) => holdout.blocking).map(({ code }) => code));
  const { decision } = snapshot;
  return json({
    schema: 'rutte-tally/status/1',
    title: snapshot.title,
    body: snapshot.body ?? null,
    asOf: snapshot.asOf.text,
    onRecord: snapshot.onRecord,
    assumed: snapshot.assumed,
    rule: snapshot.rule.name,
    outcome: tally.outcome,
    criterion: criterionJson(tally.evaluation),
    tally: countsJson(tally.counts),
    holdouts: tally.holdouts.map((holdout: Holdout) => member(holdout, holdout.blocking)),
    members: snapshot.members.map((standing) => member(standing, blocking.has(standing.code))),
    onRecordOutcome,
    path: view.path ? path(view.path) : null,
    pivotal: pivotal.members,
    room: countsIn(tally.evaluation).flatMap((count, index) => roomOf(count, pivotal.rooms[index])),
    demands: view.demands.map(demand),
    claims: snapshot.claims.map(claimJson),
    conflicts: snapshot.conflicts.map(({ kind, member: code, date, by }) => ({
      kind,
      member: code,
      date: date.text,
      by: by ?? null,
    })),
    candidates: snapshot.candidates.map(candidateJson),
    milestones: tally.milestones.map(milestone),
    decision: decision === undefined ? null : decisionJson(decision),
    ...sinceJson(view),
  });
}

/** What the outcome is compared with, and what became of it; null where nothing is. */
function sinceJson(view: StatusView): { readonly [key: string]: Json } {
  const { since } = view;
  if (since === undefined) return { since: null, newlyReached: null, lost: null };
  const { file, origin, before } = since;
  const known = 'none' in before ? { asOf: null, outcome: null } : { asOf: before.asOf.text, outcome: before.outcome };
  const turn = turnOf(view);
  return { since: { file, origin, ...known }, newlyReached: turn === 'newly-reached', lost: turn === 'lost' };
}

export function criterionJson(evaluation: Evaluation): Json {
  const { kind, status } = evaluation;
  if (evaluation.kind !== 'count')
    return { kind, label: evaluation.label ?? null, status, of: evaluation.of.map(criterionJson) };
  const { have, need, short, possible, base } = evaluation;
  return {
    kind,
    label: criterionLabel(evaluation.criterion),
    status,
    have: number(have),
    need: number(need),
    short: number(short),
    possible: number(possible),
    base: number(base),
    by: evaluation.criterion.by,
  };
}

function roomOf({ criterion }: CountEvaluation, room: Room | undefined): Json[] {
  if (room === undefined) return [];
  return [{ label: criterionLabel(criterion), by: criterion.by, members: room.members, weight: number(room.weight) }];
}

function path({ size, sets, count, exact, necessary, possible, waitUntil, reason }: Path): Json {
  return {
    size: size ?? null,
    sets,
    count: count === undefined ? null : number(String(count)),
    exact,
    necessary,
    possible,
    waitUntil: waitUntil === undefined ? null : waitUntil.instant === undefined ? waitUntil.day : waitUntil.text,
    reason: reason ?? null,
  };
}

function demand({ id, text, members, satisfies, onPath }: DemandAhead): Json {
  return { id: id ?? null, text, members, satisfies, onPath };
}

export function countsJson(tally: StanceCounts): Json {
  return {
    members: tally.members,
    support: tally.support,
    'no-objection': tally['no-objection'],
    abstain: tally.abstain,
    oppose: tally.oppose,
    recused: tally.recused,
    conditional: tally.conditional,
    withheld: tally.withheld,
    unclear: tally.unclear,
    undeclared: tally.undeclared,
  };
}

function member(standing: Standing, blocking: boolean): Json {
  const { code, name, stance, since, circa, basis, by, why, wants, sources } = standing;
  return {
    member: code,
    name,
    stance,
    since: since?.text ?? null,
    circa,
    basis: basis ?? null,
    by: by ?? null,
    why: why ?? null,
    wants,
    sources,
    blocking,
  };
}

export function claimJson(statement: ReconciledClaim): Json {
  const { date, by, about, agrees, sources } = statement;
  const origin = { date: date.text, by: by ?? null, about };
  if (statement.about === 'holdouts') return { ...origin, holdouts: statement.holdouts, agrees, sources };
  const { min, max, named, unnamed } = statement;
  return { ...origin, min, max, named, unnamed: { min: unnamed.min, max: unnamed.max }, agrees, sources };
}

export function candidateJson({ name, member: code, proposed, status, since }: CandidateStanding): Json {
  return { name, member: code ?? null, proposed, status: status ?? null, since: since?.text ?? null };
}

function milestone({ date, name, deadline, days }: MilestoneAhead): Json {
  return { date: date.text, name, deadline, days };
}

export function decisionJson({ date, outcome, by, sources }: Decision): Json {
  return { date: date.text, outcome, by: by ?? null, sources };
}
