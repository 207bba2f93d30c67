import type { FewestDemands } from '../../model/path.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { compareText } from '../../text/compare.ts';
import type { Covering } from '../rule/constraints.ts';
import { isAlwaysMet, isNeverMet } from '../solver/program/need.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { itemAt } from '../solver/program/vectors.ts';
import { effortFor } from './cheapest-sets.ts';
import type { DemandProblem } from './demand-bundles.ts';
import { fewestIn } from './demand-search.ts';
import { missingIn } from './moves-to-support.ts';

/**
 * The fewest demands whose being met would let enough `conditional` members move to support: each moves when all that
 * it wants is met or dropped. One that wants nothing that is known does not move, nor does one of which a demand is
 * refused. Time is ignored.
 *
 * @param missing what is missing in the snapshot
 * @returns undefined if the outcome is reached
 * @see docs/what-it-would-take.md#demands
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
  const isUseful = new Set(useful.map(({ code }) => code));
  const helping = wanted.filter(({ code }) => isUseful.has(code));
  const labels = [...new Set(helping.flatMap((one) => one.labels))].sort(compareText);
  const indexOf = new Map(labels.map((label, index) => [label, index]));
  const problem: DemandProblem = {
    number: labels.length,
    askers: helping.map(({ code, labels: own }) => ({
      demands: own.map((label) => indexOf.get(label) as number).sort((a, b) => a - b),
      gains: constraints.map(({ gains }) => gains.get(code) ?? 0n),
    })),
    required: constraints.map(({ required }) => required),
    need,
  };
  const { sets, ...found } = fewestIn(problem, effort);
  const named = sets.map((set) => set.map((index) => itemAt(labels, index)));
  const first = new Set(named[0]);
  const moves = wanted.filter((one) => one.labels.every((label) => first.has(label)));
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

/** The demands of each member: ids where they have one, else texts. */
function demandsOf(members: readonly Standing[]): { readonly code: string; readonly labels: readonly string[] }[] {
  const idOf = new Map<string, string>();
  for (const { wantIds = {} } of members)
    for (const [text, id] of Object.entries(wantIds)) if (!idOf.has(text)) idOf.set(text, id);
  return members.map(({ code, wants, wantIds = {} }) => {
    const own = new Map(Object.entries(wantIds));
    return { code, labels: [...new Set(wants.map((text) => own.get(text) ?? idOf.get(text) ?? text))] };
  });
}
