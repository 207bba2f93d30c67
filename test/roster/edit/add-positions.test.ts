import { describe, expect, test } from 'vitest';
import { addPositions } from '../../../src/roster/edit/add-positions.ts';
import type { DatedPosition, Insertion, Recorded } from '../../../src/roster/edit/insertion.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { time } from '../../support/rosters.ts';
import { bundledText, fixture, rosterIn } from '../../support/texts.ts';

const support: DatedPosition = {
  date: time('2024-06-20'),
  circa: false,
  stance: 'support',
  basis: 'stated',
  wants: [],
  sources: [],
};

const whole = (members: string): string => `title: t\nrule: consensus\n${members}\n`;

/** Each way of writing a member: its name, and its lines before and after. */
const ways = fixture('record', 'members.txt')
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...lines] = part.trimEnd().split('\n');
    const of = (mark: string): string =>
      lines.flatMap((line) => (line === '' || line[0] === ' ' || line[0] === mark ? [line.slice(2)] : [])).join('\n');
    return { name, before: whole(of('-')), after: whole(of('+')) };
  });

const withMoves = (text: string, moves: readonly Insertion[]): Recorded => addPositions(text, readValues(text), moves);

/** The text with one more position; what keeps it from being recorded otherwise. */
function recorded(text: string, position = support, code = 'FR'): unknown {
  const result = withMoves(text, [{ code, position }]);
  return result.kind === 'recorded' ? result.text : result;
}

describe('a position is added to', () => {
  test.each(ways)('$name', ({ before, after }) => {
    expect(recorded(before)).toBe(after);
    expect(rosterIn(after).members.find(({ code }) => code === 'FR')?.positions).toContainEqual(support);
  });

  test.each(ways)('$name, whatever ends its lines', ({ before, after }) => {
    for (const newline of ['\r\n', '\r']) {
      expect(recorded(before.replaceAll('\n', newline))).toBe(after.replaceAll('\n', newline));
    }
  });

  test.each(ways)('$name, where the last line has no end', ({ before, after }) => {
    expect(recorded(before.trimEnd())).toBe(after.trimEnd());
  });

  test.each(ways)('$name, twice', ({ before }) => {
    const later = { ...support, date: time('2024-06-30') };
    const twice = recorded(String(recorded(before)), later) as string;
    const positions = rosterIn(twice).members.find(({ code }) => code === 'FR')?.positions;
    expect(positions).toEqual(expect.arrayContaining([support, later]));
  });
});

describe('what is written', () => {
  const text = whole('members:\n  FR:\n  "NO": support');
  const all: DatedPosition = {
    date: time('2024-06'),
    circa: true,
    stance: 'conditional',
    basis: 'reported',
    by: 'a minister, to X',
    why: 'one: two\nthree',
    wants: ['a post', 'money, at once'],
    sources: ['https://example.org/1', 'https://example.org/2'],
    quote: '"Yes"',
    note: 'NO',
  };

  test('says all there is to say, in one order', () => {
    expect(recorded(text, all)).toBe(
      whole(`members:
  FR:
    positions:
      - date: 2024-06
        circa: true
        stance: conditional
        basis: reported
        by: a minister, to X
        why: "one: two\\nthree"
        wants: [a post, "money, at once"]
        sources: [https://example.org/1, https://example.org/2]
        quote: "\\"Yes\\""
        note: "NO"
  "NO": support`),
    );
  });

  test('is a list with a line for each item where one line would be long', () => {
    const wants = ['that it is told in advance, and in writing', 'a say in who comes next, as it was promised'];
    const written = recorded(text, { ...support, wants });
    expect(written).toContain(`        wants:\n          - ${wants[0]}\n          - ${wants[1]}\n`);
  });

  test('is found by a name that is written in another way', () => {
    expect(recorded(whole('members:\n  "e\\u0301 ": support'), support, 'é')).toContain('- date: 2024-06-20');
    expect(recorded(text, support, 'NO')).toContain('- stance: support\n      - date: 2024-06-20');
  });
});

describe('a note beside a stance', () => {
  const before = whole('members:\n  FR:\n    name: F\n    stance: oppose\n    note: said in passing');

  test('is about the position, and goes with it', () => {
    const [member] = rosterIn(String(recorded(before))).members;
    expect(member?.positions).toMatchObject([{ stance: 'oppose', note: 'said in passing' }, { stance: 'support' }]);
    expect(member).not.toHaveProperty('note');
  });

  test('is about the member where there is no position', () => {
    const [member] = rosterIn(String(recorded(before.replace('oppose', 'undeclared')))).members;
    expect(member).toMatchObject({ note: 'said in passing', positions: [support] });
  });
});

test('the members of the bundled roster can move, in lines that are added', () => {
  const text = bundledText();
  const later = { ...support, date: time('2024-07-01') };
  for (const [index, { code }] of rosterIn(text).members.entries()) {
    if (index % 3 > 0) continue;
    const after = String(recorded(text, later, code));
    const at = after.indexOf('- date: 2024-07-01');
    expect(at).toBeGreaterThan(0);
    const added = /^(?: +positions:\n)? +- date: 2024-07-01\n +stance: support\n/m.exec(after)?.[0] ?? '';
    expect(after.replace(added, '')).toBe(text);
    expect(
      rosterIn(after)
        .members.find((member) => member.code === code)
        ?.positions.at(-1),
    ).toEqual(later);
  }
});

