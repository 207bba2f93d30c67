import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answering, formatsOf } from '../../../src/cli/contract/formats.ts';
import { emptyFolder, type Run } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';

const roster = (title: string): string => `title: ${title}\nrule: consensus\nmembers: { A: support, B: unclear }\n`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

interface Document {
  readonly schema: string;
  readonly files: readonly {
    readonly file: string;
    readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly hint: string }[];
  }[];
}

const diagnosticOf = ({ stdout }: Run) => {
  const { schema, files } = JSON.parse(stdout) as Document;
  expect(schema).toBe('rutte-tally/diagnostics/1');
  expect(files).toHaveLength(1);
  return { file: files[0]?.file, ...files[0]?.diagnostics[0] };
};

const choosing: readonly (readonly [command: Answering, words: readonly string[]])[] = [
  ['check', ['check']],
  ['diff', ['diff', '--exit-code']],
  ['snapshot', ['snapshot']],
  ['validate', ['validate']],
  ['record', ['record', 'A', 'support']],
];

describe.each(choosing)('%s in a folder without a roster of its own', (command, words) => {
  test('is about no other decision, in every format', async () => {
    for (const format of formatsOf(command)) {
      const run = await inPipe([...words, '--format', format], { cwd: emptyFolder() });
      expect([format, run.code]).toEqual([format, 3]);
      expect(`${run.stdout}${run.stderr}`).toContain('no-roster');
      expect(`${run.stdout}${run.stderr}`).not.toMatch(/Rutte for|NATO/);
    }
  });

  test('says how to begin', async () => {
    const run = await inPipe([...words, '--format', 'json'], { cwd: emptyFolder() });
    expect(diagnosticOf(run)).toMatchObject({
      file: 'rutte-tally.yaml',
      code: 'no-roster',
      message: 'there is no roster in this folder',
      hint: 'name one, or begin one with rutte-tally init',
    });
  });

  test('names the rosters that could be meant', async () => {
    const cwd = folderWith({ 'summit.yaml': roster('s'), 'budget.json': '{"title":"t","members":{}}' });
    expect(diagnosticOf(await inPipe([...words, '--format', 'json'], { cwd }))).toMatchObject({
      code: 'no-roster',
      message: 'there is no rutte-tally.yaml in this folder, and no roster was named',
      hint: 'name one: budget.json or summit.yaml; or begin one with rutte-tally init',
    });
  });
});

describe('what could be meant', () => {
  const hintIn = async (cwd: string) => diagnosticOf(await inPipe(['check', '--format', 'json'], { cwd })).hint;

  test('is six rosters, and how many there are more', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `r${index + 1}.yml`);
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, roster(name)])));
    expect(await hintIn(cwd)).toMatch(/^name one: r1\.yml, r2\.yml, r3\.yml, r4\.yml, r5\.yml, r6\.yml or 3 more; /);
  });

  test('is what has members, also with a mistake in it', async () => {
    const cwd = folderWith({
      'a.yaml': 'title: a\nmembers:\n  X: suport\n',
      'b.yaml': 'title: "b\nmembers:\n  X: support\n',
      'c.yaml': 'title: members of the board\n',
      'd.yaml': 'team:\n  members: [x]\n',
      'package.json': '{ "workspaces": { "members": [] } }',
      'notes.txt': roster('t'),
      '.hidden.yaml': roster('t'),
      'huge.yaml': `${roster('t')}${' '.repeat(1024 * 1024)}`,
    });
    mkdirSync(join(cwd, 'folder.yaml'));
    expect(await hintIn(cwd)).toMatch(/^name one: a\.yaml or b\.yaml; /);
  });

  test.skipIf(process.platform === 'win32')('is named without what moves a cursor', async () => {
    const cwd = folderWith({ '\u001b[2J.yaml': roster('t') });
    const { stderr } = await inPipe(['check'], { cwd });
    expect(stderr).toContain('name one: \\u{1b}[2J.yaml; or');
  });
});

