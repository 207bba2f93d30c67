import type { Standing } from '../../model/snapshot.ts';
import type { LastMove } from '../../model/tally.ts';
import { compareText } from '../../text/compare.ts';

/** The latest change of a stance by the evidence as it stands; undefined if none is dated, or nothing is known. */
export function lastMove(standings: readonly Standing[]): LastMove | undefined {
  const moves = standings.flatMap(({ code, since, days, basis, assumed }) =>
    since === undefined || days === undefined || basis === undefined || assumed ? [] : [{ code, day: since.day, days }],
  );
  const [latest] = moves.toSorted((a, b) => compareText(b.day, a.day));
  if (latest === undefined) return undefined;
  const { day, days } = latest;
  const members = moves.flatMap((move) => (move.day === day ? [move.code] : []));
  return { date: { text: day, day }, days, members: members.sort(compareText) };
}
