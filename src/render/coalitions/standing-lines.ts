import type { Defection } from '../../model/path.ts';
import { isPending } from '../../model/stance.ts';
import type { StatusView } from '../../model/view.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import type { Naming } from '../words/path.ts';
import { listText, namesText, setsText, waysText } from './sets-text.ts';

type Told = Pick<StatusView, 'snapshot' | 'tally' | 'coalitions'>;

/** Who could still block it, or undo it once it is reached; nothing when it is blocked. */
export function toBlockLines({ snapshot, tally, coalitions }: Told, naming: Naming): Shown[] {
  const { toBlock } = coalitions;
  if (toBlock === undefined) return [];
  const isOpen = tally.outcome === 'open';
  const what = isOpen ? 'still block' : 'undo it';
  const { size, count, possible, exact } = toBlock;
  if (size === undefined && !exact) return [];
  if (size === undefined) return [isOpen ? shown`The undecided could not block it` : shown`Nobody could undo it`];
  const undecided = snapshot.members.filter(({ stance }) => isPending(stance)).length;
  if (!exact)
    return [
      shown`${size} members together could ${isOpen ? 'still block it' : what}; perhaps fewer: the search was given up`,
    ];
  if (size === 1)
    return [
      isOpen && possible.length === undecided && undecided > 1
        ? shown`Could ${what} alone: any of the ${undecided} undecided`
        : shown`Could ${what} alone: ${namesText(possible, naming)}`,
    ];
  const whom = isOpen ? `${size} of the ${undecided} undecided` : `${size} members`;
  const parts = [whom, waysText({ count })].filter((part) => part !== '').join(', ');
  const sets = setsText(toBlock, naming);
  return [
    sets === undefined ? shown`Could ${what} together: ${parts}` : shown`Could ${what} together: ${parts}: ${sets}`,
  ];
}

/** How many others would make up for the turning of each pivotal member; nothing where nobody is. */
export function defectionLines({ coalitions }: Told, naming: Naming): Shown[] {
  const { defection } = coalitions;
  if (defection.length === 0) return [];
  const known = defection.filter(({ exact }) => exact);
  const sizes = [...new Set(known.map(({ size }) => size))].sort((a = Infinity, b = Infinity) => a - b);
  const parts = sizes.map((size) => {
    const alike = known.filter((one) => one.size === size);
    const whom = alike.length === defection.length ? 'any of them' : listText(codesOf(alike), 'and', naming);
    return size === undefined ? `nobody could for ${whom}` : `${size} for ${whom}`;
  });
  if (parts.length === 0) return [];
  if (sizes.length === 1 && sizes[0] === undefined) return [shown`Nobody could make up for one that turns`];
  return [shown`Others to make up for one that turns: ${parts.join('; ')}`];
}

const codesOf = (defections: readonly Defection[]): string[] => defections.map(({ member }) => member);

/** On whose word it rests; nothing where what members have stated is enough. */
export function evidenceLines({ coalitions }: Told, naming: Naming): Shown[] {
  const { onEvidence } = coalitions;
  if (onEvidence?.size === undefined || !onEvidence.exact) return [];
  const { size, possible } = onEvidence;
  if (size === 1)
    return [
      shown`Rests on what others say of ${possible.length === 1 ? '' : 'each of '}${namesText(possible, naming)}`,
    ];
  const sets = setsText(onEvidence, naming);
  const ways = waysText(onEvidence);
  const parts = [`${size} members together`, ways].filter((part) => part !== '').join(', ');
  return [
    sets === undefined
      ? shown`Rests on what others say of ${parts}`
      : shown`Rests on what others say of ${parts}: ${sets}`,
  ];
}
