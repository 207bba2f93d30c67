import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shells } from '../../../src/render/format/completion.ts';
import { emptyFolder } from '../../support/bin.ts';
import { inPipe } from '../../support/host.ts';
import { completedBy, isInstalled } from '../../support/shells.ts';

const hostile = String.raw`
title: t
rule: consensus
members:
  ana: { name: "A $(touch ran) ${'`'}touch ran${'`'} : b\\c %F{red} 'q' \"q\" \e[31m\n\t; touch ran", stance: support }
  bo-1: unclear
  c.o: oppose
sources: { '$(touch ran)': { title: a }, plain: { title: "a\tb: c" } }
`;

/** A folder with files that a shell could stumble over. */
function folder(): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'rutte-tally.yaml'), hostile);
  for (const name of ['my roster.yaml', '$(touch ran).yaml', 'notes.txt']) writeFileSync(join(cwd, name), '');
  mkdirSync(join(cwd, 'minutes'));
  return cwd;
}

const lines = [
  'rutte-tally sta',
  'rutte-tally status --assume ',
  'rutte-tally status --assume=ana=s',
  'rutte-tally status --assume ana=no',
  'rutte-tally check --format=js',
  'rutte-tally completion z',
  'rutte-tally status m',
  'rutte-tally status nato-2024@2024-06-2',
  'rutte-tally status $(touch ran) `touch ran` --on',
  'rutte-tally init --body eu',
  'rutte-tally list min',
  'rutte-tally list --outcome open,bl',
  'rutte-tally list --sort mo',
  'rutte-tally list --waiting-on c',
  'rutte-tally nothing ',
];

describe.each(shells)('in %s', (shell) => {
  test('words are completed, and nothing is run', ({ skip }) => {
    skip(shell !== 'bash' && !isInstalled(shell), `${shell} is not installed`);
    const cwd = folder();
    const before = readdirSync(cwd);
    const answers = completedBy(shell, lines, cwd);
    const values = answers.map((answer) =>
      answer.map((line) => line.split('\t')[0]?.replaceAll('\\', '').replace(/\/$/, '')).sort(),
    );
    // bash puts what is offered behind the last break of the word, or in its place if that is `@`.
    const behind = (kept: string, words: readonly string[]): string[] =>
      words.map((word) => (shell === 'bash' ? word : `${kept}${word}`));
    expect(values).toEqual([
      ['status'],
      ['all=', 'ana=', 'bo-1=', 'c.o='],
      behind('--assume=ana=', ['support']),
      behind('ana=', ['no-objection']),
      behind('--format=', ['json']),
      ['zsh'],
      ['minutes', 'my roster.yaml'],
      behind('nato-2024', ['@2024-06-20', '@2024-06-21', '@2024-06-26']),
      ['--on-record'],
      ['eu-council', 'eu-unanimity', 'euro-area'],
      ['minutes'],
      ['open,blocked'],
      ['moved'],
      ['c.o'],
      [],
    ]);
    if (shell !== 'bash')
      expect(answers[1]?.[0]).toMatch(/A \$\(touch ran\) `touch ran` : b\\c %F\{red\} 'q' "q" \\u\{1b\}\[31m ; t/);
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('the script is printed for it', async () => {
    const { code, stdout, stderr } = await inPipe(['completion', shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`rutte-tally __complete ${shell}`);
  });
});

test.each([
  ['powershell', 'there is no completion for "powershell"; expected one of "bash", "zsh" or "fish"'],
  ['fihs', 'there is no completion for "fihs"; did you mean "fish"?'],
  ['zhs', 'there is no completion for "zhs"; did you mean "zsh"?'],
])('%s is refused', async (word, message) => {
  const { code, stdout, stderr } = await inPipe(['completion', word]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
