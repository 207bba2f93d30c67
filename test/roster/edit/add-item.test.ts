import { describe, expect, test } from 'vitest';
import type { Claim, Round } from '../../../src/model/roster.ts';
import { addClaim, addRound } from '../../../src/roster/edit/add-item.ts';
import { readReportedCount } from '../../../src/roster/schema/reported-count.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { time } from '../../support/rosters.ts';
import { bundledText, fixture, rosterIn } from '../../support/texts.ts';

const count = (text: string) => {
  const read = readReportedCount(text);
  if (!('value' in read)) throw new Error(text);
  return read.value;
};

const claim: Claim = {
  date: time('2024-06-10'),
  circa: false,
  by: 'NOS',
  supporting: count('more than 20'),
  sources: [],
};

const added = (text: string, what = claim): string | undefined => addClaim(text, readValues(text), what);

/** Each way of writing claims: its name, and its lines before and after. */
const ways = fixture('record', 'claims.txt')
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...lines] = part.trimEnd().split('\n');
    const of = (mark: string): string =>
      lines.flatMap((line) => (line === '' || line[0] === ' ' || line[0] === mark ? [line.slice(2)] : [])).join('\n');
    return { name, before: `${of('-')}\n`, after: `${of('+')}\n` };
  });

describe('a claim is added to', () => {
  test.each(ways)('$name', ({ before, after }) => {
    expect(added(before)).toBe(after);
    const { claims, ...rest } = rosterIn(after);
    expect(claims).toContainEqual(claim);
    expect(rest).toEqual((({ claims: _, ...others }) => others)(rosterIn(before)));
  });

  test.each(ways)('$name, whatever ends its lines', ({ before, after }) => {
    for (const newline of ['\r\n', '\r'])
      expect(added(before.replaceAll('\n', newline))).toBe(after.replaceAll('\n', newline));
  });

  test.each(ways)('$name, where the last line has no end', ({ before, after }) => {
    expect(added(before.trimEnd())).toBe(after.trimEnd());
  });

  test.each(ways)('$name, twice', ({ before }) => {
    const later = { ...claim, date: time('2024-06-30'), by: 'POLITICO' };
    const twice = added(String(added(before)), later) as string;
    expect(rosterIn(twice).claims).toEqual(expect.arrayContaining([claim, later]));
  });

  test('a roster after the end of an empty document', () => {
    const before = '...\ntitle: t\nrule: consensus\nmembers: { A: support }\n';
    expect(rosterIn(String(added(before))).claims).toEqual([claim]);
  });

  test('the bundled roster, in one line', () => {
    const before = bundledText();
    const after = added(before) ?? '';
    expect(after.split('\n')).toHaveLength(before.split('\n').length + 3);
    expect(rosterIn(after).claims).toHaveLength(rosterIn(before).claims.length + 1);
  });
});

describe('what a claim says', () => {
  test('is written with all of its words, and quoted where it must be', () => {
    const whole: Claim = {
      date: time('2024-06'),
      circa: true,
      by: 'a diplomat, to X',
      supporting: count('26 of 27'),
      holdingOut: count('1'),
      holdouts: ['NO', 'FR'],
      sources: ['https://example.org/1', 'https://example.org/2'],
      quote: 'yes: "all"',
      note: 'no',
    };
    const before = 'title: t\nrule: consensus\nmembers: { "NO": , FR: }\n';
    expect(added(before, whole)).toBe(`${before}claims:
  - date: 2024-06
    circa: true
    by: a diplomat, to X
    supporting: 26 of 27
    holding-out: 1
    holdouts: ["NO", FR]
    sources: [https://example.org/1, https://example.org/2]
    quote: "yes: \\"all\\""
    note: "no"
`);
    expect(rosterIn(added(before, whole) ?? '').claims).toEqual([{ ...whole, holdouts: ['FR', 'NO'] }]);
  });

  test('may be that nobody holds out', () => {
    const before = 'title: t\nrule: consensus\nmembers: { FR: }\n';
    const { supporting: _, ...nobody } = { ...claim, holdouts: [] };
    expect(added(before, nobody)).toBe(`${before}claims:\n  - { date: 2024-06-10, by: NOS, holdouts: [] }\n`);
  });
});

describe('no claim is added', () => {
  test.each([
    ['to what is no YAML', 'title: ['],
    ['to what has no members', 'title: t\n'],
    ['to what is no mapping', '- a\n'],
    ['to nothing', ''],
    ['where the section is something else', 'members: { FR: }\nclaims: none\n'],
  ])('%s', (_, text) => {
    expect(added(text)).toBeUndefined();
  });
});

