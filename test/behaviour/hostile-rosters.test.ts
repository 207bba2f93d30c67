import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Declaration } from '../../src/cli/contract/command.ts';
import type { Format } from '../../src/cli/contract/formats.ts';
import { declarations } from '../../src/cli/program/commands.ts';
import { emptyFolder, type Run, repository } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';
import { commandsIn } from '../support/runner.ts';
import { problemsOfXml } from '../support/svg.ts';
import { problemsOfJunit } from '../support/xml.ts';

/** Everything that somebody who may write a roster, and nothing else, could try on whoever reads what becomes of it. */
const hostile = readFileSync(join(repository, 'test', 'fixtures', 'hostile', 'r.yaml'), 'utf8');

const rosters = {
  'a roster': hostile,
  'a roster that is reached': hostile
    .replaceAll('stance: oppose', 'stance: support')
    .replace(/holdouts: .*\]/, 'holdouts: []'),
  'a roster on another date': hostile.replace('as-of: 2024-05-20', 'as-of: 2024-04-15'),
  'a roster full of mistakes': hostile
    .replaceAll('stance: ', 'stance: "=x()\\n::error::x\\e[2J|<b>##[error]"  # ')
    .replace('rule:', '"::error::key\\n\\e[2J=": x\nrule:'),
  'no YAML': `${hostile}\n"::error::\u001b[2J: [`,
} as const;

/** What stands for an argument of a command, by its name in the help, and first by the command's name before it. */
const words: Readonly<Record<string, string>> = {
  snapshot: 'r.yaml',
  roster: 'r.yaml',
  path: 'r.yaml',
  before: 'r.yaml@2024-04-15',
  after: 'r.yaml',
  code: 'bo',
  member: 'bo',
  rule: 'consensus',
  stance: 'support',
  file: 'r.yaml',
  'init file': 'new.yaml',
  shell: 'bash',
};

/** What else a command is asked, so that it has more to say; commands that are not here are asked nothing else. */
const asked: Readonly<Record<string, readonly (readonly string[])[]>> = {
  status: [[], ['--all'], ['--on-record']],
  list: [[], ['--waiting-on', 'bo']],
  member: [[], ['.']],
  matrix: [[], ['--all']],
  report: [[], ['--output', '-'], ['.', '--output', '-']],
  agreement: [[], ['--all'], ['--groups']],
  check: [
    [],
    ['--since', 'r.yaml@2024-04-15'],
    ['--assume', 'bo=support'],
    ['r.yaml@2024-04-15', '--since', '2024-04-10'],
  ],
  validate: [[], ['--strict']],
  diff: [[], ['--all']],
  record: [
    ['--date', '2024-05-15'],
    ['--date', '2024-05-15', '--dry-run', '--why', '::error::x\n##[error]x'],
  ],
  init: [['--body', 'eu-council', '--title', '::error::x =cmd() <script>|']],
};

function wordsOf({ name: command, arguments: syntaxes }: Declaration): string[] {
  return syntaxes.map(([syntax]) => {
    const name = syntax.replace(/[^a-z]/g, '');
    const word = words[`${command} ${name}`] ?? words[name];
    if (word === undefined) throw new Error(`say above what a test may give for ${syntax}`);
    return word;
  });
}

const noControls = (text: string): void =>
  expect(text.replaceAll('\r\n', '\n')).not.toMatch(/(?![\n\u200b-\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);

/** Cells of a table for a spreadsheet, taken apart. */
const cellsOf = (text: string): string[] =>
  text
    .split('\r\n')
    .flatMap((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, a, b]) => a ?? b ?? ''));

