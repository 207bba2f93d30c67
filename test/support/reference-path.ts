import type { Criterion } from '../../src/model/rule.ts';
import type { Snapshot, Standing } from '../../src/model/snapshot.ts';
import { holdsOf, isUndecided, needOf, outcomeOf, sumsOf, supporting } from './reference-tally.ts';

/*
 * What it would take, found by trying every set of members. Nothing here is shared with the engine but the types.
 */

type Read = Pick<Snapshot, 'members' | 'asOf'>;

const canMove = ({ stance }: Standing): boolean => stance !== 'support' && stance !== 'recused';

/** All sets of so many of the members, in the order of their codes. */
function* setsOf(members: readonly Standing[], size: number): Generator<readonly Standing[]> {
  if (size === 0) yield [];
  for (const [index, first] of members.entries())
    if (size > 0) for (const rest of setsOf(members.slice(index + 1), size - 1)) yield [first, ...rest];
}

const movedIn = ({ members }: Read, set: readonly Standing[]): Standing[] =>
  supporting(members, ({ code }) => set.some((standing) => standing.code === code));

const settledIn = (set: readonly Standing[]): number => set.filter((standing) => !isUndecided(standing)).length;

const codesIn = (set: readonly Standing[]): string[] => set.map(({ code }) => code);

/** The smallest sets of these members that pass a test: those with the fewest settled members first, then by code. */
function smallestSets(
  movers: readonly Standing[],
  isEnough: (set: readonly Standing[]) => boolean,
): (readonly Standing[])[] {
  for (let size = 0; size <= movers.length; size += 1) {
    const sets = [...setsOf(movers, size)].filter(isEnough);
    if (sets.length > 0)
      return sets
        .map((set, index) => ({ set, index }))
        .sort((a, b) => settledIn(a.set) - settledIn(b.set) || a.index - b.index)
        .map(({ set }) => set);
  }
  return [];
}

/** What the engine should say of sets, of which these are all. */
function told(all: readonly (readonly Standing[])[]) {
  const sets = all.map(codesIn);
  const codes = [...new Set(sets.flat())].sort();
  const holding = codes.map((code) => [code, BigInt(sets.filter((set) => set.includes(code)).length)] as const);
  return {
    size: sets[0]?.length,
    sets: sets.slice(0, 10),
    count: BigInt(sets.length),
    exact: true,
    complete: true,
    necessary: codes.filter((code) => sets.every((set) => set.includes(code))),
    possible: codes,
    holding: new Map(holding),
  };
}

function daysIn(criterion: Criterion): string[] {
  if (criterion.kind !== 'count') return criterion.of.flatMap(daysIn);
  return criterion.notBefore === undefined ? [] : [criterion.notBefore.day];
}

/** What the engine should say, with the time to wait for as a day. */
export function pathOf(criterion: Criterion, snapshot: Read) {
  if (outcomeOf(criterion, snapshot) === 'reached') return undefined;
  const movers = snapshot.members.filter(canMove);
  const sets = smallestSets(movers, (set) => holdsOf(criterion, movedIn(snapshot, set)));
  const days = [snapshot.asOf.day, ...daysIn(criterion).sort()].filter((day) => day >= snapshot.asOf.day);
  const day = days.find((then) => sets.some((set) => holdsOf(criterion, movedIn(snapshot, set), then)));
  return {
    ...told(sets),
    waitUntil: day === snapshot.asOf.day ? undefined : day,
    reason: sets.length > 0 ? undefined : movers.length > 0 ? 'not-even-everybody' : 'nobody-can-move',
  };
}

/** All smallest sets, in codes; none if nothing would do. */
export function everySmallestSet(criterion: Criterion, snapshot: Read): string[][] {
  return smallestSets(snapshot.members.filter(canMove), (set) => holdsOf(criterion, movedIn(snapshot, set))).map(
    codesIn,
  );
}

/** The sets that are enough with the fewest settled members, of these the smallest. */
export function easiestOf(criterion: Criterion, snapshot: Read) {
  if (outcomeOf(criterion, snapshot) === 'reached') return undefined;
  const movers = snapshot.members.filter(canMove);
  const isEnough = (set: readonly Standing[]): boolean => holdsOf(criterion, movedIn(snapshot, set));
  const [pending, settled] = [movers.filter(isUndecided), movers.filter((standing) => !isUndecided(standing))];
  // More support does no harm, so that what all pending members would do with some settled ones is the most.
  const [dear] = smallestSets(settled, (some) => isEnough([...pending, ...some]));
  if (dear === undefined) return { ...told([]), settled: undefined };
  const sets = smallestSets(movers, (set) => settledIn(set) === dear.length && isEnough(set));
  return { ...told(sets), settled: dear.length };
}

