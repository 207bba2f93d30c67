import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';
import type { Objection, WrittenAssumption } from '../../roster/diagnose/assumptions.ts';
import { fold } from '../../text/fold.ts';
import { enumeration, quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';
import { directoryOf } from '../input/find-member.ts';

/** Finds out of whom assumptions are, in the order in which they were written. */
export type Resolver = (written: readonly WrittenAssumption[]) => Resolved;

/** Where members are assumed to stand, by code, and by their index what is wrong with assumptions. */
interface Resolved {
  readonly assumptions: ReadonlyMap<string, Stance>;
  readonly objections: ReadonlyMap<number, Objection>;
}

/**
 * Assumptions are of everybody, of a group or of one member, and the narrower wins. Two of the same breadth must not
 * contradict each other. Everybody, and a group, are those that take part: who is recused stays so unless it is named.
 *
 * @see docs/what-if.md#groups-and-everybody
 */
export function resolverOf(roster: Roster, snapshot: Snapshot): Resolver {
  const targetOf = targets(roster, snapshot);
  return (written) => {
    const objections = new Map<number, Objection>();
    const breadths: Readonly<Record<Breadth, Map<string, Held>>> = {
      all: new Map(),
      group: new Map(),
      member: new Map(),
    };
    const contests: Contest[] = [];
    for (const [index, assumption] of written.entries()) {
      const target = targetOf(assumption.who);
      if ('objection' in target) {
        objections.set(index, target.objection);
        continue;
      }
      const { stance } = assumption;
      const { breadth, codes } = target;
      if (stance === undefined) continue;
      for (const code of codes) {
        const earlier = breadths[breadth].get(code);
        if (earlier !== undefined && earlier.stance !== stance)
          contests.push({ index, code, breadth, earlier: earlier.assumption, later: assumption });
        breadths[breadth].set(code, { stance, assumption });
      }
    }
    for (const contest of contests) {
      const settled = contest.breadth === 'group' && breadths.member.has(contest.code);
      if (!settled && !objections.has(contest.index)) objections.set(contest.index, contradiction(contest));
    }
    return { assumptions: inOrder(snapshot, [breadths.member, breadths.group, breadths.all]), objections };
  };
}

/** @throws UsageError for the first of some objections to `--assume` */
export function refuse(objections: Iterable<Objection>): void {
  for (const { code, message, hint } of objections)
    throw new UsageError(
      code === 'conflicting-assumptions' ? 'invalid-assumption' : code,
      `--assume: ${message}; ${hint()}`,
    );
}

/** Where a member is assumed to stand, and by which assumption. */
interface Held {
  readonly stance: Stance;
  readonly assumption: WrittenAssumption;
}

type Breadth = 'all' | 'group' | 'member';

/** Two assumptions that put a member in different places. */
interface Contest {
  readonly index: number;
  readonly code: string;
  readonly breadth: Breadth;
  readonly earlier: WrittenAssumption;
  readonly later: WrittenAssumption;
}

/** Of whom an assumption is. */
interface Target {
  readonly breadth: Breadth;
  readonly codes: readonly string[];
}

/** The members that a word means on the date of a snapshot, or why there are none. */
function targets(roster: Roster, { members, asOf }: Snapshot): (who: string) => Target | { objection: Objection } {
  const directory = directoryOf(roster);
  const codes = members.map(({ code }) => code);
  const takesPart = new Map(members.map(({ code, stance }) => [code, stance !== 'recused']));
  const together = (breadth: 'all' | 'group', meant: readonly string[], name: string): ReturnType<typeof one> => {
    const present = meant.filter((code) => takesPart.get(code));
    return present.length > 0 ? { breadth, codes: present } : { objection: nobodyOf(name, asOf.text) };
  };
  const one = (code: string): Target | { objection: Objection } =>
    takesPart.has(code) ? { breadth: 'member', codes: [code] } : { objection: absent(code, asOf.text) };
  return (who) => {
    const code = directory.member(who);
    const isAll = fold(who) === 'all' && !(code.kind === 'member' && fold(code.member.code) === 'all');
    if (isAll) return together('all', codes, who);
    const found = directory.memberOrGroup(who);
    switch (found.kind) {
      case 'member':
        return one(found.member.code);
      case 'group':
        return together('group', found.codes, found.name);
      case 'fault':
        return {
          objection: { ...found, hint: () => found.hint(`the codes are ${enumeration(codes, 'and', mostCodes)}`) },
        };
    }
  };
}

/** So many codes are listed where a word is like none of them. */
const mostCodes = 8;

const absent = (code: string, day: string): Objection => ({
  code: 'unknown-member',
  message: `${quote(code)} is not in the roster on ${day}`,
  hint: () => 'it joins later or has left: choose another date, or leave it out',
});

const nobodyOf = (name: string, day: string): Objection => ({
  code: 'unknown-member',
  message: `no member of ${quote(name)} takes part on ${day}`,
  hint: () => 'they join later, have left or are recused: choose another date, or name members one by one',
});

function contradiction({ code, breadth, earlier, later }: Contest): Objection {
  const isGroup = breadth === 'group';
  const [first, second] = earlier.file === later.file ? [earlier, later] : [later, earlier];
  const who = isGroup || fold(earlier.who) !== fold(later.who) ? code : later.who;
  const place = earlier.file === later.file || earlier.file === undefined ? '' : `, as ${quote(earlier.file)} says`;
  const groups = isGroup ? ` by ${quote(earlier.who)} and ${quote(later.who)}` : '';
  return {
    code: 'conflicting-assumptions',
    message: `${quote(who)} cannot be both "${first.stance}" and "${second.stance}"${groups}${place}`,
    hint: () => (isGroup ? `say where ${code} stands: one member wins over its groups` : 'leave out one of them'),
  };
}

/** The narrowest assumption of each member, in the order of the snapshot. */
function inOrder({ members }: Snapshot, breadths: readonly ReadonlyMap<string, Held>[]): ReadonlyMap<string, Stance> {
  const assumptions = new Map<string, Stance>();
  for (const { code } of members) {
    const held = breadths.find((breadth) => breadth.has(code))?.get(code);
    if (held !== undefined) assumptions.set(code, held.stance);
  }
  return assumptions;
}