describe.each([['list'], ['validate', '.'], ['timeline', '.'], ['member', 'A', '.']])(
  '%s %s in a folder without any roster',
  (...words) => {
    const problemIn = async (cwd: string, ...more: readonly string[]) => {
      const run = await inPipe([...words.filter((word) => word !== undefined), ...more, '--format', 'json'], { cwd });
      expect(run.code).toBe(3);
      return diagnosticOf(run);
    };

    test('says what a roster is, and how to begin one', async () => {
      expect(await problemIn(folderWith({ 'package.json': '{}', 'notes.txt': roster('t') }))).toMatchObject({
        file: '.',
        code: 'no-roster',
        message: 'there is no roster in this folder',
        hint: 'a roster is a .yaml, .yml or .json file with "members:"; begin one with rutte-tally init',
      });
    });

    test('names the subfolders that have rosters', async () => {
      const cwd = emptyFolder();
      for (const folder of ['a', 'b', 'empty', 'node_modules']) mkdirSync(join(cwd, folder));
      for (const folder of ['a', 'b', 'node_modules']) writeFileSync(join(cwd, folder, 'r.yaml'), roster('t'));
      expect((await problemIn(cwd)).hint).toBe('name a folder with rosters: a or b; or read all with --recursive');
    });
  },
);

const answering: readonly (readonly [command: Answering, words: readonly string[]])[] = [
  ['status', ['status']],
  ['timeline', ['timeline']],
  ['member', ['member', 'HU']],
];

