import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Member, Roster } from '../../../src/model/roster.ts';
import type { Criterion, Quantity } from '../../../src/model/rule.ts';
import { momentOf } from '../../../src/model/time.ts';
import { type Comments, rosterValues, writeRoster } from '../../../src/roster/write/write-roster.ts';
import { placeValues } from '../../../src/roster/yaml/locations.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { codes, criterion, evidenceRoster, type Plain, rosterOf, seeded } from '../../support/rosters.ts';
import { bundledText, fixture, fixturesIn, rosterIn } from '../../support/texts.ts';

const written = (roster: Roster): string => writeRoster(roster);
const writtenFrom = (parts: Plain): string => written(rosterOf(parts));

/** Both readers of ours see the same, and it is the same roster, from YAML and from JSON. */
function expectBack(roster: Roster, comments?: Comments): void {
  const text = writeRoster(roster, comments);
  const read = readValues(text);
  expect(placeValues(text).root.value).toEqual('value' in read ? read.value : read);
  expect(rosterIn(text)).toEqual(roster);
  expect(rosterIn(JSON.stringify(rosterValues(roster)))).toEqual(roster);
}

describe('a roster that is written and read back is the same', () => {
  test.each(fixturesIn('ok'))('%s', (file) => {
    expectBack(rosterIn(fixture('ok', file)));
  });

  test('the bundled one', () => {
    expectBack(rosterIn(bundledText()));
  });

  const textOf = (quantity: Quantity): string => {
    switch (quantity.kind) {
      case 'absolute':
        return quantity.value;
      case 'all-but':
        return `all but ${quantity.value}`;
      case 'share':
        return `${quantity.numerator}/${quantity.denominator}`;
    }
  };
  /** A random criterion as a reader would make it: bounds have their text, and lists name somebody. */
  const readable = (made: Criterion): Criterion => {
    if (made.kind !== 'count') return { ...made, of: made.of.map(readable) };
    const { among, ...rest } = made;
    const listed = among && ('only' in among ? among.only : among.except);
    const bound = { ...made.bound, text: textOf(made.bound.quantity) };
    return { ...rest, bound, ...(among && listed?.length && { among }) };
  };
  const everybody = Object.fromEntries(codes.map((code) => [code, { weights: { size: 1 } }]));
  const base = rosterOf({ members: everybody });

  test('whatever its rule', () => {
    fc.assert(
      fc.property(criterion.map(readable), (rule) => {
        expectBack({ ...base, rule: { name: 'custom', criterion: rule } });
      }),
      seeded,
    );
  });

  test('whatever was said', () => {
    fc.assert(
      fc.property(evidenceRoster, ({ members, rounds, rule: { closes }, claims }) => {
        // What a reader refuses is not to be written: words of a member that was not in, and whom it does not have.
        const codes = members.map(({ code }) => code);
        const isIn = ({ terms }: Member, day = ''): boolean =>
          terms.some(({ joined, left }, index) =>
            day === '' ? index === 0 : (joined?.day ?? '') <= day && day < (left?.day ?? '~'),
          );
        const sound = members.map(
          (member): Member => ({
            ...member,
            positions: member.positions
              .filter(({ date }) => isIn(member, date?.day))
              .map(({ follows, ...said }) =>
                follows?.every((code) => codes.includes(code)) ? { ...said, follows } : said,
              ),
          }),
        );
        const lists = claims.map((claim) => ({
          ...claim,
          holdouts: (claim.holdouts ?? []).filter((code) => codes.includes(code)),
        }));
        const byTime = lists.sort((a, b) => (momentOf(a.date) < momentOf(b.date) ? -1 : 1));
        const said = { members: sound, rounds, claims: byTime };
        expectBack({ ...base, ...said, rule: { ...base.rule, ...(closes && { closes }) } });
      }),
      seeded,
    );
  });

  const texts = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          '1',
          ' ',
          '#',
          ':',
          '-',
          '?',
          '"',
          "'",
          '{',
          '[',
          ',',
          '\n',
          '\r',
          '\t',
          '\\',
          '%',
          '\u0085',
          '\u2028',
          '\u001b',
          '\ufeff',
          '\ufffe',
          '\ud800',
          '\u0000',
          '\u007f',
        ),
        minLength: 1,
      }),
    )
    .map((text) => text.trim().normalize('NFC'))
    .filter((text) => text !== '' && text !== '__proto__');

  test('whatever its texts hold, and its keys', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (title, key, by, want) => {
        const member = {
          positions: [{ stance: 'conditional', by, wants: [{ id: key, text: want }, title], quote: key, note: by }],
          note: want,
        };
        const parts = {
          title,
          body: key,
          note: want,
          groups: { [key]: ['A'] },
          members: { A: member, B: { name: title } },
          claims: [{ date: '2024-01-01', by, holdouts: [], note: title }],
          candidates: { [key]: { note: title } },
          sources: { [key]: { title, publisher: by } },
        };
        expectBack(
          rosterOf({ ...parts, members: { A: { ...member, positions: [{ ...member.positions[0], source: key }] } } }),
        );
        expectBack(rosterOf(parts), { top: [title, by], members: new Map([['A', [key, want]]]) } as never);
      }),
      seeded,
    );
  });

  test.each([
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['many quotes', '" '.repeat(100_000).trim()],
    ['a line that looks like a document', 'a\n---\nb: [c]\n# d'],
    ['emoji joined to one', '👩‍🚀 and 👨‍👩‍👧'],
  ])('with a text of %s', (_, text) => {
    expectBack(rosterOf({ title: text, members: { A: { stance: 'oppose', why: text } } }));
  });

  test.each([1000, 1023, 1024, 1025, 5000])('with a key of %i letters', (length) => {
    const key = 'k'.repeat(length);
    const groups = { [key]: ['A'], [`${key}, "2"`]: [] };
    expectBack(rosterOf({ groups, members: { A: { weights: { [key]: 1 }, note: 'n' } }, candidates: { [key]: {} } }));
  });
});

