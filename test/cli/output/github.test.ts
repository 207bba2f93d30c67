import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run, repository } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { git, gitEnvironment, repositoryWith } from '../../support/repository.ts';
import { type Command, commandsIn, outputsIn } from '../../support/runner.ts';

const text = `title: Adopt it
as-of: 2024-03-01
rule: consensus
members:
  ana: support
  bo: { stance: withheld, date: 2024-02-01, by: a diplomat, why: no money, wants: [money, time] }
  chi:
`;

interface Told extends Run {
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A run in a workflow whose repository is checked out in a folder. */
async function inWorkflow(args: readonly string[], workspace: string, cwd = workspace, input = ''): Promise<Told> {
  const files = { GITHUB_OUTPUT: join(emptyFolder(), 'output'), GITHUB_STEP_SUMMARY: join(emptyFolder(), 'summary') };
  async function* stdin(): AsyncGenerator<string> {
    yield input;
  }
  const env = { ...gitEnvironment, ...files, GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace };
  const run = await inTerminal([...args, '--format', 'github'], { cwd, env, stdin: stdin() });
  const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const commands = commandsIn(run.stdout);
  expect(run.stdout.split('\n').length - 1).toBe(commands.length);
  expect(commandsIn(run.stderr)).toEqual([]);
  return {
    ...run,
    commands,
    outputs: outputsIn(read(files.GITHUB_OUTPUT)),
    summary: read(files.GITHUB_STEP_SUMMARY),
  };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('check', () => {
  test('says the verdict, and every holdout at its line', async () => {
    const { code, stderr, commands } = await inWorkflow(['check', 'r.yaml'], folderWith({ 'r.yaml': text }));
    expect([code, stderr]).toEqual([1, '']);
    expect(commands).toEqual([
      {
        name: 'notice',
        properties: { title: 'OPEN: Adopt it' },
        data: '1 Mar 2024: consensus of 3: 1 in support, 2 to go',
      },
      {
        name: 'notice',
        properties: { file: 'r.yaml', line: '6', endLine: '6', col: '17', endColumn: '25', title: 'bo: withheld' },
        data: 'since 1 Feb (29 days) · a diplomat · no money · wants: money; time',
      },
      {
        name: 'notice',
        properties: { file: 'r.yaml', line: '7', endLine: '7', col: '3', endColumn: '6', title: 'chi: undeclared' },
        data: 'no position recorded',
      },
    ]);
  });

  test('leaves outputs and a summary', async () => {
    const { outputs, summary } = await inWorkflow(['check', 'r.yaml'], folderWith({ 'r.yaml': text }));
    expect(outputs).toEqual({
      outcome: 'open',
      reached: 'false',
      holdouts: 'bo,chi',
      support: '1',
      members: '3',
      'newly-reached': '',
      lost: '',
      'newly-reached-titles': '',
      'lost-titles': '',
      open: '1',
      blocked: '0',
      decisions: '1',
    });
    expect(summary).toContain('### OPEN: Adopt it\n');
    expect(summary).toContain('| bo | withheld | 1 Feb | a diplomat | no money | money; time |\n');
  });

  test.each([
    [['--assume', 'bo=support', '--assume', 'chi=abstain'], 0, 'true', 'true', 'false'],
    [['--as-of', '2024-02-15'], 1, 'false', 'false', 'false'],
    [['--assume', 'bo=oppose'], 4, 'false', 'false', 'false'],
  ])('%j since itself', async (options, code, reached, newly, lost) => {
    const told = await inWorkflow(['check', 'r.yaml', '--since', 'r.yaml', ...options], folderWith({ 'r.yaml': text }));
    expect(told.code).toBe(code);
    expect(told.outputs).toMatchObject({ reached, 'newly-reached': newly, lost });
  });

  test('an assumed stance is shown at the code of its member', async () => {
    const args = ['check', 'r.yaml', '--assume', 'ana=oppose'];
    const { commands } = await inWorkflow(args, folderWith({ 'r.yaml': text }));
    expect(commands[0]?.data).toMatch(/; what if: assuming ana = oppose$/);
    expect(commands[1]).toMatchObject({ properties: { line: '5', title: 'ana: oppose, blocking (assumed)' } });
  });

  test('is quiet about files without variables that name them', async () => {
    const cwd = folderWith({ 'r.yaml': text });
    const run = await inTerminal(['check', 'r.yaml', '--format', 'github'], { cwd });
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(commandsIn(run.stdout)[1]).toMatchObject({ properties: { file: 'r.yaml', line: '6' } });
  });
});

describe('a roster is named as the workspace has it', () => {
  const fileOf = ({ commands }: Told): readonly (string | undefined)[] => [
    commands[1]?.properties.file,
    commands[1]?.properties.line,
  ];

  test('from a folder in it, and by an absolute path', async () => {
    const workspace = emptyFolder();
    mkdirSync(join(workspace, 'rosters'));
    writeFileSync(join(workspace, 'rosters', 'r.yaml'), text);
    const sub = join(workspace, 'rosters');
    expect(fileOf(await inWorkflow(['check', 'r.yaml'], workspace, sub))).toEqual(['rosters/r.yaml', '6']);
    expect(fileOf(await inWorkflow(['check', join(sub, 'r.yaml')], workspace))).toEqual(['rosters/r.yaml', '6']);
  });

  test('through a link', async () => {
    const workspace = folderWith({ 'r.yaml': text });
    const link = join(emptyFolder(), 'link');
    symlinkSync(workspace, link);
    expect(fileOf(await inWorkflow(['check', join(link, 'r.yaml')], workspace))).toEqual(['r.yaml', '6']);
  });

  test('not when it is elsewhere, comes on standard input, or with the program', async () => {
    const workspace = emptyFolder();
    const elsewhere = join(folderWith({ 'r.yaml': text }), 'r.yaml');
    for (const args of [
      ['check', elsewhere],
      ['check', '-'],
      ['check', 'nato-2024'],
    ])
      expect(fileOf(await inWorkflow(args, workspace, workspace, text))).toEqual([undefined, undefined]);
  });

  test('not when it comes with the program, and the workspace is a folder above that', async () => {
    for (const workspace of ['/', dirname(repository)])
      expect(fileOf(await inWorkflow(['check', 'nato-2024'], workspace))).toEqual([undefined, undefined]);
  });

  test('in the root folder as in any other', async () => {
    const file = join(folderWith({ 'r.yaml': text }), 'r.yaml');
    expect(fileOf(await inWorkflow(['check', file], '/'))).toEqual([relative('/', realpathSync(file)), '6']);
  });

  test('not when it is a dependency of the workspace', async () => {
    const workspace = emptyFolder();
    mkdirSync(join(workspace, 'node_modules', 'x'), { recursive: true });
    writeFileSync(join(workspace, 'node_modules', 'x', 'r.yaml'), text);
    expect(fileOf(await inWorkflow(['check', 'node_modules/x/r.yaml'], workspace))).toEqual([undefined, undefined]);
  });

  test('out of git: at its lines where the working copy has the same text, else without lines', async () => {
    const workspace = repositoryWith('r.yaml', [`# first\n${text}`, text]);
    expect(fileOf(await inWorkflow(['check', 'HEAD:r.yaml'], workspace))).toEqual(['r.yaml', '6']);
    expect(fileOf(await inWorkflow(['check', 'HEAD~1:r.yaml'], workspace))).toEqual(['r.yaml', undefined]);
    git(workspace, 'rm', '--quiet', 'r.yaml');
    expect(fileOf(await inWorkflow(['check', 'HEAD:r.yaml'], workspace))).toEqual([undefined, undefined]);
  });

  test('out of git, from a folder in it', async () => {
    const workspace = repositoryWith('r.yaml', [text]);
    const sub = join(workspace, 'sub');
    mkdirSync(sub);
    expect(fileOf(await inWorkflow(['check', 'HEAD:r.yaml'], workspace, sub))).toEqual(['r.yaml', '6']);
    expect(fileOf(await inWorkflow(['check', 'HEAD:../r.yaml'], workspace, sub))).toEqual(['r.yaml', '6']);
  });
});

const broken = text.replace('withheld', 'witheld').replace('money,', 'money, sources: [nowhere],');

describe('what is wrong', () => {
  test.each([['check'], ['validate']])('comes as errors from %s', async (command) => {
    const told = await inWorkflow([command, 'r.yaml'], folderWith({ 'r.yaml': broken }));
    expect([told.code, told.stderr]).toEqual([3, '']);
    expect(told.commands[0]).toEqual({
      name: 'error',
      properties: { file: 'r.yaml', line: '6', endLine: '6', col: '17', endColumn: '24', title: 'unknown-stance' },
      data: expect.stringMatching(/^"witheld" is not a stance; .*\(hint: did you mean "withheld"\?\)$/),
    });
    expect(told.summary).toContain(
      '### r.yaml: not valid\n\n| line | problem | what | hint |\n| --- | --- | --- | --- |\n',
    );
    expect(told.outputs).toEqual({ valid: 'false' });
  });

  test('advice comes as warnings, and under --strict as errors', async () => {
    const files = { 'r.yaml': text.replace(', why: no money', '') };
    const advised = await inWorkflow(['validate', 'r.yaml'], folderWith(files));
    expect(advised).toMatchObject({ code: 0, outputs: { valid: 'true' } });
    expect(advised.commands).toMatchObject([{ name: 'warning', properties: { title: 'reason-missing', line: '6' } }]);
    const strict = await inWorkflow(['validate', '--strict', 'r.yaml'], folderWith(files));
    expect(strict).toMatchObject({ code: 3, outputs: { valid: 'false' } });
    expect(strict.commands).toMatchObject([{ name: 'error' }]);
  });

  test('several files, one of them missing, one sound', async () => {
    const args = ['validate', 'r.yaml', 'missing.yaml', 'sound.yaml'];
    const told = await inWorkflow(args, folderWith({ 'r.yaml': broken, 'sound.yaml': text }));
    expect(told.commands.at(-1)).toEqual({
      name: 'error',
      properties: { title: 'unreadable-file' },
      data: 'missing.yaml: cannot be read: there is no such file (hint: the rosters there are r.yaml and sound.yaml)',
    });
    expect(told.summary).toContain('\n### sound.yaml: valid\n');
  });

  test('more than are listed are counted', async () => {
    const members = Array.from({ length: 120 }, (_, index) => `  m${index}: suport\n`).join('');
    const files = { 'r.yaml': `title: t\nrule: consensus\nmembers:\n${members}` };
    const { commands, summary } = await inWorkflow(['validate', 'r.yaml'], folderWith(files));
    expect(commands).toHaveLength(101);
    expect(commands.at(-1)).toEqual({
      name: 'error',
      properties: { file: 'r.yaml', title: 'more' },
      data: 'and 20 more problems',
    });
    expect(summary).toContain('\nAnd 20 more problems.\n');
  });
});

describe('the files of the runner', () => {
  test('are added to', async () => {
    const cwd = folderWith({ 'r.yaml': text, summary: 'before\n', output: 'a=b\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary'), GITHUB_OUTPUT: join(cwd, 'output') };
    await inPipe(['check', 'r.yaml', '--format', 'github'], { cwd, env });
    expect(readFileSync(join(cwd, 'summary'), 'utf8')).toMatch(/^before\n### OPEN/);
    expect(outputsIn(readFileSync(join(cwd, 'output'), 'utf8'))).toMatchObject({ a: 'b', outcome: 'open' });
  });

  test('that cannot be written are remarked upon, and the answer stays', async () => {
    const cwd = folderWith({ 'r.yaml': text });
    const env = { GITHUB_STEP_SUMMARY: cwd, GITHUB_OUTPUT: join(cwd, 'nowhere', 'output') };
    const run = await inPipe(['check', 'r.yaml', '--format', 'github'], { cwd, env });
    expect(run.code).toBe(1);
    expect(commandsIn(run.stdout)).toHaveLength(3);
    expect(run.stderr).toBe(
      'rutte-tally: the summary of the step could not be written to GITHUB_STEP_SUMMARY: EISDIR\n' +
        'rutte-tally: the outputs of the step could not be written to GITHUB_OUTPUT: ENOENT\n',
    );
  });

  test.each([0, 1_000_000, 1024 * 1024 - 10, 1024 * 1024 + 1])(
    'a summary after %i bytes is cut between lines to what there is room for',
    async (used) => {
      const member = (index: number): string =>
        `  m${index}: { stance: unclear, why: "${index} ${'é'.repeat(400)}" }\n`;
      const members = Array.from({ length: 1500 }, (_, index) => member(index)).join('');
      const cwd = folderWith({ 'r.yaml': `title: t\nas-of: 2024-03-01\nrule: consensus\nmembers:\n${members}` });
      const summary = join(cwd, 'summary');
      writeFileSync(summary, 'x'.repeat(used));
      const run = await inPipe(['check', 'r.yaml', '--format', 'github'], {
        cwd,
        env: { GITHUB_STEP_SUMMARY: summary },
      });
      expect(run.code).toBe(1);
      const bytes = readFileSync(summary);
      expect(bytes.length).toBeLessThanOrEqual(Math.max(used, 1024 * 1024));
      if (used > 1_000_000) expect(bytes.length).toBe(used);
      else {
        expect(bytes.length).toBeGreaterThan(1024 * 1024 - 1000);
        expect(bytes.toString()).toMatch(/ \|\n\nThe rest is cut: a summary has room for 1 MiB\.\n$/);
      }
    },
  );
});

test('the bundled roster is in the workspace of its own repository', async () => {
  const { commands } = await inWorkflow(['check', 'data/nato-2024.yaml@2024-06-19'], repository);
  expect(commands[1]).toMatchObject({ properties: { file: 'data/nato-2024.yaml', title: 'Romania: withheld' } });
  const lines = readFileSync(join(repository, 'data', 'nato-2024.yaml'), 'utf8').split('\n');
  expect(lines[Number(commands[1]?.properties.line) - 1]).toContain('withheld');
});