/** The sets whose turning to oppose stops the outcome: of pending members while it is open, of any when it is reached. */
export function toBlockOf(criterion: Criterion, snapshot: Read) {
  const outcome = outcomeOf(criterion, snapshot);
  if (outcome === 'blocked') return undefined;
  const movers = snapshot.members.filter((standing) =>
    outcome === 'open' ? isUndecided(standing) : standing.stance !== 'recused' && standing.stance !== 'oppose',
  );
  return told(
    smallestSets(movers, (set) => {
      const after = outcomeOf(criterion, { ...snapshot, members: turned(snapshot, set) });
      return outcome === 'open' ? after === 'blocked' : after !== 'reached';
    }),
  );
}

/** The members as they would be if these had turned to oppose, with a reason. */
const turned = ({ members }: Read, set: readonly Standing[]): Standing[] =>
  members.map((standing) => (set.includes(standing) ? { ...standing, stance: 'oppose', why: 'turned' } : standing));

/** The members, of any stance, that each undo what is reached by turning to oppose; by code. */
export function pivotalOf(criterion: Criterion, snapshot: Read): string[] {
  if (outcomeOf(criterion, snapshot) !== 'reached') return [];
  const undoes = (standing: Standing): boolean =>
    outcomeOf(criterion, { ...snapshot, members: turned(snapshot, [standing]) }) !== 'reached';
  return codesIn(snapshot.members.filter(undoes));
}

/** How many of the members that a criterion looks at may turn, whoever they are; and how far its figure is from the bound. */
export function roomsOf(criterion: Criterion, snapshot: Read): ({ members: number; weight: bigint } | undefined)[] {
  if (criterion.kind !== 'count') return criterion.of.flatMap((part) => roomsOf(part, snapshot));
  if (outcomeOf(criterion, snapshot) !== 'reached') return [undefined];
  const { among } = criterion;
  const looksAt = (code: string): boolean =>
    among === undefined || ('only' in among ? among.only.includes(code) : !among.except.includes(code));
  const looked = snapshot.members.filter(({ code }) => looksAt(code));
  const most = looked.filter(({ stance }) => stance !== 'oppose').length;
  const stands = (size: number): boolean =>
    [...setsOf(looked, size)].every((set) => holdsOf(criterion, turned(snapshot, set)));
  let members = 0;
  while (members < most && stands(members + 1)) members += 1;
  const margin = sumsOf(criterion, snapshot.members).have - needOf(criterion, snapshot.members);
  return [{ members, weight: margin < 0n ? -margin : margin }];
}

/** For each pivotal member, the smallest sets of others whose support makes up for its turning. */
export function defectionOf(criterion: Criterion, snapshot: Read) {
  return pivotalOf(criterion, snapshot).map((member) => {
    const after = {
      ...snapshot,
      members: turned(
        snapshot,
        snapshot.members.filter(({ code }) => code === member),
      ),
    };
    const others = after.members.filter((standing) => canMove(standing) && standing.code !== member);
    return { member, ...told(smallestSets(others, (set) => holdsOf(criterion, movedIn(after, set)))) };
  });
}

/** The smallest sets of members that undo what is reached by standing where they stood before. */
export function onEvidenceOf(criterion: Criterion, snapshot: Read, before: ReadonlyMap<string, Standing>) {
  if (outcomeOf(criterion, snapshot) !== 'reached') return undefined;
  const movers = snapshot.members.filter(({ code }) => before.has(code));
  return told(
    smallestSets(movers, (set) => {
      const members = snapshot.members.map(
        (standing) => (set.includes(standing) && before.get(standing.code)) || standing,
      );
      return outcomeOf(criterion, { ...snapshot, members }) !== 'reached';
    }),
  );
}

/** The fewest demands whose being met lets enough conditional members move, by trying every set of demands. */
export function fewestDemandsOf(criterion: Criterion, snapshot: Read) {
  if (outcomeOf(criterion, snapshot) === 'reached') return undefined;
  const conditional = snapshot.members.filter(
    ({ stance, wants, answered }) =>
      stance === 'conditional' &&
      [...wants, ...answered].length > 0 &&
      !answered.some(({ status }) => status === 'refused'),
  );
  const ids = new Map(conditional.toReversed().flatMap(({ wantIds = {} }) => Object.entries(wantIds)));
  const wanted = ({ wants, wantIds = {} }: Standing): string[] =>
    wants.map((text) => wantIds[text] ?? ids.get(text) ?? text);
  const labels = [...new Set(conditional.flatMap(wanted))].sort();
  const movesBy = (met: readonly string[]): Standing[] =>
    conditional.filter((standing) => wanted(standing).every((label) => met.includes(label)));
  const choices = (from: number, size: number): string[][] =>
    size === 0
      ? [[]]
      : labels
          .slice(from)
          .flatMap((label, index) => choices(from + index + 1, size - 1).map((rest) => [label, ...rest]));
  for (let size = 0; size <= labels.length; size += 1) {
    const sets = choices(0, size).filter((met) => holdsOf(criterion, movedIn(snapshot, movesBy(met))));
    const [first] = sets;
    if (first !== undefined)
      return {
        size,
        sets: sets.slice(0, 10),
        count: BigInt(sets.length),
        moves: codesIn(movesBy(first)),
        exact: true,
      };
  }
  return { size: undefined, sets: [], count: 0n, moves: [], exact: true };
}