test('a claim is added among thousands of members without reading them', () => {
  const members = Array.from({ length: 20_000 }, (_, index) => `  m${index}: { stance: support, date: 2024-01-01 }\n`);
  const text = `title: t\nrule: consensus\nmembers:\n${members.join('')}claims:\n  - { date: 2024-01-01, supporting: 1 }\n`;
  expect(added(text)?.endsWith('supporting: more than 20 }\n')).toBe(true);
});

const round: Round = { date: time('2024-06-10'), name: 'second ballot' };
const begun = (text: string, what = round): string | undefined => addRound(text, readValues(text), what);

const entry = '{ date: 2024-06-10, name: second ballot }';
const head = 'title: t\nrule: consensus\n';
const members = 'members:\n  FR: support\n  NL: # c\n';
const inJson = '{ "title": "t", "rule": "consensus", "members": { "FR": "support" }';

/** The text before and after. */
const places: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a roster without rounds', head + members, `${head}${members}rounds:\n  - ${entry}\n`],
  [
    'a roster with claims, before them and indented like them',
    `${head}\n${members}  # below\n\n# reported\nclaims:\n- { date: 2024-02-01, supporting: 1 }\n`,
    `${head}\n${members}  # below\n\nrounds:\n- ${entry}\n\n# reported\nclaims:\n- { date: 2024-02-01, supporting: 1 }\n`,
  ],
  [
    'a section with nothing in it',
    `${head}rounds: # none yet\n${members}`,
    `${head}rounds: # none yet\n  - ${entry}\n${members}`,
  ],
  ['an empty list', `${head}rounds: []\n${members}`, `${head}rounds:\n  - ${entry}\n${members}`],
  [
    'rounds in braces',
    `${head}rounds:\n  # of January\n  - {date: 2024-01-08} # by post\n${members}`,
    `${head}rounds:\n  # of January\n  - {date: 2024-01-08} # by post\n  - {date: 2024-06-10, name: second ballot}\n${members}`,
  ],
  [
    'rounds line by line, before a later one',
    `${head}rounds:\n-  date: 2024-01-08\n   name: first\n\n-  date: 2024-06-10T09:00:00Z\n   name: third\n${members}`,
    `${head}rounds:\n-  date: 2024-01-08\n   name: first\n\n-  date: 2024-06-10\n   name: second ballot\n\n-  date: 2024-06-10T09:00:00Z\n   name: third\n${members}`,
  ],
  [
    'rounds in brackets',
    `${head}rounds: [{ date: 2024-01-08 }] # so far\n${members}`,
    `${head}rounds: [{ date: 2024-01-08 }, ${entry}] # so far\n${members}`,
  ],
  [
    'a roster in braces',
    '{ title: t, members: { FR: support }, rule: consensus }',
    `{ title: t, members: { FR: support }, rounds: [${entry}], rule: consensus }`,
  ],
  ['a roster in JSON', `${inJson} }`, `${inJson}, "rounds": [{ "date": "2024-06-10", "name": "second ballot" }] }`],
  [
    'a roster in JSON with an empty list',
    `${inJson}, "rounds": [] }`,
    `${inJson}, "rounds": [{ "date": "2024-06-10", "name": "second ballot" }] }`,
  ],
  [
    'a roster in JSON with rounds',
    `${inJson}, "rounds": [\n  { "date": "2024-01-08" }\n] }`,
    `${inJson}, "rounds": [\n  { "date": "2024-01-08" },\n  { "date": "2024-06-10", "name": "second ballot" }\n] }`,
  ],
];

describe('a round is added to', () => {
  test.each(places)('%s', (_, before, after) => {
    expect(begun(before)).toBe(after);
    const { rounds, ...rest } = rosterIn(after);
    const { rounds: old, ...same } = rosterIn(before);
    expect(rounds).toHaveLength(old.length + 1);
    expect(rounds).toContainEqual(round);
    expect(rest).toEqual(same);
  });

  test.each(places)('%s, whatever ends its lines', (_, before, after) => {
    for (const newline of ['\r\n', '\r'])
      expect(begun(before.replaceAll('\n', newline))).toBe(after.replaceAll('\n', newline));
  });
});

test('a round may have no name, and one that a reader would take for something else is in quotes', () => {
  const { date } = round;
  expect(begun(head + members, { date })).toBe(`${head}${members}rounds:\n  - { date: 2024-06-10 }\n`);
  const after = begun(head + members, { date, name: 'No: 2, # again' }) ?? '';
  expect(after).toContain('- { date: 2024-06-10, name: "No: 2, # again" }');
  expect(rosterIn(after).rounds).toEqual([{ date, name: 'No: 2, # again' }]);
});

test.each([
  ['to what is no YAML', 'title: ['],
  ['to what has no members', 'title: t\n'],
  ['where the section is something else', 'members: { FR: }\nrounds: none\n'],
])('no round is added %s', (_, text) => {
  expect(begun(text)).toBeUndefined();
});
