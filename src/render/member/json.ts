import type { PositionField } from '../../model/position-fields.ts';
import type { Denial, Position } from '../../model/roster.ts';
import type { Evaluation } from '../../model/tally.ts';
import type { MemberView } from '../../model/view.ts';
import { percentText } from '../../text/numerals.ts';
import { memberPartJson, noPartJson } from '../coalitions/json.ts';
import { type Json, json, number } from '../format/json.ts';
import { answeredJson, deniedJson, followedJson, roundJson, sourceJson } from '../format/json-parts.ts';
import { termAt } from './terms.ts';

/** `member` as data: `rutte-tally/member/1`. @see docs/member.md */
export function renderMemberJson(view: MemberView): string {
  const { history } = view;
  const { snapshot, member, standing, sources } = history;
  const term = termAt(member.terms, snapshot.asOf);
  const sourced = (refs: readonly string[]): Json =>
    refs.map((ref) => {
      return { source: ref, ...sourceJson((Object.hasOwn(sources, ref) && sources[ref]) || { url: ref }) };
    });
  const position = (one: Position): Readonly<Record<PositionField, Json>> => ({
    date: one.date?.text ?? null,
    circa: one.circa,
    stance: one.stance,
    leaning: one.leaning ?? null,
    follows: one.follows ?? [],
    basis: one.basis,
    by: one.by ?? null,
    why: one.why ?? null,
    wants: one.wants,
    quote: one.quote ?? null,
    note: one.note ?? null,
    sources: sourced(one.sources),
    denied: one.denied === undefined ? null : denialJson(one.denied, sourced(one.denied.sources)),
  });
  return json({
    schema: 'rutte-tally/member/1',
    title: snapshot.title,
    body: snapshot.body ?? null,
    asOf: snapshot.asOf.text,
    onRecord: snapshot.onRecord,
    assumed: snapshot.assumed,
    followed: followedJson(snapshot),
    outcome: history.tally.outcome,
    member: member.code,
    name: member.name,
    joined: term.joined?.text ?? null,
    left: term.left?.text ?? null,
    terms: member.terms.map(({ joined, left }) => ({ joined: joined?.text ?? null, left: left?.text ?? null })),
    inRoster: standing !== undefined,
    note: member.note ?? null,
    followers: history.followers.map(({ code }) => code),
    groups: history.groups,
    weights: history.weights.map(({ name, value, total }) => ({
      name,
      value: number(value),
      total: standing === undefined ? null : number(total),
      share: standing === undefined ? null : (percentText(value, total) ?? null),
    })),
    standing:
      standing === undefined
        ? null
        : {
            stance: standing.stance,
            leaning: standing.leaning ?? null,
            follows: standing.follows ?? [],
            since: standing.since?.text ?? null,
            circa: standing.circa,
            holdingOutSince: standing.holdingOutFrom?.since?.text ?? null,
            days: standing.days ?? null,
            basis: standing.basis ?? null,
            by: standing.by ?? null,
            why: standing.why ?? null,
            wants: standing.wants,
            answered: standing.answered.map(answeredJson),
            sources: standing.sources,
            denied: standing.denied.map(deniedJson),
            assumed: standing.assumed,
            followed: standing.followed ?? [],
            holdingOut: standing.holdingOut,
            blocking: standing.blocking,
            pivotal: standing.pivotal,
          },
    rounds: history.rounds.map(roundJson),
    positions: history.positions.map(position),
    later: history.later,
    leftOut: {
      positions: history.leftOut.positions,
      lists: history.leftOut.mentions,
      reports: history.leftOut.reports,
    },
    lists: history.mentions.map(({ date, circa, by, listed, movedTo, sources: refs }) => ({
      date: date.text,
      circa,
      by: by ?? null,
      listed,
      movedTo: movedTo ?? null,
      sources: sourced(refs),
    })),
    reports: history.reports.map(({ date, circa, by, of, stance, why, wants, denied, fate, sources: refs }) => ({
      date: date.text,
      circa,
      by: by ?? null,
      of: of.codes,
      group: of.group ?? null,
      stance,
      why: why ?? null,
      wants,
      fate,
      denied: denied === undefined ? null : denialJson(denied, sourced(denied.sources)),
      sources: sourced(refs),
    })),
    demands: history.demands.map(({ id, text, asked, circa, answer, history: events }) => ({
      id,
      text,
      asked: asked?.text ?? null,
      circa,
      status: answer?.status ?? 'asked',
      since: answer?.since.text ?? null,
      history: events.map((event) => ({
        date: event.date.text,
        circa: event.circa,
        status: event.status,
        by: event.by ?? null,
        quote: event.quote ?? null,
        note: event.note ?? null,
        sources: sourced(event.sources),
      })),
    })),
    conflicts: history.conflicts.map(({ kind, date, by }) => ({ kind, date: date.text, by: by ?? null })),
    candidates: history.candidates.map(({ name, proposed, status, since }) => ({
      name,
      proposed,
      status: status ?? null,
      since: since?.text ?? null,
    })),
    ...(standing === undefined ? noPartJson : memberPartJson(view)),
    ifItCameTo: history.whatIfs.map(({ stance, evaluation }) => ({
      stance,
      outcome: evaluation.status,
      short: shortOf(evaluation),
    })),
  });
}

const denialJson = ({ date, by }: Denial, sources: Json): Json => ({ date: date.text, by: by ?? null, sources });

/** The number missing, in members or in the weight's unit; null for a rule of several criteria. */
function shortOf(evaluation: Evaluation): Json {
  return evaluation.kind === 'count' ? number(evaluation.short) : null;
}
