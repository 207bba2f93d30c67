import type { Standing } from '../../model/snapshot.ts';
import type { Timeline, Way } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';

type Run = Way['runs'][number];

/**
 * Where each member stood over time, as a timeline has it: unbroken runs of one stance, by code.
 *
 * @param end the members on the last day of the timeline; a member that never moved has stood there all along
 */
export function ways({ points, names }: Timeline, end: readonly Standing[]): readonly Way[] {
  const told = new Map<string, { runs: Run[]; said: string[] }>();
  const of = (code: string, before?: Run): { runs: Run[]; said: string[] } => {
    const known = told.get(code);
    if (known !== undefined) return known;
    const begun = { runs: before === undefined ? [] : [before], said: [] };
    told.set(code, begun);
    return begun;
  };
  for (const { date, joined, left, moved, restated } of points) {
    const { day } = date;
    for (const { member, stance } of joined) of(member).runs.push({ stance, from: day, circa: false });
    for (const { member, from, to, circa, basis } of moved) {
      const { runs } = of(member, { stance: from, circa: false });
      endRun(runs, day);
      runs.push({ stance: to, from: day, circa, ...(basis !== undefined && { basis }) });
    }
    for (const { member, stance } of left) endRun(of(member, { stance, circa: false }).runs, day);
    for (const { member, stance } of restated) of(member, { stance, circa: false }).said.push(day);
  }
  for (const { code, stance, basis } of end) of(code, { stance, circa: false, ...(basis !== undefined && { basis }) });
  return [...told]
    .map(([code, { runs, said }]): Way => ({ code, name: names.get(code) as string, runs, said }))
    .sort((a, b) => compareText(a.code, b.code));
}

/** Ends the latest run on a day; there is one, as who moves or leaves stood somewhere. */
const endRun = (runs: Run[], day: string): void => void runs.push({ ...(runs.pop() as Run), to: day });
