import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitMeanings } from '../../src/cli/contract/exit.ts';
import { declarations, optionsOf } from '../../src/cli/program/commands.ts';
import { severities } from '../../src/model/diagnostic.ts';
import { directions } from '../../src/model/diff.ts';
import { candidateStatuses, decisionOutcomes, demandStatuses } from '../../src/model/roster.ts';
import { presets } from '../../src/model/rule.ts';
import { conflictKinds } from '../../src/model/snapshot.ts';
import { bases, outcomes, stances } from '../../src/model/stance.ts';
import { repository } from '../support/bin.ts';
import { inPipe } from '../support/host.ts';

const textOf = (document: string): string => readFileSync(join(repository, document), 'utf8');
const pages = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

test.each(pages)('%s begins with a sentence that says what it answers', (page) => {
  const [title = '', paragraph = ''] = textOf(page).split('\n\n');
  expect(title).toMatch(/^# \S[^\n]*$/);
  expect(paragraph).toMatch(/^(?![#<>|]|```|[-*] )\S.*[.:?]/s);
});

describe('docs/glossary.md', () => {
  const entries = [...textOf('docs/glossary.md').matchAll(/^- \*\*(.+?)\*\*: (.*(?:\n {2}.*)*)$/gm)].map(
    ([, word = '', text = '']) => ({ word, text: text.replaceAll('\n  ', ' ') }),
  );
  const words = entries.map(({ word }) => word);

  test('has each word once, in one or two sentences and with a link', () => {
    expect(new Set(words).size).toBe(words.length);
    expect(entries.filter(({ text }) => !/\]\([\w/.-]+\.md(?:#[\w-]+)?\)/.test(text))).toEqual([]);
    expect(entries.filter(({ text }) => text.split('. ').length > 3)).toEqual([]);
  });

  test('has every word of the closed lists', () => {
    const listed = [
      ...stances,
      ...bases,
      ...outcomes,
      ...presets,
      ...conflictKinds,
      ...directions,
      ...demandStatuses,
      ...candidateStatuses,
      ...decisionOutcomes,
      ...severities,
    ];
    expect(listed.filter((word) => !words.includes(word))).toEqual([]);
  });

  test.each([
    ['roster', 'snapshot', 'tally', 'member', 'body', 'group', 'position', 'stance', 'basis', 'leaning', 'follows'],
    [
      'settled',
      'pending',
      'standing',
      'own word',
      'bound',
      'share',
      'outcome',
      'criterion',
      'rule',
      'preset',
      'floor',
      'ceiling',
      'base',
      'weight',
      'label',
    ],
    ['votes', 'with-why', 'not-before', 'closes', 'monotone', 'have', 'need', 'short', 'possible', 'as-of', 'day'],
    ['month', 'instant', 'circa', 'run', 'since', 'joined', 'left', 'term', 'round', 'taking back', 'claim', 'count'],
    ['quantity', 'report about several', 'among', 'named', 'unnamed', 'pool', 'agrees', 'conflict', 'denied'],
    ['on record', 'source', 'why', 'by', 'quote', 'note', 'wants', 'demand', 'asked', 'answered', 'candidate'],
    ['proposed', 'milestone', 'deadline', 'decision', 'decision against the rule', 'expectation', 'holdout'],
    ['blocking', 'path', 'necessary', 'easiest', 'toBlock', 'fewestDemands', 'leverage', 'defection', 'onEvidence'],
    ['pivotal', 'room', 'move', 'direction', 'decisive', 'agreement', 'what-if', 'assumption', 'diagnostic'],
  ])('has %s …', (...contract) => {
    expect(contract.filter((word) => !words.includes(word))).toEqual([]);
  });
});

test('docs/format.md has every key of the schema, and no other', async () => {
  const { stdout } = await inPipe(['schema']);
  const keys = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (key === 'defaultSnippets') continue;
      if (key === 'properties') for (const name of Object.keys(value as object)) keys.add(name);
      collect(value);
    }
  };
  collect(JSON.parse(stdout));
  const [, reference = ''] = textOf('docs/format.md').split('## The decision\n');
  const code = (reference.match(/`[^`\n]+`/g) ?? []).join(' ');
  const named: readonly string[] = code.match(/[a-z]+(?:-[a-z]+)*/g) ?? [];
  const rows = (reference.match(/^\| (`[^|]*) \|/gm) ?? []).join(' ');
  const first = [...rows.matchAll(/`([a-z-]+)`/g)].map(([, key = '']) => key);
  expect([...keys].filter((key) => !named.includes(key) && !presets.some((preset) => preset === key))).toEqual([]);
  expect(first.filter((key) => !keys.has(key))).toEqual([]);
});

test('docs/commands.md has a row for every command and for every exit code', () => {
  const rows = [...textOf('docs/commands.md').matchAll(/^\| `?(\w+)\b.* \|$/gm)].map(([, word = '']) => word);
  expect(rows).toEqual(expect.arrayContaining([...declarations.map(({ name }) => name), ...Object.keys(exitMeanings)]));
});

const optionsByCommand = new Map(
  declarations.map((declaration) => [
    declaration.name,
    ['--help', ...optionsOf(declaration).map(({ long = '' }) => long)],
  ]),
);

/** The command lines in a page's text and in its scripts. */
function commandLinesIn(page: string): readonly string[] {
  const text = textOf(page);
  const blocks = (text.match(/^```(?:sh|console|yaml)\n.*?^```$/gms) ?? []).join('\n');
  const prose = text.replace(/^```.*?^```$/gms, '');
  const inBlocks = blocks.matchAll(/^(?:\$ |.*&& |.*npx )?rutte-tally ([a-z].*)$/gm);
  return [...inBlocks, ...prose.matchAll(/`rutte-tally ([a-z][^`]*)`/g)].map(([, line = '']) => line);
}

test.each(['README.md', ...pages])('the commands that %s names exist, with their options', (page) => {
  const unknown = commandLinesIn(page).filter((line) => {
    const [command = ''] = /^[a-z]+/.exec(line) ?? [];
    const options = optionsByCommand.get(command);
    const [words = ''] = line.replace(/'[^']*'|"[^"]*"/g, '').split(/ [|>;&#]/);
    return options === undefined || (words.match(/--[a-z-]+/g) ?? []).some((option) => !options.includes(option));
  });
  expect(unknown).toEqual([]);
});
