import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/model/roster.ts';
import { addClaim } from '../../../src/roster/edit/add-claim.ts';
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
