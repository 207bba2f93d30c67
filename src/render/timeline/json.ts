import type {
  DemandChange,
  Evidence,
  LastMover,
  Restatement,
  StanceChange,
  Timeline,
  TimelinePoint,
  TimelineState,
} from '../../model/timeline.ts';
import { type Json, json } from '../format/json.ts';
import { claimJson, countsJson, criterionJson, decisionJson, deniedJson, roundJson } from '../format/json-parts.ts';
import { criterionLabel } from '../words/criterion.ts';

/** `timeline` as data: `rutte-tally/timeline/1`. */
export function renderTimelineJson(timeline: Timeline): string {
  const { title, body, rule, onRecord, from, to, start, points, metFromBeginning, firstReached, lastMovers } = timeline;
  return json({
    schema: 'rutte-tally/timeline/1',
    title,
    body: body ?? null,
    rule: rule.name,
    onRecord,
    from: from ?? null,
    to: to ?? null,
    start: start ? state(start) : null,
    points: points.map(pointJson),
    firstReached: firstReached?.day ?? null,
    metFromBeginning,
    lastMovers: lastMovers.map((mover: LastMover) => ({ ...move(mover), date: mover.date.day })),
  });
}

function state({ outcome, counts: tally, evaluation }: TimelineState) {
  return { outcome, tally: countsJson(tally), criterion: criterionJson(evaluation) };
}

function pointJson(point: TimelinePoint): Json {
  const { date, moved, restated, joined, left, claims, candidates, milestones, timeCome, decision, ruleChanged } =
    point;
  const weights = point.weights.map(({ member, weight, before, after }) => ({ member, weight, before, after }));
  return {
    date: date.day,
    ...state(point),
    rounds: point.rounds.map(roundJson),
    moved: moved.map(move),
    restated: restated.map((again: Restatement) => ({
      member: again.member,
      name: again.name,
      stance: again.stance,
      ...evidence(again),
    })),
    joined: joined.map(({ member }) => member),
    left: left.map(({ member }) => member),
    stances: Object.fromEntries([...joined, ...left].map(({ member, stance }) => [member, stance])),
    denied: point.denied.map((event) => ({ member: event.member, name: event.name, ...deniedJson(event) })),
    demands: point.demands.map(demandJson),
    claims: claims.map(claimJson),
    candidates: candidates.map(({ name, member, proposed, status, circa, date, sources }) => ({
      name,
      member: member ?? null,
      proposed,
      status,
      date: date.text,
      circa,
      sources,
    })),
    milestones: milestones.map(({ date, name, deadline, circa, sources }) => ({
      date: date.text,
      name,
      deadline,
      circa,
      sources,
    })),
    timeCome: timeCome.map(criterionLabel),
    closed: point.closed.map(criterionLabel),
    weights,
    ruleChanged,
    decision: decision === undefined ? null : decisionJson(decision),
  };
}

function demandJson({ id, text, members, from, to, date, circa, by, sources }: DemandChange): Json {
  return {
    id,
    text: text ?? null,
    members,
    from: from ?? 'asked',
    to,
    date: date.text,
    circa,
    by: by ?? null,
    sources,
  };
}

function move(moved: StanceChange) {
  return { member: moved.member, name: moved.name, from: moved.from, to: moved.to, ...evidence(moved) };
}

function evidence({ leaning, follows, circa, basis, by, why, wants, sources }: Evidence) {
  return {
    leaning: leaning ?? null,
    follows: follows ?? [],
    circa,
    basis: basis ?? null,
    by: by ?? null,
    why: why ?? null,
    wants,
    sources,
  };
}
