import { isDeepStrictEqual } from 'node:util';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { diff } from '../../../engine/diff.ts';
import { snapshot } from '../../../engine/snapshot.ts';
import { tally } from '../../../engine/tally.ts';
import type { Roster } from '../../../model/roster.ts';
import type { Time } from '../../../model/time.ts';
import type { RecordView } from '../../../model/view.ts';
import type { Insertion } from '../../../roster/edit/insertion.ts';

/**
 * Makes sure that nothing but the positions is new; a note beside a stance may have gone with it.
 *
 * @throws Error for what can only be a bug
 */
export function verify(before: Roster, after: Roster, moves: readonly Insertion[]): void {
  const moved = new Map<string, number>();
  for (const { code } of moves) moved.set(code, (moved.get(code) ?? 0) + 1);
  const rest = (roster: Roster) => ({
    ...roster,
    members: roster.members.map((member) => {
      const { note: _, ...same } = member;
      return moved.has(member.code) ? { ...same, positions: [] } : member;
    }),
  });
  const grown = before.members.every(
    ({ code, positions }, index) =>
      after.members[index]?.positions.length === positions.length + (moved.get(code) ?? 0),
  );
  if (!grown || !isDeepStrictEqual(rest(before), rest(after))) throw new Error('recording would have changed more');
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