describe('readers of YAML 1.1', () => {
  const words = [
    'NO',
    'no',
    'y',
    'N',
    'on',
    'OFF',
    'yes',
    'true',
    'False',
    'null',
    '007',
    '1e3',
    '1_000',
    '0x1F',
    '0o7',
  ];

  test.each(words)('see the code %s', (code) => {
    const text = writtenFrom({
      members: { [code]: 'support' },
      groups: { [code]: [code] },
      claims: [{ date: '2024-01-01', holdouts: [code] }],
    });
    const value = parse(text, { version: '1.1' });
    expect(Object.keys(value.members)).toEqual([code]);
    expect(value.groups).toEqual({ [code]: [code] });
    expect(value.claims[0].holdouts).toEqual([code]);
  });

  test.each([
    ...words,
    '~',
    '.5',
    '-1',
    '12:30:45',
    '2024-01-01',
    '2001-12-14 21:59:43.10 -5',
    '=',
    '<<',
    '.inf',
    '.NaN',
    '1.5',
    '+1',
    '0.1e-7',
    '1:2',
  ])('see the text %s', (title) => {
    for (const value of [
      parse(writtenFrom({ title, members: { A: '' } }), { version: '1.1' }),
      load(writtenFrom({ title, members: { A: '' } })),
    ]) {
      expect((value as { title: unknown }).title).toBe(title);
    }
  });

  test('see numbers and truths where there are some', () => {
    const parts = {
      members: { A: { date: '2024-01-01', circa: 'true', stance: 'support', weights: { size: '1.5' } } },
    };
    expect(load(writtenFrom(parts))).toMatchObject({ members: { A: { circa: true, weights: { size: 1.5 } } } });
  });
});

describe('what is written is short where it can be', () => {
  const lineOf = (parts: Plain, key: string): string[] => {
    const lines = writtenFrom(parts).split('\n');
    return lines.slice(lines.findIndex((line) => line.startsWith(`${key}:`))).filter((line) => line !== '');
  };
  const members = { A: '', B: 'support', C: { stance: 'oppose', why: 'no' }, NL: { name: 'Netherlands' } };

  test('members: nothing, a stance, a position; the name of a country goes without saying', () => {
    expect(lineOf({ names: 'iso-3166', members }, 'members')).toEqual([
      'members:',
      '  A:',
      '  B: support',
      '  C:',
      '    stance: oppose',
      '    why: "no"',
      '  NL:',
    ]);
  });

  test.each<[rule: unknown, lines: string[]]>([
    ['two-thirds', ['rule: two-thirds']],
    [{ consensus: { except: ['A'] } }, ['rule: { consensus: { except: [A] } }']],
    [{ silence: '2024-01-01T09:00:00Z' }, ['rule: { silence: 2024-01-01T09:00:00Z }']],
    [{ 'at-least': '2/3' }, ['rule: { count: support, at-least: 2/3 }']],
    [{ count: { except: ['support'] }, 'at-most': 3 }, ['rule: { count: { except: [support] }, at-most: 3 }']],
    [
      {
        count: ['support', 'abstain'],
        'at-least': '55%',
        of: ['support', 'oppose', 'abstain'],
        by: 'size',
        label: 'a part of the size',
      },
      [
        'rule:',
        '  count: [support, abstain]',
        '  by: size',
        '  at-least: 55%',
        '  of: [support, oppose, abstain]',
        '  label: a part of the size',
      ],
    ],
    [{ 'more-than': '1/2', of: 'votes' }, ['rule: { count: support, more-than: 1/2, of: votes }']],
    [
      {
        all: [
          'unanimity',
          { count: 'oppose', 'at-most': 0, 'with-why': 'true', among: 'g', 'not-before': '2024-01-01' },
        ],
        label: 'both',
      },
      [
        'rule:',
        '  all:',
        '    - { count: support, at-least: all, label: unanimity }',
        '    - { count: oppose, among: g, at-most: 0, with-why: true, not-before: 2024-01-01 }',
        '  label: both',
      ],
    ],
  ])('the rule %j', (rule, lines) => {
    const weighed = Object.fromEntries(['A', 'B'].map((code) => [code, { weights: { size: 1 } }]));
    const parts = { rule, members: weighed, groups: { g: ['A'] } };
    expect(lineOf(parts, 'rule').slice(0, lines.length)).toEqual(lines);
    expectBack(rosterOf(parts));
  });
});

test('comments stand above what they are about, and nothing in them ends them', () => {
  const roster = rosterOf({ members: { A: 'support', B: '' } });
  const comments = {
    top: ['from a\nfile: [', 'rule: unanimity\u2028title: x\r- \u0085y\u001b[31m'],
    members: new Map([['B', ['A: oppose\n  C: support']]]),
  };
  const text = writeRoster(roster, comments);
  expect(rosterIn(text)).toEqual(roster);
  expect(text.split('\n').slice(0, 3)).toEqual(['# from a�file: [', '# rule: unanimity�title: x�- �y�[31m', '']);
  expect(text).toContain('\n  # A: oppose�  C: support\n  B:\n');
});
