import type { Standing } from '../../model/snapshot.ts';
import type { LastMove } from '../../model/tally.ts';
import { compareText } from '../../text/compare.ts';

/** The latest change of a stance by the evidence as it stands; undefined if none is dated, or nothing is known. */
export function lastMove(standings: readonly Standing[]): LastMove | undefined {
  const moved = standings.filter(({ since, basis, assumed }) => since !== undefined && basis !== undefined && !assumed);
  const latest = moved.toSorted((a, b) => compareText(b.since?.day ?? '', a.since?.day ?? ''))[0];
  if (latest?.since === undefined || latest.days === undefined) return undefined;
  const { day } = latest.since;
  const members = moved.filter(({ since }) => since?.day === day).map(({ code }) => code);
  return { date: { text: day, day }, days: latest.days, members: members.sort(compareText) };
}
