import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { diff } from '../../../engine/diff.ts';
import { snapshot } from '../../../engine/snapshot.ts';
import { tally } from '../../../engine/tally.ts';
import type { Member, Roster } from '../../../model/roster.ts';
import type { Time } from '../../../model/time.ts';
import type { RecordView } from '../../../model/view.ts';
import type { DatedPosition, Insertion } from '../../../roster/edit/insertion.ts';
import { compareText } from '../../../text/compare.ts';

/**
 * Makes sure that the positions are in the roster as they were asked for, and that nothing else is new; a note beside a
 * stance may have gone with it.
 *
 * @throws Error for what can only be a bug
 */
export function verify(before: Roster, after: Roster, moves: readonly Insertion[]): void {
  const added = new Map<string, DatedPosition[]>();
  for (const { code, position } of moves) added.set(code, [...(added.get(code) ?? []), position]);
  const expected = withoutNotes(before, added).map((member) => {
    const positions = [...member.positions, ...(added.get(member.code) ?? [])];
    return { ...member, positions: positions.sort((a, b) => compareText(a.date?.day ?? '', b.date?.day ?? '')) };
  });
  const same = isDeepStrictEqual({ ...before, members: expected }, { ...after, members: withoutNotes(after, added) });
  if (!same) throw new Error('recording would have changed something else');
}

/** The members of a roster, those that moved without what is noted of them. */
function withoutNotes({ members }: Roster, moved: ReadonlyMap<string, unknown>): Member[] {
  return members.map((member) => {
    if (!moved.has(member.code)) return member;
    const { note: _, ...rest } = member;
    return rest;
  });
}

/**
 * What moves do to the outcome, at the date of the last of them, or at which the roster is read if that is later.
 *
 * @param before undefined where the file was no roster
 * @param today ISO day
 */
export function effect(
  before: Roster | undefined,
  after: Roster,
  moves: readonly Insertion[],
  today: string,
): Pick<RecordView, 'after' | 'diff'> {
  const reading: Time = after.asOf ?? { text: today, day: today };
  const dates = moves.map(({ position }) => position.date);
  const asOf = dates.reduce((latest, date) => (date.day > latest.day ? date : latest), reading);
  const taken = snapshot(after, asOf);
  return {
    after: { snapshot: taken, tally: tally(taken) },
    diff: before && diff(snapshot(before, asOf), taken),
  };
}

/** What changes in a file, as `git apply` and `patch -p1` take it. */
export function patchOf(file: string, before: string, after: string): string {
  const name = file.replace(/^(?:\.?\/)+/, '');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
