import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';

const open = 'title: t\nrule: consensus\nmembers: { A: support, B: unclear }\n';
const reached = 'title: t\nrule: consensus\nmembers: { A: support, B: support }\n';
const blocked = 'title: t\nrule: consensus\nmembers: { A: support, B: oppose }\n';
const unexpected = `${open}expect: [{ as-of: 2024-01-01, outcome: reached }]\n`;
const broken = 'title: t\nrule: consensus\nmembers: { A: suport }\n';

const situations: readonly (readonly [name: string, args: readonly string[], roster: string, code: number])[] = [
  ['check of a rule that is met', ['check', 'r.yaml'], reached, 0],
  ['check of a rule that may still be met', ['check', 'r.yaml'], open, 1],
  ['check of a rule that a settled member blocks', ['check', 'r.yaml'], blocked, 4],
  ['check under an assumption that would do', ['check', 'r.yaml', '--assume', 'B=support'], open, 0],
  ['check under an assumption that blocks', ['check', 'r.yaml', '--assume=B=oppose'], open, 4],
  ['check under assumptions of a file that is a roster', ['check', 'r.yaml', '--assume-file', 'r.yaml'], open, 3],
  ['check with roster and assumptions on standard input', ['check', '-', '--assume-file', '-'], open, 2],
  ['validate of a roster that does not answer as it expects', ['validate', 'r.yaml'], unexpected, 3],
  ['check of a roster that does not answer as it expects', ['check', 'r.yaml'], unexpected, 1],
  ['check of a broken roster', ['check', 'r.yaml'], broken, 3],
  ['check of a file that is not there', ['check', 'missing.yaml'], open, 3],
  ['check of a folder with an open decision', ['check', '.'], open, 1],
  ['check of a folder with a broken roster', ['check', '.'], broken, 3],
  ['check of the same roster twice', ['check', 'r.yaml', 'r.yaml'], blocked, 4],
  ['check on standard input', ['check', '-'], reached, 0],
  [
    'check since a snapshot that was not reached',
    ['check', 'r.yaml', '--since', 'r.yaml', '--assume', 'B=support'],
    open,
    0,
  ],
  ['check of what was lost', ['check', 'r.yaml', '--since', 'r.yaml', '--assume', 'B=oppose'], reached, 4],
  ['check since a file that is not there', ['check', 'r.yaml', '--since', 'missing.yaml'], reached, 3],
  ['check since a date that is none', ['check', 'r.yaml', '--since', 'r.yaml@2024-13-01'], reached, 2],
  ['status whatever the outcome', ['status', 'r.yaml'], blocked, 0],
  ['status of a broken roster', ['status', 'r.yaml'], broken, 3],
  ['validate of a sound roster', ['validate', 'r.yaml'], open, 0],
  ['validate of a roster with advice', ['validate', 'r.yaml'], blocked, 0],
  ['validate of a roster with advice, strictly', ['validate', '--strict', 'r.yaml'], blocked, 3],
  ['validate of a broken roster', ['validate', 'r.yaml'], broken, 3],
  ['validate of a sound and a missing roster', ['validate', 'r.yaml', 'missing.yaml'], open, 3],
  ['member of a roster', ['member', 'A', 'r.yaml'], blocked, 0],
  ['member who is in no roster', ['member', 'Z', 'r.yaml'], open, 2],
  ['member of a broken roster', ['member', 'A', 'r.yaml'], broken, 3],
  ['member without a name', ['member'], open, 2],
  ['snapshot at a date that is none', ['snapshot', 'r.yaml', '--as-of', 'now'], open, 2],
  ['snapshot of a broken roster', ['snapshot', 'r.yaml'], broken, 3],
  ['report whatever the outcome', ['report', 'r.yaml'], blocked, 0],
  ['report of a broken roster', ['report', 'r.yaml'], broken, 3],
  ['report into a file that exists', ['report', 'r.yaml', '--output', 'r.yaml'], open, 2],
  ['report in a folder without its own roster', ['report'], open, 0],
  ['an unknown command', ['chek', 'r.yaml'], open, 2],
  ['help for an unknown command', ['help', 'chek'], open, 2],
  ['help for two commands', ['help', 'check', 'diff'], open, 2],
  ['an unknown option', ['check', 'r.yaml', '--asof', '2024-02-21'], open, 2],
  ['a format that there is not', ['check', 'r.yaml', '--format', 'xml'], open, 2],
  ['a date that is none', ['check', 'r.yaml', '--as-of', 'soon'], open, 2],
  ['an assumption without a stance', ['check', 'r.yaml', '--assume', 'B'], open, 2],
  ['an assumption about nobody', ['check', 'r.yaml', '--assume', 'C=support'], open, 2],
  ['an assumption that is no stance', ['check', 'r.yaml', '--assume', 'B=suport'], open, 2],
  [
    'two assumptions that exclude each other',
    ['check', 'r.yaml', '--assume', 'B=support', '--assume', 'B=oppose'],
    open,
    2,
  ],
  ['validate in a folder without its own roster', ['validate'], open, 3],
  ['check in a folder without its own roster', ['check'], open, 3],
  ['snapshot in a folder without its own roster', ['snapshot'], open, 3],
  ['status in a folder without its own roster', ['status'], open, 0],
  ['two rosters where one is asked for', ['status', 'r.yaml', 'r.yaml'], open, 2],
];

