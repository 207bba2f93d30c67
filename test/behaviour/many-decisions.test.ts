import { expect, test } from 'vitest';
import { rutteTally } from '../support/bin.ts';
import { decisionFolder, folderOfDecisions } from '../support/decision-folder.ts';

const date = ['--as-of', '2026-03-20'];

/** The document that a command answers with about the dozen decisions, and its exit code. */
function answer(command: string, words: readonly string[], withOthers: boolean) {
  const { code, stdout, stderr } = rutteTally([command, ...words, '.', ...date, '--format', 'json'], {
    cwd: folderOfDecisions(withOthers),
  });
  expect(stderr).toBe('');
  return { code, document: JSON.parse(stdout) };
}

test.each([
  ['list', [], 0],
  ['check', [], 4],
  ['matrix', [], 0],
  ['agreement', [], 0],
  ['member', ['bo'], 0],
] as const)('%s %j tells a dozen decisions, and ends with 3 where some are not valid', (command, words, code) => {
  expect(answer(command, words, false)).toMatchObject({ code, document: { passedOver: 0, problems: [] } });
  const { code: withBad, document } = answer(command, words, true);
  expect(withBad).toBe(3);
  expect(document.decisions).toHaveLength(decisionFolder.rosters.length);
  expect(document.passedOver).toBe(decisionFolder.passedOver);
  expect(document.problems.map(({ file }: { file: string }) => file)).toEqual(decisionFolder.bad);
});

test('validate says of each file that is a roster whether it is valid', () => {
  const run = (withOthers: boolean) =>
    rutteTally(['validate', '.', '--format', 'json'], { cwd: folderOfDecisions(withOthers) });
  expect(run(false).code).toBe(0);
  const { code, stdout } = run(true);
  expect(code).toBe(3);
  const { files } = JSON.parse(stdout) as {
    readonly files: readonly { readonly file: string; readonly ok: boolean }[];
  };
  expect(files.filter(({ ok }) => !ok).map(({ file }) => file)).toEqual(decisionFolder.bad);
  expect(files.filter(({ ok }) => ok).map(({ file }) => file)).toEqual(decisionFolder.rosters);
});

test('each outcome is as it was written down', () => {
  const { document } = answer('check', [], false);
  const outcomes = Object.fromEntries(
    document.decisions.map(({ file, outcome }: { file: string; outcome: string }) => [
      file.replace('.yaml', ''),
      outcome,
    ]),
  );
  expect(outcomes).toEqual({
    blocked: 'blocked',
    closed: 'blocked',
    decided: 'open',
    'half-closed': 'open',
    left: 'reached',
    open: 'open',
    overdue: 'open',
    reached: 'reached',
    recused: 'open',
    rejected: 'blocked',
    silence: 'open',
    soon: 'open',
  });
});

test('who was no member on the date is not counted as silent', () => {
  const { document: bo } = answer('member', ['bo'], false);
  // It has left one, and takes no part in another.
  expect(bo.counts).toMatchObject({ decisions: 12, member: 11, recused: 1 });
  const { document: chi } = answer('member', ['chi'], false);
  // It has not joined two of them yet.
  expect(chi.counts).toMatchObject({ decisions: 12, member: 10 });
  const { document: matrix } = answer('matrix', [], false);
  const stancesOf = (code: string): readonly (string | null)[] =>
    matrix.members.find(({ member }: { member: string }) => member === code)?.stances;
  const files = matrix.decisions.map(({ file }: { file: string }) => file);
  const absent = (code: string): string[] =>
    files.filter((_: string, index: number) => stancesOf(code)[index] === null);
  expect(absent('ana')).toEqual([]);
  expect(absent('bo')).toEqual(['left.yaml']);
  expect(absent('chi')).toEqual(['left.yaml', 'soon.yaml']);
});
