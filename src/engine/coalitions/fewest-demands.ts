import type { FewestDemands } from '../../model/path.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { compareText } from '../../text/compare.ts';
import type { Covering } from '../rule/constraints.ts';
import { isAlwaysMet, isNeverMet } from '../solver/program/need.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { effortFor } from './cheapest-sets.ts';
import { type DemandProblem, fewestBundles } from './demand-search.ts';
import { missingIn } from './moves-to-support.ts';

/**
 * The fewest demands whose being met would let enough `conditional` members move to support: each moves when all that
 * it wants is met or dropped. One that wants nothing that is known does not move, nor does one of which a demand is
 * refused. Time is ignored.
 *
 * @param missing what is missing in the snapshot
 * @returns undefined if the outcome is reached
 * @see docs/rules.md#demands
 */
export function fewestDemands(
  snapshot: Snapshot,
  missing = missingIn(snapshot),
  effort = effortFor(snapshot.members.length),
): FewestDemands | undefined {
  if (missing === undefined) return undefined;
  const asking = missing.able.filter(canBeWon);
  const content = asking.filter(({ wants }) => wants.length === 0).map(({ code }) => code);
  const movers = asking.filter(({ wants }) => wants.length > 0).map(({ code }) => ({ code, settled: false }));
  const { need, constraints, movers: useful } = requirementOf(moved(missing.rule.covering, content), movers);
  if (isNeverMet(need)) return { size: undefined, sets: [], count: 0n, moves: [], exact: true };
  if (isAlwaysMet(need)) return { size: 0, sets: [[]], count: 1n, moves: content, exact: true };
  const wanted = demandsOf(asking);
  const labels = [...new Set(useful.flatMap(({ code }) => wanted.get(code) ?? []))].sort(compareText);
  const problem: DemandProblem = {
    number: labels.length,
    askers: useful.map(({ code }) => ({
      demands: (wanted.get(code) ?? []).map((label) => labels.indexOf(label)).sort((a, b) => a - b),
      gains: constraints.map(({ gains }) => gains.get(code) ?? 0n),
    })),
    required: constraints.map(({ required }) => required),
    need,
  };
  const { sets, ...found } = fewestBundles(problem, effort);
  const named = sets.map((set) => set.map((index) => labels[index] as string));
  const first = new Set(named[0]);
  const moves = asking.filter(({ code }) => named.length > 0 && wanted.get(code)?.every((label) => first.has(label)));
  return { ...found, sets: named, moves: moves.map(({ code }) => code) };
}

/** Whether a member would move if demands were met: it asks for something, and nothing of it is refused. */
const canBeWon = ({ stance, wants, answered }: Standing): boolean =>
  stance === 'conditional' &&
  wants.length + answered.length > 0 &&
  answered.every(({ status }) => status !== 'refused');

/** What is left of a covering when some members have moved. */
function moved(covering: Covering, codes: readonly string[]): Covering {
  if (codes.length === 0) return covering;
  if (covering.kind !== 'constraint') return { ...covering, of: covering.of.map((part) => moved(part, codes)) };
  const { gains, required } = covering.constraint;
  const left = codes.reduce((sum, code) => sum - (gains.get(code) ?? 0n), required);
  return { ...covering, constraint: { gains, required: left } };
}

/** What each member wants, by code: ids where the demands have one, else texts. */
function demandsOf(members: readonly Standing[]): ReadonlyMap<string, readonly string[]> {
  const idOf = new Map<string, string>();
  for (const { wantIds = {} } of members)
    for (const [text, id] of Object.entries(wantIds)) if (!idOf.has(text)) idOf.set(text, id);
  return new Map(
    members.map(({ code, wants, wantIds = {} }) => [
      code,
      [...new Set(wants.map((text) => (Object.hasOwn(wantIds, text) ? wantIds[text] : idOf.get(text)) ?? text))],
    ]),
  );
}
