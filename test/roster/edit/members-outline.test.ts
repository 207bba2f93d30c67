import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesOf } from '../../../src/roster/edit/member-syntax.ts';
import { membersOutline } from '../../../src/roster/edit/members-outline.ts';
import { outline } from '../../../src/roster/outline/outline.ts';
import { type OutlinePair, under } from '../../../src/roster/outline/syntax.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { seeded } from '../../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn } from '../../support/texts.ts';
import { writtenRosters } from '../../support/written-rosters.ts';

/** All members, outlined one by one; undefined where there are none. */
function oneByOne(text: string): unknown {
  const values = readValues(text);
  const members = 'value' in values ? membersOutline(text, values.value) : undefined;
  return members && { flow: members.flow, pairs: members.codes.map((_, place) => members.at(place)) };
}

/** The same, from a syntax tree of the whole text. */
function fromWholeTree(text: string): unknown {
  const members = 'value' in readValues(text) ? under(outline(text), 'members')?.value : undefined;
  return members?.kind === 'mapping' ? { flow: members.flow, pairs: members.pairs } : undefined;
}

const texts = [...fixturesIn('ok').map((file) => fixture('ok', file)), bundledText()];

describe('members outlined one by one are those of the whole text', () => {
  test.each([
    [
      'in a block',
      'title: t\nmembers:\n  NL: support\n\n  # about BE\n  BE:\n    stance: oppose\n# the end\nrule: unanimity\n',
    ],
    ['with their colons on lines of their own', 'members:\n  ? NL\n  : support\n  BE: support\n'],
    ['without a colon', 'members:\n  ? NL\n  BE: support\n'],
    ['in quotes', `members:\n  "NL": support\n  'BE' : support\n  FR: support`],
    ['in quotes with escapes', 'members:\n  "\\u004eL": support\n  BE: support\n'],
    ['under a key in quotes', '"members": # all\n  NL: support\n'],
    ['under a key with an escape', '"\\u006dembers":\n  NL: support\n'],
    ['beside lists at the margin', '---\nclaims:\n- by: x\n- by: y\nmembers:\n NL: support\n'],
    ['behind an anchor', 'members: &all\n  NL: support\n'],
    ['in braces', 'members: { NL: support, BE: oppose }\n'],
    ['in braces on lines of their own', 'members:\n  {\n  NL: support\n  }\n'],
    ['in braces behind a tab', 'members:\n \t{\n NL: }'],
    ['in JSON', '{ "members": { "NL": "support" } }'],
    ['in a list', 'members: [NL]\n'],
    ['that are none', 'members:\n'],
    ['in a text that is none', '- members\n'],
    ['whose codes begin with a space that is no blank', 'members:\n  \u00a0NL: support\n  BE: support\n'],
    ['with numbers for codes', '2: x\nmembers:\n  b: support\n  10: oppose\n  9: support\n1: y\n'],
  ])('%s', (_, text) => {
    expect(oneByOne(text)).toEqual(fromWholeTree(text));
  });

  test('in rosters of many styles', () => {
    for (const text of texts) expect(oneByOne(text)).toEqual(fromWholeTree(text));
    fc.assert(
      fc.property(writtenRosters, ({ text }) => {
        expect({ text, members: oneByOne(text) }).toEqual({ text, members: fromWholeTree(text) });
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  test('in texts that were rosters', () => {
    fc.assert(
      fc.property(damaged(texts), (text) => {
        const members = fromWholeTree(text);
        if (members !== undefined) expect({ text, members: oneByOne(text) }).toEqual({ text, members });
      }),
      { ...seeded, numRuns: 300 },
    );
  });
});

const kinds = [
  '- { stance: oppose }',
  '- so',
  '- { stance: oppose, date: DAY }',
  '- stance: support\n  date: DAY   # said so\n  why: >\n    one\n\n    - two\n',
  '-\n  stance: unclear\n  date: DAY\n# between\n',
  '- { stance: withheld,\n    date: "DAY" }  # braces on two lines',
];
const dayOf = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
const positions = (count: number, indent: string) =>
  Array.from({ length: count }, (_, index) =>
    `${kinds[index % kinds.length]?.replace('DAY', dayOf(index))}`.replace(/^(?=.)/gm, indent),
  ).join('\n');
const inBraces = Array.from({ length: 120 }, (_, index) => `{ stance: oppose, date: ${dayOf(index)} }`).join(', ');
const textOf = (member: string) => `title: T\nrule: consensus\nmembers:\n  B: support\n${member}\n  C: oppose\n`;

test.each([
  ['a list in lines', `  A:\n    name: the member\n    positions: # all of them\n${positions(120, '      ')}`],
  ['a list in the column of its key', `  A:\n    positions:\n${positions(121, '    ')}`],
  ['a key after the list', `  A:\n    positions:\n${positions(122, '      ')}\n    name: the member`],
  [
    'a list in braces',
    `  A:\n    positions: [${Array.from({ length: 120 }, (_, index) => `{ stance: oppose, date: ${dayOf(index)} }`).join(', ')}]`,
  ],
  ['a list in braces on the next line', `  A:\n    positions:\n      [${inBraces}]`],
  [
    'lines of a text like them',
    `  A:\n    "positions": [${inBraces}]\n    note: |\n      positions:\n${'      - so\n'.repeat(120)}`,
  ],
  ['an anchor', `  A:\n    positions:\n${positions(120, '      ').replace('oppose', '&no oppose')}`],
  [
    'a list after a list of the same column',
    `  A:\n    terms:\n      - { joined: 2000-01-01 }\n    positions:\n${positions(120, '      ')}`,
  ],
  ['a dash in a text', `  A:\n    name: >\n      positions:\n      - one\n    positions:\n${positions(120, '      ')}`],
])('a member with many positions and %s has the outline that the whole text gives it', (_, member) => {
  const text = textOf(member);
  const values = readValues(text);
  const members = membersOutline(text, 'value' in values ? values.value : expect.unreachable(text));
  const whole = under(outline(text), 'members')?.value;
  const pairs = whole?.kind === 'mapping' ? whole.pairs : [];
  expect(pairs).toHaveLength(3);
  const datesIn = (pair: OutlinePair | undefined) => (pair === undefined ? [] : datesOf(pair));
  expect(members?.codes.map((_, place) => datesIn(members.at(place)))).toEqual(pairs.map(datesIn));
  const withoutDates = JSON.stringify(
    members?.codes.map((_, place) => members.at(place)),
    (key, value) => (key === 'dates' ? undefined : value),
  );
  expect(JSON.parse(withoutDates)).toEqual(JSON.parse(JSON.stringify(pairs)));
});
