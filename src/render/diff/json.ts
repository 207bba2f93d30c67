import type { Changed, Diff, MemberDiff, Move, Side } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { type Json, json } from '../format/json.ts';
import {
  answerJson,
  candidateJson,
  claimJson,
  countsJson,
  criterionJson,
  decisionJson,
  deniedJson,
  followedJson,
  roundJson,
} from '../format/json-parts.ts';

/** `diff` as data: `rutte-tally/diff/1`. */
export function renderDiffJson({ diff }: DiffView): string {
  const { rule } = diff;
  const known = <T>({ before, after }: Changed<T>, of: (value: T) => Json): { before: Json; after: Json } => ({
    before: before === undefined ? null : of(before),
    after: after === undefined ? null : of(after),
  });
  return json({
    schema: 'rutte-tally/diff/1',
    before: side(diff.before),
    after: side(diff.after),
    changed: diff.changed,
    outcomeChanged: diff.outcomeChanged,
    sameMatter: diff.sameMatter,
    onRecord: diff.after.snapshot.onRecord,
    assumed: diff.after.snapshot.assumed,
    followed: followedJson(diff.after.snapshot),
    moved: diff.moved.map(move),
    joined: diff.joined.map(({ code }) => code),
    left: diff.left.map(({ code }) => code),
    reasons: diff.reasons.map((change) => ({ member: change.code, name: change.name, ...both(change, reason) })),
    evidence: diff.evidence.map((change) => ({ member: change.code, name: change.name, ...both(change, evidence) })),
    denied: diff.denied.map((report) => ({ member: report.code, name: report.name, ...deniedJson(report) })),
    names: diff.names.map(({ code, before, after }) => ({ member: code, before, after })),
    demands: diff.demands.map(({ id, text, members, before, after }) => ({
      id,
      text: text ?? null,
      members,
      before: answerJson(before),
      after: answerJson(after),
    })),
    ruleChanged: rule !== undefined,
    rule:
      rule === undefined
        ? null
        : {
            before: {
              name: rule.before.name,
              criterion: criterionJson(diff.before.tally.evaluation, diff.before.tally.compositions),
            },
            after: {
              name: rule.after.name,
              criterion: criterionJson(diff.after.tally.evaluation, diff.after.tally.compositions),
            },
          },
    weights: diff.weights.map(({ code, weight, ...change }) => ({
      member: code,
      weight,
      ...known(change, (value) => value),
    })),
    groups: diff.groups.map(({ name, ...change }) => ({ name, ...known(change, (codes) => codes) })),
    claims: { added: diff.claims.added.map(claimJson), removed: diff.claims.removed.map(claimJson) },
    candidates: diff.candidates.map(({ name, ...change }) => ({ name, ...known(change, candidateJson) })),
    milestones: {
      added: diff.milestones.added.map(milestone),
      removed: diff.milestones.removed.map(milestone),
      passed: diff.passed.map((passed) => ({ ...milestone(passed), missed: diff.missed.includes(passed) })),
    },
    round: diff.round === undefined ? null : known(diff.round, roundJson),
    decision: diff.decision === undefined ? null : known(diff.decision, decisionJson),
  });
}

function side({ snapshot, tally }: Side): Json {
  return {
    title: snapshot.title,
    body: snapshot.body ?? null,
    asOf: snapshot.asOf.text,
    outcome: tally.outcome,
    tally: countsJson(tally.counts),
  };
}

/** `wants` is what it asked for before it moved, `wantsNow` what it asks for since. */
function move({ code, name, from, to, direction, decisive, before, after }: Move): Json {
  return {
    member: code,
    name,
    from,
    to,
    leaning: after.leaning ?? null,
    follows: after.follows ?? [],
    direction,
    decisive,
    date: after.since?.text ?? null,
    circa: after.circa,
    basis: after.basis ?? null,
    by: after.by ?? null,
    why: after.why ?? null,
    whyBefore: before.why ?? null,
    wants: before.wants,
    wantsNow: after.wants,
    sources: after.sources,
    assumed: after.assumed,
    followed: after.followed ?? [],
  };
}

function both(change: MemberDiff<Standing>, of: (standing: Standing) => Json): { before: Json; after: Json } {
  return { before: of(change.before), after: of(change.after) };
}

const reason = ({ leaning, follows, by, why, wants }: Standing): Json => ({
  leaning: leaning ?? null,
  follows: follows ?? [],
  by: by ?? null,
  why: why ?? null,
  wants,
});
const evidence = ({ since, circa, basis, by, sources }: Standing): Json => ({
  since: since?.text ?? null,
  circa,
  basis: basis ?? null,
  by: by ?? null,
  sources,
});
const milestone = ({ date, name, deadline }: Diff['passed'][number]) => ({ date: date.text, name, deadline });
