import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allOf, anyOf } from '../../../src/engine/rule/evaluate.ts';
import { type Preset, presets } from '../../../src/model/rule.ts';
import { type Outcome, outcomes, type Stance, stances } from '../../../src/model/stance.ts';
import { presetNotes } from '../../../src/render/rules/preset-notes.ts';
import { presetRule } from '../../../src/roster/schema/rule.ts';
import { visible } from '../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { repository, transcript } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';
import { readRoster, rosterOf, said, tallyOf } from '../../support/rosters.ts';
import { goldenFile } from '../../support/texts.ts';

const page = readFileSync(join(repository, 'docs', 'rules.md'), 'utf8');

async function* input(text: string): AsyncGenerator<string> {
  yield text;
}

/** What `rules` prints; it must go well. */
async function printed(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await inTerminal(['rules', ...words]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('rules', () => {
  const shown = [[], ...presets.map((preset) => [preset])];
  const cases = [50, 80, 120].flatMap((columns) =>
    shown.map((words) => [words.join() || 'all', columns, words] as const),
  );

  test.each(cases)('%s at %i columns', async (name, columns, words) => {
    const args = ['rules', ...words];
    const run = await inTerminal(args, { isTTY: true, columns, env: { NO_COLOR: '1' } });
    expect(run.code).toBe(0);
    // What can be pasted is not wrapped.
    const [wrapped = ''] = run.stdout.split('\nrule:\n');
    for (const line of wrapped.split('\n'))
      expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`rules/${name}-${columns}.txt`));
  });

  test('colours names and nothing else', async () => {
    for (const words of shown) {
      const plain = await printed(...words);
      const painted = await printed(...words, '--color=always');
      expect(painted).not.toBe(plain);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them
      expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    }
  });

  test('is no name of this sort', async () => {
    const near = await inTerminal(['rules', 'concensus']);
    expect(near).toMatchObject({ code: 2, stdout: '' });
    expect(near.stderr).toBe('rutte-tally: "concensus" is not the name of a rule; did you mean "consensus"?\n');
    const far = await inTerminal(['rules', '\u001b[2J', '--format=json']);
    expect(far.code).toBe(2);
    expect(JSON.parse(far.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code: 'unknown-rule' });
  });
});

describe('as data', () => {
  test('there are all of them, or one, with the same keys', async () => {
    const all = JSON.parse(await printed('--format=json'));
    expect(all.schema).toBe('rutte-tally/rules/1');
    expect(all.rules.map(({ name }: { name: string }) => name)).toEqual(presets);
    for (const rule of all.rules) {
      expect(JSON.parse(await printed(rule.name, '--format=json'))).toEqual({ schema: all.schema, rules: [rule] });
      expect(Object.keys(rule.stances)).toEqual(stances);
      expect(rule.sources.length).toBeGreaterThan(0);
    }
  });

  test.each(presets)('%s is a rule by its name and by its criterion', async (preset) => {
    const [{ rule, criterion }] = JSON.parse(await printed(preset, '--format=json')).rules;
    expect(ruleOf(rule)).toEqual({ name: preset, criterion: ruleOf(criterion).criterion });
    expect(ruleOf(criterion).name).toBe('custom');
  });
});

const members = { A: { stance: 'support', weights: { population: 1 } } };
const ruleOf = (rule: unknown) => rosterOf({ rule, members, groups: { permanent: ['A'] } }).rule;

describe('what can be pasted', () => {
  test.each(presets)('is the criterion of %s', async (preset) => {
    const output = await printed(preset);
    const yaml = output.slice(output.indexOf('\nrule:') + 1);
    const text = `title: A decision\n${yaml}groups: { permanent: [A] }\nmembers: ${JSON.stringify(members)}\n`;
    const run = await inTerminal(['validate', '-'], { stdin: input(text) });
    expect(run).toMatchObject({ code: 0, stdout: '<stdin>: valid\n' });
    const named = rosterOf({ rule: presetRule(preset).written, members, groups: { permanent: ['A'] } });
    expect(readRoster(text).rule.criterion).toEqual(named.rule.criterion);
  });
});

describe('docs/rules.md', () => {
  test('has the tables', async () => {
    expect(page).toContain(await printed('--format=markdown'));
  });

  test.each(presets)('has %s, word for word', async (preset) => {
    expect(page).toContain(await printed(preset, '--format=markdown'));
  });

  test('names every source', () => {
    const sources = Object.values(presetNotes).flatMap((note) => note.sources);
    for (const { url } of sources) expect(page).toContain(`(<${url}>)`);
  });

  /** The cells below the head of the table that begins so, without its ruler. */
  function cellsOf(head: string): string[][] {
    const table = page.slice(page.indexOf(head)).split('\n\n')[0] ?? '';
    return table
      .split('\n')
      .filter((_, index) => index !== 1)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.replace(/[*`]/g, '').trim()),
      );
  }

  test('says what one member makes of three rules', () => {
    const [[, ...rules] = [], ...rows] = cellsOf('| its stance |');
    expect(rows.flatMap(([names = '']) => names.split(', ')).sort()).toEqual([...stances].sort());
    for (const [names = '', ...answers] of rows)
      for (const stance of names.split(', '))
        expect([stance, ...rules.map((rule) => outcomeOf(rule as Preset, stance as Stance))]).toEqual([
          stance,
          ...answers,
        ]);
  });

  test.each([
    ['all', allOf],
    ['any', anyOf],
  ] as const)('has the truth table of %s', (word, connective) => {
    const [[, ...head] = [], ...rows] = cellsOf(`| \`${word}\` |`);
    expect(head).toEqual(outcomes);
    expect(rows.map(([own]) => own)).toEqual(outcomes);
    for (const [own, ...cells] of rows)
      expect(cells).toEqual(outcomes.map((other) => connective([own as Outcome, other])));
  });
});

const outcomeOf = (rule: Preset, stance: Stance): Outcome =>
  tallyOf({ rule, members: { A: 'support', X: said(stance) } }).outcome;
