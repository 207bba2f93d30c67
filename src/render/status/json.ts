import type { DemandAhead, Path, Room } from '../../model/path.ts';
import type { Interval, MilestoneAhead } from '../../model/snapshot.ts';
import type { CountEvaluation, GroupTally, Holdout } from '../../model/tally.ts';

import type { StatusView } from '../../model/view.ts';
import { percentText } from '../../text/numerals.ts';
import { coalitionsJson, countJson } from '../coalitions/json.ts';
import { type Json, json, number } from '../format/json.ts';
import {
  candidateJson,
  claimJson,
  countsJson,
  criterionJson,
  decisionJson,
  followedJson,
  lastMoveJson,
  memberJson,
  roundJson,
  sourceJson,
} from '../format/json-parts.ts';
import { countEvaluations, criterionLabel } from '../words/criterion.ts';
import { turnOf } from '../words/verdict.ts';

/** `status` and `check` as data: `rutte-tally/status/1`. */
export const renderStatusJson = (view: StatusView): string => json(statusDocument(view));

/** The document of one decision, to be printed or to stand in a larger one. */
export function statusDocument(view: StatusView): { readonly [key: string]: Json } {
  const { snapshot, tally, onRecordOutcome, pivotal } = view;
  const blocking = new Set(tally.holdouts.filter((holdout) => holdout.blocking).map(({ code }) => code));
  const { decision, round } = snapshot;
  return {
    schema: 'rutte-tally/status/1',
    title: snapshot.title,
    body: snapshot.body ?? null,
    asOf: snapshot.asOf.text,
    onRecord: snapshot.onRecord,
    assumed: snapshot.assumed,
    followed: followedJson(snapshot),
    rule: snapshot.rule.name,
    round: round === undefined ? null : roundJson(round),
    outcome: tally.outcome,
    criterion: criterionJson(tally.evaluation, tally.compositions),
    tally: countsJson(tally.counts),
    lastMove: lastMoveJson(tally.lastMove),
    reported: {
      supporting: interval(snapshot.reported.supporting),
      holdingOut: interval(snapshot.reported.holdingOut),
    },
    holdouts: tally.holdouts.map((holdout: Holdout) => memberJson(holdout, holdout.blocking)),
    members: snapshot.members.map((standing) => memberJson(standing, blocking.has(standing.code))),
    onRecordOutcome,
    path: view.path ? path(view.path) : null,
    pivotal: pivotal.members,
    room: countEvaluations(tally.evaluation).flatMap((count, index) => roomOf(count, pivotal.rooms[index])),
    demands: view.demands.map(demand),
    ...coalitionsJson(view.coalitions),
    claims: snapshot.claims.map(claimJson),
    conflicts: snapshot.conflicts.map(({ kind, member: code, date, by }) => ({
      kind,
      member: code,
      date: date.text,
      by: by ?? null,
    })),
    groups: view.groups.map(group),
    candidates: snapshot.candidates.map(candidateJson),
    milestones: tally.milestones.map(milestone),
    decision: decision === undefined ? null : decisionJson(decision),
    decisionAgainstRule: view.againstDecision !== undefined,
    sources: sourcesJson(view),
    ...sinceJson(view),
  };
}

/** The sources that members, claims and the decision refer to, by their keys; an address is no key. */
function sourcesJson({ snapshot: { members, claims, decision }, sources }: StatusView): Json {
  const used = new Set([...members, ...claims, ...(decision ? [decision] : [])].flatMap((one) => one.sources));
  const entries = Object.entries(sources).filter(([key]) => used.has(key));
  return Object.fromEntries(entries.map(([key, source]) => [key, sourceJson(source)]));
}

/** The earlier snapshot and the change of the outcome since; null when nothing is compared. */
function sinceJson(view: StatusView): { readonly [key: string]: Json } {
  const { since } = view;
  if (since === undefined) return { since: null, newlyReached: null, lost: null };
  const { file, origin, before } = since;
  const known = 'none' in before ? { asOf: null, outcome: null } : { asOf: before.asOf.text, outcome: before.outcome };
  const turn = turnOf(view);
  return { since: { file, origin, ...known }, newlyReached: turn === 'newly-reached', lost: turn === 'lost' };
}

function roomOf({ criterion }: CountEvaluation, room: Room | undefined): Json[] {
  if (room === undefined) return [];
  return [{ label: criterionLabel(criterion), by: criterion.by, members: room.members, weight: number(room.weight) }];
}

function path({ size, sets, count, exact, complete, necessary, possible, waitUntil, reason }: Path): Json {
  return {
    size: size ?? null,
    sets,
    count: countJson(count),
    exact,
    complete,
    necessary,
    possible,
    waitUntil: waitUntil === undefined ? null : waitUntil.instant === undefined ? waitUntil.day : waitUntil.text,
    reason: reason ?? null,
  };
}

function demand({ id, text, members, satisfies, onPath, status }: DemandAhead): Json {
  return { id: id ?? null, text, members, satisfies, onPath, status: status ?? 'asked' };
}

const interval = (known: Interval | undefined): Json =>
  known === undefined ? null : { min: known.min, max: known.max };

function group({ name, members, support, holdingOut, shares }: GroupTally): Json {
  const texts = shares.map(({ name: weight, value, total }) => [weight, percentText(value, total) ?? null]);
  return { name, members, support, holdingOut, shares: Object.fromEntries(texts) };
}

function milestone({ date, name, deadline, days }: MilestoneAhead): Json {
  return { date: date.text, name, deadline, days };
}
