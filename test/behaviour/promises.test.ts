import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { main } from '../../src/cli/main.ts';
import { emptyFolder, repository } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';
import { refusedFiles, sourcesWith } from '../support/source-copy.ts';

/** The script of a program that a package brings. */
function scriptOf(name: string, script: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), script);
}

const roster = `
title: A new chair
as-of: 2024-03-01
rule: { count: { except: [support] }, at-most: 0 }
members:
  A: support
  B: leaning
  C: { stance: conditional, wants: [a post] }
  D:
  E: excused
claims:
  - { date: 2024-03-01, supporting: 3 }
`;

/** The rows of two new stances: one that is pending, and one that takes no part. */
const rows = `
  leaning: {
    summary: 'It may yet say yes.',
    standing: 'pending',
    rank: 2.5,
    consent: 'denied',
    claimed: 'pool',
    takesPart: true,
    isVote: false,
  },
  excused: {
    summary: 'It is away.',
    standing: 'settled',
    rank: 10,
    consent: 'neither',
    claimed: 'none',
    takesPart: false,
    isVote: false,
  },`;

const signRows = `
  leaning: { unicode: 'l', ascii: 'l', words: 'leaning' },
  excused: { unicode: 'e', ascii: 'e', words: 'excused' },`;

describe('a new stance', () => {
  const [table, signs] = ['src/model/stance.ts', 'src/render/words/signs.ts'] as const;
  const withWords = (text: string): string =>
    text.replace("'undeclared',\n] as const;", "'undeclared', 'leaning', 'excused'] as const;");

  test('is refused by the compiler until the tables of stances have it: its colour, what it does, and its signs', () => {
    expect(refusedFiles(sourcesWith({ [table]: withWords }))).toEqual([
      'src/cli/output/colours.ts',
      table,
      'src/picture/palette.ts',
      'src/playground/styled-text.ts',
      signs,
    ]);
  });

  test('is in every answer what the table says of it', async () => {
    const folder = sourcesWith({
      [table]: (text) => withWords(text).replace('const traits = {', `$&${rows}`),
      [signs]: (text) => text.replace('Record<Stance, StanceSign>> = {', `$&${signRows}`),
    });
    writeFileSync(join(folder, 'rutte-tally.yaml'), roster);
    const copied: { readonly main: typeof main } = await import(join(folder, 'src/cli/main.ts'));
    const answer = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout } = await inTerminal(args, { cwd: folder }, copied.main);
      expect(code).toBe(0);
      return stdout;
    };
    const status = JSON.parse(await answer('status', '--format', 'json'));
    expect(status.outcome).toBe('open');
    expect(status.criterion).toMatchObject({ label: 'at most 0 not in support', base: 4 });
    expect(status.tally).toMatchObject({
      members: 5,
      support: 1,
      conditional: 1,
      undeclared: 1,
      leaning: 1,
      excused: 1,
    });
    expect(status.holdouts.map(({ member }: { readonly member: string }) => member)).toEqual(['B', 'C', 'D']);
    expect(status.claims).toMatchObject([{ agrees: true, named: 1, unnamed: { min: 2, max: 2 } }]);
    expect(await answer('status')).toContain('1 in support');
    const { rules } = JSON.parse(await answer('rules', 'eu-qualified-majority', '--format', 'json'));
    expect(rules[0].stances).toMatchObject({ leaning: 'against', excused: 'left-out' });
    const { ifItCameTo } = JSON.parse(await answer('member', 'D', '--format', 'json'));
    expect(ifItCameTo.map(({ stance }: { readonly stance: string }) => stance)).toEqual([
      'support',
      'no-objection',
      'abstain',
      'oppose',
      'recused',
      'excused',
    ]);
    expect(await answer('validate', 'rutte-tally.yaml')).toContain('"leaning" without a reason');
    expect(await answer('timeline', '--format', 'csv')).toMatch(/^date,.*,undeclared,leaning,excused,/);
    expect(await answer('__complete', 'zsh', '2', 'record', 'A', '')).toContain('leaning:It may yet say yes');
  });
});

describe('a new format', () => {
  const table = 'src/cli/contract/formats.ts';
  const withWord = (text: string): string => text.replace("'svg'] as const;", "'svg', 'html'] as const;");
  const everywhere = ['src/cli/output/report-problems.ts', 'src/cli/output/shell.ts', 'src/cli/output/workflow-log.ts'];

  test('is refused by the compiler until each command says whether it answers in it', () => {
    expect(refusedFiles(sourcesWith({ [table]: withWord }))).toEqual([table, ...everywhere]);
  });

  test('is refused in every command that answers in it until it does', () => {
    const offered = (text: string): string => withWord(text).replace(/(?<=false|true),?\s*\},$/gm, ', html: true },');
    expect(refusedFiles(sourcesWith({ [table]: offered }))).toEqual([
      // The schema has one format, and whoever calls it says so.
      'src/cli/bundles/other-commands.ts',
      'src/cli/commands/check.ts',
      'src/cli/commands/decisions/agreement.ts',
      'src/cli/commands/decisions/check-formats.ts',
      'src/cli/commands/decisions/list.ts',
      'src/cli/commands/decisions/matrix.ts',
      'src/cli/commands/decisions/member-decisions.ts',
      'src/cli/commands/diff.ts',
      'src/cli/commands/init.ts',
      'src/cli/commands/member.ts',
      'src/cli/commands/power.ts',
      'src/cli/commands/record/record.ts',
      'src/cli/commands/report/report.ts',
      'src/cli/commands/rules.ts',
      'src/cli/commands/snapshot.ts',
      'src/cli/commands/status.ts',
      'src/cli/commands/timeline.ts',
      'src/cli/commands/validate.ts',
      ...everywhere,
    ]);
  });
});

test('a switch that leaves out a case is refused by the linter', () => {
  const folder = emptyFolder();
  const { linter } = JSON.parse(readFileSync(join(repository, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ linter }));
  writeFileSync(
    join(folder, 'switch.ts'),
    `export function say(word: 'yes' | 'no'): void {
       switch (word) {
         case 'yes':
           return;
       }
     }\n`,
  );
  const biome = scriptOf('@biomejs/biome', 'bin/biome');
  const { status, stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^::error title=lint\/nursery\/useExhaustiveSwitchCases,file=\S*switch\.ts,line=2,/m);
  expect(status).toBe(1);
});
