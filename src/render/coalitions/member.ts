import type { MemberSets } from '../../model/path.ts';
import { isPending } from '../../model/stance.ts';
import type { MemberView } from '../../model/view.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { makingUpText } from './defection.ts';
import { namingFor } from './naming.ts';
import { isEverybody } from './path.ts';

/** What sets of members say of one of them, each under the heading that it has in `status`. */
export function memberSections(view: MemberView): readonly (readonly [label: string, lines: readonly Shown[]])[] {
  return [
    ['Path', pathLines(view)],
    ['Block', blockLines(view)],
    ['Demands', demandLines(view)],
    ['Pivotal', [...togetherLines(view), ...defectionLines(view)]],
    ['Rests on', evidenceLines(view)],
  ];
}

/** In how many of the easiest ways and of the smallest sets it is; empty where everybody is in them. */
function pathLines({ history, path, coalitions }: MemberView): Shown[] {
  const { member, standing, tally } = history;
  if (path === undefined || path.size === 0 || standing?.holdingOut !== true) return [];
  if (isEverybody(path, tally.holdouts)) return [];
  const { easiest } = coalitions;
  const differs = easiest !== undefined && (easiest.size !== path.size || easiest.count !== path.count);
  return [
    ...(differs ? partText(easiest, member.code, 'easiest way') : []),
    ...partText(path, member.code, 'smallest set'),
  ];
}

/** `In 1 of the 2 easiest ways`; empty where that is not known. */
function partText({ size, exact, count, sets, holding, necessary }: MemberSets, code: string, one: string): Shown[] {
  if (size === undefined || !exact) return [];
  if (count === 1n) return [sets[0]?.includes(code) === true ? shown`In the ${one}` : shown`Not in the ${one}`];
  if (count === undefined || holding === undefined) return necessary.includes(code) ? [shown`In every ${one}`] : [];
  const part = holding.get(code) ?? 0n;
  if (part === count) return [part === 2n ? shown`In both ${one}s` : shown`In all ${grouped(String(count))} ${one}s`];
  const some = part === 0n ? (count === 2n ? 'neither' : 'none') : grouped(String(part));
  return [shown`In ${some} of the ${grouped(String(count))} ${one}s`];
}

/** Whether it could still block, alone or with others. */
function blockLines({ history: { snapshot, tally, member }, coalitions: { toBlock } }: MemberView): Shown[] {
  if (tally.outcome !== 'open' || toBlock?.possible.includes(member.code) !== true) return [];
  if (toBlock.size !== 1) return [shown`${groupText(toBlock, member.code)} that could still block`];
  const undecided = snapshot.members.filter(({ stance }) => isPending(stance)).length;
  const isAnybody = undecided > 1 && toBlock.possible.length === undecided;
  return [shown`Could still block alone${isAnybody ? `, as any of the ${undecided} undecided could` : ''}`];
}

/** With how many others it could undo a reached outcome; that it could alone is said of its stance. */
function togetherLines({ history: { tally, member }, coalitions: { toBlock } }: MemberView): Shown[] {
  if (tally.outcome !== 'reached' || toBlock?.size === undefined || toBlock.size === 1) return [];
  if (!toBlock.possible.includes(member.code)) return [];
  return [shown`${groupText(toBlock, member.code)} that could overturn this together`];
}

/** `In 448 of the 514 groups of 4`. */
function groupText({ size = 0, exact, count, holding }: MemberSets, code: string): string {
  const part = holding?.get(code);
  if (!exact || count === undefined || part === undefined) return `In a group of ${size}`;
  if (count === 1n) return `In the only group of ${size}`;
  const all = grouped(String(count));
  if (part === count) return count === 2n ? `In both groups of ${size}` : `In all ${all} groups of ${size}`;
  return `In ${grouped(String(part))} of the ${all} groups of ${size}`;
}

/** Which of its demands are among the fewest that would do. */
function demandLines({ history: { member }, coalitions, demands }: MemberView): Shown[] {
  const own = demands.filter(({ members }) => members.includes(member.code));
  const fewest = own.length === 0 ? undefined : coalitions.fewestDemands;
  if (fewest?.exact !== true) return [];
  const needed = new Set(fewest.sets.flat());
  const texts = own.filter(({ id, text }) => needed.has(id ?? text)).map(({ text }) => text);
  return texts.length === 0 ? [] : [shown`Among the fewest demands that would be enough: ${texts.join('; ')}`];
}

/** Who would make up for its turning; nothing where that is so of nobody. */
function defectionLines({ history: { snapshot, member }, coalitions: { defection } }: MemberView): Shown[] {
  const own = defection.find((one) => one.member === member.code);
  if (own?.exact !== true || defection.every(({ size }) => size === undefined)) return [];
  if (own.size === undefined) return [shown`If it turned, nobody could make up for it`];
  return [shown`If it turned, ${makingUpText(own, namingFor(snapshot, true))}`];
}

/** Whether the outcome rests on reports about it. */
function evidenceLines({ history: { member }, coalitions: { onEvidence } }: MemberView): Shown[] {
  if (onEvidence?.exact !== true || !onEvidence.possible.includes(member.code)) return [];
  const others = (onEvidence.size ?? 0) - 1;
  const also = others === 0 ? '' : ` and ${others === 1 ? 'one other' : `${others} others`}`;
  return [shown`Without the reports on it${also} this would not be reached`];
}