test.each(situations)('%s', async (_, args, roster, code) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), roster);
  const run = await inPipe(args, { cwd, input: roster });
  expect(run).toMatchObject({ code });
  expect(run.stderr).not.toMatch(/^\s+at /m);
  if (code === 2) {
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^rutte-tally: /);
  }
});

test.each(situations)('%s, as one document of JSON with the same code', async (_, args, roster, code) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), roster);
  const run = await inPipe(
    args.includes('xml') ? [...args.slice(0, 2), '--format', 'json', '--format', 'xml'] : [...args, '--format', 'json'],
    { cwd, input: roster },
  );
  expect(run).toMatchObject({ code });
  const document = JSON.parse(run.stdout);
  const answers = {
    validate: 'rutte-tally/diagnostics/1',
    member: 'rutte-tally/member/1',
    report: 'rutte-tally/report/1',
  }[args[0] ?? ''];
  const isSeveral = args[0] === 'check' && (args[1] === '.' || args[2] === 'r.yaml');
  const schema =
    code === 2
      ? 'rutte-tally/error/1'
      : code === 3
        ? 'rutte-tally/diagnostics/1'
        : (answers ?? (isSeveral ? 'rutte-tally/check/1' : 'rutte-tally/status/1'));
  expect(document).toMatchObject({ schema });
  if (code === 2)
    expect(document).toEqual({
      schema,
      code: expect.stringMatching(/^[a-z-]+$/),
      message: expect.stringMatching(/^[^\n]+$/),
    });
});

test.each(['github', 'junit', 'markdown', 'csv'])('the code is the same as %s', async (format) => {
  for (const [name, args, roster, code] of situations.filter(([, [command]]) => command === 'check')) {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), roster);
    async function* stdin(): AsyncGenerator<string> {
      yield roster;
    }
    const run = await inTerminal([...args, '--format', format], { cwd, stdin: stdin() });
    expect([name, run.code]).toEqual([name, code]);
  }
});

test('no command is wrong usage, and shows what there is', async () => {
  const run = await inPipe([]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('Usage: rutte-tally');
});

test.each(['--help', '--version'])('%s is an answer', async (option) => {
  const run = await inPipe([option]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).not.toBe('');
});

test('help and --help answer the same', async () => {
  expect(await inPipe(['help'])).toEqual(await inPipe(['--help']));
  expect(await inPipe(['help', 'check'])).toEqual(await inPipe(['check', '--help']));
  expect(await inPipe(['help', 'chek'])).toMatchObject({
    code: 2,
    stderr: "rutte-tally: unknown command 'chek'\n(rutte-tally help lists the commands)\n",
  });
});

test.each(['status', 'check', 'validate', 'member', 'report', 'snapshot'])(
  'the help of %s shows an example',
  async (command) => {
    const run = await inPipe([command, '--help']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(new RegExp(`Example:\\n {2}\\$ rutte-tally ${command} `));
  },
);

test.each([
  [['\u001b[31mred']],
  [['status', '--\u001b[2J']],
  [['check', '--as-of', '\u001b]0;x\u0007']],
  [['check', '--assume', '\u001b[2J=support']],
  [['check', '--assume', 'TR=\u202e']],
  [['check', '\u001b[2J.yaml']],
])('what the user typed comes back without its controls: %j', async (args) => {
  const run = await inPipe(args);
  expect([2, 3]).toContain(run.code);
  expect(run.stderr).not.toBe('');
  expect(run.stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
