import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { diff } from '../../../engine/diff.ts';
import { snapshot } from '../../../engine/snapshot.ts';
import { tally } from '../../../engine/tally.ts';
import type { Demand, Member, Position, Roster } from '../../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../../model/time.ts';
import type { RecordView } from '../../../model/view.ts';
import type { DatedPosition } from '../../../roster/edit/insertion.ts';
import { compareText } from '../../../text/compare.ts';
import type { Added } from './recording.ts';

/**
 * Checks that the positions, claims, denials and answers are in the roster as asked for, and that nothing else has changed but the
 * notes of members that moved.
 *
 * @throws Error when they are not, which is a bug
 */
export function verify(
  before: Roster,
  after: Roster,
  { moves, claims: counted, reports: reported, denials, demands: answered }: Omit<Added, 'text' | 'dates'>,
): void {
  const added = new Map<string, DatedPosition[]>();
  for (const { code, position } of moves) added.set(code, [...(added.get(code) ?? []), position]);
  const expected = withoutNotes(before, added).map((member) => {
    const old = member.positions.map((position) => withDenial(member.code, position, denials));
    const positions = [...old, ...(added.get(member.code) ?? [])];
    return { ...member, positions: positions.sort(byTime) };
  });
  const claims = [...before.claims, ...counted].sort(byTime);
  const reports = [...before.reports, ...reported].sort(byTime);
  const same = isDeepStrictEqual(
    { ...before, members: expected, claims, reports, demands: withAnswers(before.demands, answered) },
    { ...after, members: withoutNotes(after, added) },
  );
  if (!same) throw new Error('recording would have changed something else');
}

function withDenial(code: string, position: Position, denials: Added['denials']): Position {
  const found = denials.find((one) => one.code === code && one.report === position.date);
  return found === undefined ? position : { ...position, denied: found.denial };
}

/** The demands with what has become of some, which may be new. */
function withAnswers(demands: readonly Demand[], answered: Added['demands']): readonly Demand[] {
  const all = new Map(demands.map((demand) => [demand.id, demand]));
  for (const { id, text, event } of answered) {
    const known = all.get(id) ?? { id, ...(text !== undefined && { text }), history: [] };
    all.set(id, { ...known, history: [...known.history, event].sort(byTime) });
  }
  return [...all.values()].sort((a, b) => compareText(a.id, b.id));
}

const byTime = (a: { readonly date?: Time }, b: { readonly date?: Time }): number =>
  compareText(momentOf(a.date), momentOf(b.date));

/** The members of a roster, without the notes of those that moved. */
function withoutNotes({ members }: Roster, moved: ReadonlyMap<string, unknown>): Member[] {
  return members.map((member) => {
    if (!moved.has(member.code)) return member;
    const { note: _, ...rest } = member;
    return rest;
  });
}

/**
 * The outcome before and after, at the last of the dates recorded, or at the date of the roster if that is later.
 *
 * @param before undefined when the file was not a roster
 * @param today ISO day
 */
export function effect(
  before: Roster | undefined,
  after: Roster,
  dates: readonly Time[],
  today: string,
): Pick<RecordView, 'after' | 'diff'> {
  const reading: Time = after.asOf ?? { text: today, day: today };
  const asOf = dates.reduce((latest, date) => (endOf(date) > endOf(latest) ? date : latest), reading);
  const taken = snapshot(after, asOf);
  return {
    after: { snapshot: taken, tally: tally(taken) },
    diff: before && diff(snapshot(before, asOf), taken),
  };
}

/** The change to a file as a patch for `git apply` and `patch -p1`. */
export function patchOf(file: string, before: string, after: string): string {
  const name = file.replace(/^(?:\.?\/)+/, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