/** What must hold of an answer that somebody reads, by its format. */
const harmless: Readonly<Record<Format, (answer: string) => void>> = {
  table: noControls,
  json: (answer) => {
    noControls(answer);
    JSON.parse(answer);
  },
  markdown: (answer) => {
    noControls(answer);
    // The address of a link and the break of a line are ours; nothing else that HTML would begin with is there.
    expect(answer).not.toMatch(/(?<!\]\()<(?!br>)|@octocat|^#(?!## )|^ {4}(?! *- )/m);
    // Every row of a table has as many cells as its head, and none that is not ours.
    for (const table of answer.split('\n\n').filter((part) => part.startsWith('|'))) {
      const cells = table
        .trimEnd()
        .split('\n')
        .map((row) => row.replaceAll(/\\./g, '').split('|').length);
      expect([table, new Set(cells).size]).toEqual([table, 1]);
    }
  },
  csv: (answer) => {
    noControls(answer);
    for (const cell of cellsOf(answer)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  },
  ics: (answer) => {
    noControls(answer);
    // Every line is a property, or goes on with the one before.
    for (const line of answer.split('\r\n').filter((row) => row !== '')) expect(line).toMatch(/^(?:[A-Z-]+[:;]| )/);
  },
  github: (answer) => {
    noControls(answer);
    for (const line of answer.split('\n').filter((row) => row !== '')) {
      const [command, ...others] = commandsIn(line);
      expect(others).toEqual([]);
      expect(['error', 'warning', 'notice']).toContain(command?.name);
      for (const name of Object.keys(command?.properties ?? {}))
        expect(['file', 'line', 'endLine', 'col', 'endColumn', 'title']).toContain(name);
    }
  },
  yaml: (answer) => {
    noControls(answer);
    parse(answer);
  },
  // Read by a parser of XML, all at once.
  junit: noControls,
  svg: (answer) => {
    noControls(answer);
    expect(answer).not.toMatch(
      /<(?:script|image|foreignObject|a|use|animate|set)\b| on[a-z]+=|href=|style="|javascript:/i,
    );
  },
};

async function expectHarmless(format: Format, answers: readonly string[]): Promise<void> {
  const said = answers.filter((answer) => answer !== '');
  for (const answer of said) harmless[format](answer);
  const documents = new Map(said.map((answer, index) => [`${index}.xml`, answer]));
  if (format === 'junit') expect(await problemsOfJunit(documents)).toEqual([]);
  if (format === 'svg') expect(await problemsOfXml(documents)).toEqual([]);
}

async function run(args: readonly string[], roster: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), roster);
  return inTerminal(args, { cwd, env });
}

// A command without formats says nothing of a roster.
const commands = declarations
  .filter(({ formats }) => formats.length > 0)
  .flatMap((declaration) =>
    (asked[declaration.name] ?? [[]]).map(
      (options) => [[declaration.name, ...options].join(' '), declaration, options] as const,
    ),
  );

describe.each(commands)('%s', (_, declaration, options) => {
  const args = [declaration.name, ...wordsOf(declaration), ...options];
  const runsAs = async (format: Format, env: Readonly<Record<string, string>>): Promise<readonly Run[]> => {
    const runs: Run[] = [];
    for (const roster of Object.values(rosters)) runs.push(await run([...args, '--format', format], roster, env));
    return runs;
  };

  test.each(declaration.formats)('as %s is harmless', async (format) => {
    const runs = await runsAs(format, {});
    // Neither wrong usage, which would say nothing of the roster, nor a bug.
    for (const { code } of runs) expect([0, 1, 3, 4]).toContain(code);
    for (const { stderr } of runs) noControls(stderr);
    await expectHarmless(
      format,
      runs.map(({ stdout }) => stdout),
    );
  });

  test.each(declaration.formats)('as %s tells the runner of a workflow nothing that is not ours', async (format) => {
    const runs = await runsAs(format, { GITHUB_ACTIONS: 'true' });
    for (const { stdout, stderr } of runs)
      expect(commandsIn(format === 'github' ? stderr : `${stderr}${stdout}`)).toEqual([]);
    await expectHarmless(
      format,
      runs.map(({ stdout }) => stdout),
    );
  });
});

test('the roster would do harm: without protection, lines of it are commands', async () => {
  const { stdout } = await run(['status', 'r.yaml'], hostile, {});
  expect(commandsIn(stdout).length).toBeGreaterThan(1);
});

test('the files of the runner get no more than the output does', async () => {
  for (const [command, roster] of [
    ['check', hostile],
    ['check', rosters['a roster full of mistakes']],
    ['validate', rosters['a roster full of mistakes']],
  ] as const) {
    const folder = emptyFolder();
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary'), GITHUB_OUTPUT: join(folder, 'output') };
    await run([command, 'r.yaml', '--format', 'github'], roster, env);
    harmless.markdown(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'));
    expect(readFileSync(env.GITHUB_OUTPUT, 'utf8')).toMatch(/^(?:[a-z-]+<<end-*\n[a-z0-9,.-]*\nend-*\n)+$/);
  }
});
