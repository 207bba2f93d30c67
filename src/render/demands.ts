import type { DemandAhead } from '../model/path.ts';
import { enumeration } from './lists.ts';
import { plural } from './numbers.ts';
import type { Naming } from './path.ts';
import { visible } from './visible.ts';

/** What stands between here and a decision, in a line or two. */
export function demandLines(demands: readonly DemandAhead[], { nameOf }: Naming): string[] {
  if (demands.length === 0) return [];
  const members = [...new Set(demands.flatMap((demand) => demand.members))].sort();
  const whose = members.length > 3 ? `${members.length} members` : enumeration(members.map(nameOf), 'and');
  const onPath = demands.filter((demand) => demand.onPath).length;
  const part =
    onPath === demands.length ? (onPath > 1 ? 'all of them ' : '') : onPath === 0 ? 'none ' : `${onPath} of them `;
  const summary = `${plural(demands.length, 'demand')} of ${whose}, ${part}on a shortest path`;
  const best = demands.find((demand) => demand.members.length > 1 || (demand.satisfies > 0 && demands.length > 1));
  if (best === undefined) return [summary];
  const askers =
    best.members.length > 3 ? `${best.members.length} members` : enumeration(best.members.map(nameOf), 'and');
  return [
    summary,
    `"${visible(best.text)}" is what ${askers} ask${best.members.length === 1 ? 's' : ''} for${satisfied(best)}`,
  ];
}

/** How many of those that make a demand want nothing else. */
function satisfied({ members, satisfies }: DemandAhead): string {
  if (satisfies === members.length) return ', and nothing else';
  return satisfies === 0 ? ', among other things' : `, and nothing else for ${satisfies} of them`;
}
