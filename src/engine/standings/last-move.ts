import type { Standing } from '../../model/snapshot.ts';
import type { LastMove } from '../../model/tally.ts';
import { compareText } from '../../text/compare.ts';

/** The latest change of a stance by the evidence as it stands; undefined if none is dated, or nothing is known. */
export function lastMove(standings: readonly Standing[]): LastMove | undefined {
  let latest: { readonly day: string; readonly days: number } | undefined;
  let members: string[] = [];
  for (const { code, since, days, basis, assumed } of standings) {
    if (since === undefined || days === undefined || basis === undefined || assumed) continue;
    if (latest !== undefined && since.day < latest.day) continue;
    if (latest === undefined || since.day > latest.day) {
      latest = { day: since.day, days };
      members = [];
    }
    members.push(code);
  }
  if (latest === undefined) return undefined;
  const { day, days } = latest;
  return { date: { text: day, day }, days, members: members.sort(compareText) };
}
