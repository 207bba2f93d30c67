import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Evaluation,
  type ReconciledClaim,
  type Snapshot,
  type Standing,
  snapshot,
  type Tally,
  tally,
} from '../../src/index.ts';
import { type IndependentAnswer, independentReader } from '../support/independent/answers.ts';
import { plain } from '../support/independent/arbitrary-evidence.ts';
import { printedCounts, readingTimes, writtenRoster } from '../support/independent/arbitrary-roster.ts';
import { fractionIn, minus, textOf, zero } from '../support/independent/fractions.ts';
import { frequent, occurrencesInAnswer, occurrencesInRoster } from '../support/independent/occurrences.ts';
import type { WrittenRoster } from '../support/independent/written.ts';
import { inYaml } from '../support/independent/yaml-text.ts';
import { readRoster, time } from '../support/rosters.ts';
import { seed } from '../support/seed.ts';

const runs = seed === undefined ? { numRuns: Number(process.env.FC_RUNS ?? 20_000) } : { seed, numRuns: 3000 };

// The order of statements of one time, and that of conflicts, is open.
const inOrder = <T>(some: readonly T[]): T[] =>
  some.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function standingIn(standing: Standing) {
  const { code, stance, since, circa, basis, by, why, leaning, follows = [], wants, sources, weights } = standing;
  const { holdingOutFrom } = standing;
  const answered = standing.answered.map(({ id, text, status, since: from }) => ({
    id,
    text,
    status,
    since: from.text,
  }));
  const holdingOut = holdingOutFrom && { since: holdingOutFrom.since?.text, circa: holdingOutFrom.circa };
  const denied = standing.denied.map(({ stance, date, circa, by, denied }) => {
    return { stance, date: date.text, circa, by, deniedOn: denied.date.text, deniedBy: denied.by };
  });
  const known = { code, stance, since: since?.text, circa, holdingOut, basis, by, why, leaning };
  return { ...known, follows, wants, answered, sources, denied: inOrder(denied), weights };
}

function claimIn(claim: ReconciledClaim) {
  const { date, by, about } = claim;
  if (!('min' in claim)) return { date: date.text, by, about };
  const { min, max, named, unnamed, agrees } = claim;
  return { date: date.text, by, about, count: { min, max, named, unnamed: agrees ? unnamed : undefined } };
}

function numberIn(text: string): string {
  const size = fractionIn(text.replace('-', ''));
  return textOf(text.startsWith('-') ? minus(zero, size) : size);
}

/** A criterion and those below it; takes their compositions from the front. */
function criterionIn(evaluation: Evaluation, compositions: Tally['compositions'][number][]): unknown {
  const { status } = evaluation;
  const { closed = false } = evaluation as { closed?: boolean };
  if (evaluation.kind !== 'count') {
    const of = evaluation.of.map((part) => criterionIn(part, compositions));
    return { kind: evaluation.kind, closed, of, status };
  }
  const { have, need, short, possible, base } = evaluation;
  const numbers = Object.entries({ have, need, short, possible, base }).map(([name, text]) => [name, numberIn(text)]);
  const counted = compositions.shift()?.counted;
  return { closed, kind: 'count', status, numbers: Object.fromEntries(numbers), counted };
}

/** The engine's answer in the terms of the independent one. */
function answerOf(read: Snapshot) {
  const { evaluation, compositions, outcome } = tally(read);
  const { round } = read;
  return {
    members: read.members.map(standingIn),
    claims: inOrder(read.claims.map(claimIn)),
    conflicts: inOrder(read.conflicts.map(({ kind, member, date, by }) => ({ kind, member, date: date.text, by }))),
    criterion: criterionIn(evaluation, [...compositions]),
    round: round && { ...round, date: round.date.text },
    outcome,
  };
}

function inComparison({ members, claims, conflicts, criterion, round }: IndependentAnswer) {
  return {
    members: members.map(({ follows, denied, weights, ...rest }) => {
      return { ...rest, follows: follows.toSorted(), denied: inOrder(denied), weights };
    }),
    claims: inOrder(claims),
    conflicts: inOrder(conflicts),
    criterion,
    round,
    outcome: criterion.status,
  };
}

/** Compares the answers for a roster at some times, and returns what occurs in them. */
function compare(written: WrittenRoster, isYaml: boolean, times: readonly string[]): ReadonlySet<string> {
  const roster = readRoster(isYaml ? inYaml(written) : JSON.stringify(written));
  const independent = independentReader(written);
  const occurrences = new Set<string>();
  for (const asOf of times) {
    for (const onRecord of [false, true]) {
      const engine = answerOf(snapshot(roster, time(asOf), { onRecord }));
      const answer = independent(asOf, onRecord);
      for (const occurrence of occurrencesInAnswer(answer)) occurrences.add(occurrence);
      const expected = inComparison(answer);
      if (JSON.stringify(engine) === JSON.stringify(expected)) continue;
      const [received, wanted] = [plain(engine), plain(expected)];
      if (isDeepStrictEqual(received, wanted)) continue;
      expect({ asOf, onRecord, ...received }).toEqual({ asOf, onRecord, ...wanted });
    }
  }
  return occurrences;
}

test('the engine and an independent reading of the format agree on random rosters', { timeout: 600_000 }, () => {
  const found = new Map<string, number>();
  const count = (occurrence: string): unknown => found.set(occurrence, (found.get(occurrence) ?? 0) + 1);
  fc.assert(
    fc.property(writtenRoster, fc.boolean(), readingTimes, (written, isYaml, times) => {
      for (const occurrence of occurrencesInRoster(written)) count(occurrence);
      for (const occurrence of compare(written, isYaml, times)) count(occurrence);
    }),
    runs,
  );
  const rare = frequent.filter((occurrence) => (found.get(occurrence) ?? 0) < runs.numRuns / 100);
  const missing = printedCounts.filter(
    (text) => !found.has(`supporting: ${text}`) || !found.has(`holding-out: ${text}`),
  );
  expect({ rare, missing }).toEqual({ rare: [], missing: [] });
});