describe('what stands before a first key in its line', () => {
  const item = '- date: 2024-06-20\n        stance: support';

  test.each([
    [
      'a tag of a stance',
      '!!str stance: support\n    name: F',
      `positions:\n      - !!str stance: support\n      ${item}\n    name: F`,
    ],
    [
      'an anchor of a name',
      '&x name: F\n    stance: support',
      `&x name: F\n    positions:\n      - stance: support\n      ${item}`,
    ],
    [
      'a tag in a history',
      'positions:\n      - !!str stance: support',
      `positions:\n      - !!str stance: support\n      ${item}`,
    ],
  ])('goes with it: %s', (_, before, after) => {
    const text = recorded(whole(`members:\n  FR:\n    ${before}`));
    expect(text).toBe(whole(`members:\n  FR:\n    ${after}`));
    expect(rosterIn(String(text)).members[0]?.positions).toHaveLength(2);
  });
});

describe('several positions', () => {
  const later = { ...support, date: time('2024-06-30') };

  test('are added at once, also to one member', () => {
    const before = whole('members:\n  FR: # a\n  NL: support # b\n  BE:\n');
    const moves = [
      { code: 'NL', position: later },
      { code: 'FR', position: later },
      { code: 'NL', position: support },
    ];
    expect(withMoves(before, moves)).toEqual({
      kind: 'recorded',
      text: whole(`members:
  FR: # a
    positions:
      - date: 2024-06-30
        stance: support
  NL:
    positions:
      - stance: support # b
      - date: 2024-06-20
        stance: support
      - date: 2024-06-30
        stance: support
  BE:\n`),
    });
  });

  test('are added side by side in braces', () => {
    const before = whole('members: {FR,NL: ,BE: support}');
    const moves = ['BE', 'FR', 'NL'].map((code) => ({ code, position: support }));
    const result = withMoves(before, moves) as { text: string };
    expect(rosterIn(result.text).members.map(({ positions }) => positions.length)).toEqual([2, 1, 1]);
  });

  test('of one day are not', () => {
    const moves = [
      { code: 'FR', position: support },
      { code: 'FR', position: { ...support, stance: 'oppose' as const } },
    ];
    expect(withMoves(whole('members:\n  FR:'), moves)).toEqual({
      kind: 'same-date',
      move: moves[1],
      date: '2024-06-20',
    });
  });

  test('are added to thousands of members', () => {
    const codes = Array.from({ length: 2000 }, (_, index) => `m${index}`);
    const before = whole(`members:\n${codes.map((code) => `  ${code}:`).join('\n')}`);
    const result = withMoves(
      before,
      codes.map((code) => ({ code, position: support })),
    ) as { text: string };
    expect(result.text.match(/^ {6}- date: 2024-06-20$/gm)).toHaveLength(2000);
  });
});

describe('nothing is recorded', () => {
  test('of somebody who is not in the roster', () => {
    expect(recorded(whole('members: { NL: support, BE: }'))).toEqual({
      kind: 'unknown-member',
      move: { code: 'FR', position: support },
      codes: ['NL', 'BE'],
    });
  });

  test.each([
    ['2024-06-20', 'FR: { stance: oppose, date: 2024-06-20 }'],
    ['2024-06-20', 'FR: { positions: [{ stance: oppose }, { stance: oppose, date: 2024-06-20 }] }'],
  ])('at the time of another position: %s', (date, member) => {
    expect(recorded(whole(`members:\n  ${member}`))).toEqual({
      kind: 'same-date',
      move: { code: 'FR', position: support },
      date,
    });
  });

  test.each(['2024-06-20T23:00:00Z', '2024-06-21T01:00:00+02:00'])(
    'of none, where the other position is of another time of the day, %s: the bare day comes first',
    (date) => {
      const text = recorded(whole(`members:\n  FR: { positions: [{ stance: oppose, date: ${date} }] }`));
      expect(text).toContain(`[{ date: 2024-06-20, stance: support }, { stance: oppose, date: ${date} }]`);
    },
  );

  test.each([
    ['no YAML', 'members: {'],
    ['no mapping', '- members'],
    ['no members', 'groups:'],
    ['members in a list', 'members: [FR]'],
    ['a member in a list', 'members: { FR: [support] }'],
    ['a history that is text', 'members: { FR: { positions: support } }'],
  ])('in a text that is no roster: %s', (_, text) => {
    expect(recorded(text)).toEqual({ kind: 'unreadable', text });
  });

  test('where the first of two moves does not make a sound text, which is told', () => {
    const text = 'members: { FR: } }';
    const moves = ['2024-06-20', '2024-06-21'].map((date) => ({
      code: 'FR',
      position: { ...support, date: time(date) },
    }));
    expect(addPositions(text, { value: { members: { FR: '' } } }, moves)).toEqual({
      kind: 'unreadable',
      text: 'members: { FR: { positions: [{ date: 2024-06-20, stance: support }] } } }',
    });
  });

  test.each([
    'members: { FR: { date: [] } }',
    'members: { FR: { positions: [support, ] } }',
    'members:\n  FR:\n    positions:\n      - support\n      -\n',
    'members:\n  FR: { stance: [x] }',
    'members:\n  : x\n  FR: support',
    'members:\n  FR: { positions: [], stance: support }',
  ])('that would make a roster of a text that is none: %s', (text) => {
    expect(() => rosterIn(String(recorded(text)))).toThrow();
  });
});
