import type { Position } from '../../model/roster.ts';
import type { DeniedReport } from '../../model/snapshot.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { isBy } from '../time/dates.ts';
import { type Epoch, isIn } from '../time/epochs.ts';

/** A report that is denied, at some time. */
export type Deniable = Pick<Position, 'stance' | 'date' | 'circa' | 'by' | 'sources' | 'denied'>;

/** Whether a report is denied at some time. */
export const isEverDenied = ({ denied }: Pick<Position, 'denied'>): boolean => denied !== undefined;

const deniedAmong = new WeakMap<readonly Position[], boolean>();

/** Whether one of some reports is denied at some time. Many members have one list of them, of which it is found once. */
export function isAnyDenied(reports: readonly Position[]): boolean {
  if (reports.length === 0) return false;
  const found = deniedAmong.get(reports) ?? reports.some(isEverDenied);
  deniedAmong.set(reports, found);
  return found;
}

/** Whether a report is denied by a date. */
export const isDenied = ({ denied }: Pick<Position, 'denied'>, asOf: Time): boolean =>
  denied !== undefined && isBy(denied.date, asOf);

/** The positions known on a date, without denials that come later. Those that are denied by then are among them. */
export function toldBy<P extends Pick<Position, 'date' | 'denied'>>(positions: readonly P[], asOf: Time): P[] {
  return positions
    .filter(({ date }) => isBy(date, asOf))
    .map((position) =>
      position.denied === undefined || isDenied(position, asOf) ? position : withoutDenial(position),
    );
}

function withoutDenial<P extends Pick<Position, 'denied'>>({ denied: _, ...position }: P): P {
  return position as P;
}

/** A report with its denial; undefined for a position that is never denied. */
export function denialOf({ stance, date, circa, by, sources, denied }: Deniable): DeniedReport | undefined {
  if (date === undefined || denied === undefined) return undefined;
  return { stance, date, circa, ...(by !== undefined && { by }), sources, denied };
}

/** The day from which a report and its denial are both known. */
export function dayOfDenial({ date, denied }: DeniedReport): string {
  return date.day < denied.date.day ? denied.date.day : date.day;
}

/** The reports among some positions that are of an epoch and denied by a date, oldest first. */
export function deniedReports(positions: readonly Deniable[], epoch: Epoch, asOf: Time): readonly DeniedReport[] {
  const denied = positions
    .flatMap((position) => denialOf(position) ?? [])
    .filter(({ date, denied }) => isIn(date, epoch) && isBy(date, asOf) && isBy(denied.date, asOf));
  return denied.length < 2 ? denied : denied.sort(compareReports);
}

/** Orders reports by time, then by content, so that it does not matter where they are written. */
function compareReports(a: DeniedReport, b: DeniedReport): number {
  return compareText(momentOf(a.date), momentOf(b.date)) || compareText(JSON.stringify(a), JSON.stringify(b));
}
