import { afterAll, expect, test, vi } from 'vitest';
import { readRoster } from '../../../src/roster/read/read-roster.ts';
import { bundledText, fixture, fixturesIn } from '../../support/texts.ts';

const texts = ['ok', 'advice', 'err'].flatMap((folder) => fixturesIn(folder).map((file) => fixture(folder, file)));

/** The reader of rosters as the command line has it: the build puts our schemas in the place of zod's. */
async function readerWithoutZod(): Promise<typeof readRoster> {
  vi.resetModules();
  vi.doMock('zod/mini', () => import('../../../src/roster/read/sound-schemas.ts'));
  return (await import('../../../src/roster/read/read-roster.ts')).readRoster;
}

afterAll(() => {
  // Other tests of this worker load their modules after these.
  vi.doUnmock('zod/mini');
  vi.resetModules();
});

test('without zod, a text is the same roster, or refused alike', async () => {
  const read = await readerWithoutZod();
  expect(read).not.toBe(readRoster);
  const answers = { sound: 0, refused: 0 };
  for (const text of [bundledText(), ...texts]) {
    const roster = readRoster(text);
    expect(read(text)).toStrictEqual(roster);
    answers[roster === undefined ? 'refused' : 'sound'] += 1;
  }
  expect(Math.min(answers.sound, answers.refused)).toBeGreaterThan(40);
});