describe.each(answering)('%s in a folder without a roster of its own', (command, words) => {
  test('is about the bundled example, and says so first', async () => {
    const first = 'Bundled example: no rutte-tally.yaml here; begin one with rutte-tally init';
    for (const format of formatsOf(command)) {
      const run = await inPipe([...words, '--format', format], { cwd: emptyFolder() });
      const inAnswer = ['table', 'markdown'].includes(format);
      expect([format, run.code, run.stderr]).toEqual([format, 0, inAnswer ? '' : `rutte-tally: ${first}\n`]);
      // Without an empty line in a terminal, so that the verdict is among the first lines.
      const end = ['table'].includes(format) ? /^\n\S/ : /^\n\n\S/;
      if (inAnswer)
        expect([run.stdout.startsWith(first), run.stdout.slice(first.length)]).toEqual([
          true,
          expect.stringMatching(end),
        ]);
    }
  });

  test('names the rosters of the folder, and how to ask about one', async () => {
    const others = { 'a b.yaml': roster('t'), 'notes.yaml': 'a: 1' };
    const [first] = (await inPipe(words, { cwd: folderWith(others) })).stdout.split('\n');
    expect(first).toBe("Bundled example: this folder has a b.yaml: rutte-tally status 'a b.yaml'");
    const more = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.yaml`, roster('t')]));
    const run = await inPipe([...words, '--format', 'json'], { cwd: folderWith(more) });
    expect(run.stderr).toBe(
      'rutte-tally: Bundled example: this folder has a.yaml, b.yaml, c.yaml and 2 more: rutte-tally status a.yaml\n',
    );
  });

  test('says so within a narrow terminal', async () => {
    const { stdout } = await inTerminal(words, {
      cwd: emptyFolder(),
      isTTY: true,
      columns: 50,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/^Bundled example: no rutte-tally.yaml here; begin\none with rutte-tally init\n\S/);
  });

  test('says nothing of it about the same roster by its name', async () => {
    const run = await inPipe([...words, 'nato-2024'], { cwd: emptyFolder() });
    expect(`${run.stdout}${run.stderr}`).not.toContain('Bundled example');
  });
});

describe('the roster of a folder', () => {
  test.each(['rutte-tally.yaml', 'rutte-tally.yml', 'rutte-tally.json'])('may be called %s', async (name) => {
    const cwd = folderWith({
      [name]: JSON.stringify({ title: 'Lunch', rule: 'consensus', members: { A: 'support' } }),
    });
    for (const words of [['status'], ['timeline'], ['member', 'A'], ['check'], ['snapshot'], ['validate']]) {
      const run = await inPipe(words, { cwd });
      expect([words, run.code, run.stdout]).toEqual([words, 0, expect.stringMatching(/Lunch|valid|member is in/)]);
    }
    const record = await inPipe(['record', 'A', 'oppose', '--why', 'x', '--date', '2024-02-01'], { cwd });
    expect(record.stderr).toContain(` in ${name}`);
  });

  test('is the first of several, and the run names those that are passed over', async () => {
    const cwd = folderWith({
      'rutte-tally.json': '{}',
      'rutte-tally.yml': roster('Second'),
      'rutte-tally.yaml': roster('First'),
    });
    const remark =
      'rutte-tally: reading rutte-tally.yaml in this folder, and not rutte-tally.yml or rutte-tally.json\n';
    for (const words of [['status'], ['timeline'], ['member', 'A'], ['check'], ['snapshot'], ['validate']]) {
      const run = await inPipe(words, { cwd });
      expect([words, run.stderr]).toEqual([words, remark]);
      expect(run.stdout).not.toContain('Second');
    }
    const record = await inPipe(['record', 'A', 'oppose', '--why', 'x', '--date', '2024-02-01'], { cwd });
    expect(record.stderr).toContain(remark);
  });

  test('is another than before once init has written one, and init says so', async () => {
    const cwd = folderWith({ 'rutte-tally.yml': roster('Second') });
    const run = await inPipe(['init', '--body', 'committee'], { cwd });
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toBe(
      'rutte-tally: rutte-tally.yaml is now the default roster of this folder, ahead of rutte-tally.yml\n',
    );
  });

  test.skipIf(process.platform === 'win32')('is there, and unreadable, where its link leads nowhere', async () => {
    const cwd = emptyFolder();
    symlinkSync('gone.yaml', join(cwd, 'rutte-tally.yml'));
    const run = await inPipe(['status'], { cwd });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('rutte-tally.yml: error[unreadable-file]');
  });
});

describe('a roster that is not there', () => {
  const files = { 'rutte-tally.yaml': roster('here'), 'budget.yaml': roster('there') };

  test.each([
    ['rutte-taly.yaml', 'did you mean "rutte-tally.yaml"?'],
    ['summit-2031.yaml', 'the rosters there are budget.yaml and rutte-tally.yaml'],
    ['sub', 'name a roster in it: sub/a.yaml'],
    ['sub/b.yaml', 'did you mean "sub/a.yaml"?'],
    ['nowhere/b.yaml', undefined],
  ])('%s', async (word, hint) => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, 'sub'));
    writeFileSync(join(cwd, 'sub', 'a.yaml'), roster('below'));
    const run = await inPipe(['status', word, '--format', 'json'], { cwd });
    expect(diagnosticOf(run).hint ?? undefined).toBe(hint);
    const recorded = await inPipe(['record', 'A', 'support', word, '--format', 'json'], { cwd });
    expect(diagnosticOf(recorded).hint ?? undefined).toBe(hint);
  });

  test('is one that comes with the program, where it is only read', async () => {
    const run = await inPipe(['status', 'nato-2042', '--format', 'json'], { cwd: emptyFolder() });
    expect(diagnosticOf(run).hint).toBe('did you mean "nato-2024"?');
  });
});

test.each(['B=support', 'Baltic states=no-objection'])(
  '%s without a --assume of its own is told how to write it',
  async (what) => {
    const cwd = folderWith({ 'rutte-tally.yaml': roster('t') });
    for (const words of [['check', '--assume', 'A=support'], ['check', 'rutte-tally.yaml'], ['status']]) {
      const run = await inPipe([...words, what], { cwd });
      expect(run.code).toBe(3);
      const written = what.includes(' ') ? `"${what}"` : what;
      expect(run.stderr).toContain(`  hint: each what-if needs its own --assume: --assume ${written}\n`);
    }
  },
);

test('a name without its ending is told which file it stands for', async () => {
  const cwd = folderWith({ 'budget.yaml': roster('t'), 'rutte-tally.yaml': roster('u') });
  for (const words of [['status'], ['check']]) {
    const run = await inPipe([...words, 'budget'], { cwd });
    expect([run.code, run.stderr]).toEqual([3, expect.stringContaining('hint: did you mean "budget.yaml"?')]);
  }
});

test('a file whose name looks like a what-if is read', async () => {
  const cwd = folderWith({ 'B=support': roster('t') });
  expect((await inPipe(['check', 'B=support'], { cwd })).code).toBe(1);
});
