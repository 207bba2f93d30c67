import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/roster/diagnose/diagnose.ts';
import { readValues } from '../../src/roster/yaml/values.ts';
import {
  adviceDay,
  brief,
  bundledText,
  expectSound,
  fixture,
  fixturesIn,
  rosterIn,
  rosterText,
  withMember,
} from '../support/texts.ts';

/** The one member of a roster with only that member, as written. */
const memberIn = (written: string) => rosterIn(withMember(written)).members[0];

/** What a position says that nobody has written. */
const silent = { circa: false, basis: 'stated', wants: [], sources: [] };

describe('the fixtures of the format', () => {
  test.each(fixturesIn('ok'))('%s is a roster, with nothing to advise', (file) => {
    const text = fixture('ok', file);
    expectSound(text);
    expect(brief(text, { today: adviceDay })).toEqual([]);
    expect(rosterIn(text).members.length).toBeGreaterThan(0);
  });

  test.each(fixturesIn('ok'))('%s is the same roster with other ends of line and behind a byte order mark', (file) => {
    const text = fixture('ok', file);
    const roster = rosterIn(text);
    expect(rosterIn(text.replaceAll('\n', '\r\n'))).toEqual(roster);
    expect(rosterIn(`\ufeff${text}`)).toEqual(roster);
    expectSound(text.replaceAll('\n', '\r\n'));
    expectSound(`\ufeff${text}`);
  });

  test.each(fixturesIn('ok'))('%s is the same roster when written as JSON', (file) => {
    const text = fixture('ok', file);
    const read = readValues(text);
    const value = 'value' in read ? read.value : undefined;
    expect(rosterIn(JSON.stringify(value))).toEqual(rosterIn(text));
    expect(rosterIn(JSON.stringify(value, null, 2))).toEqual(rosterIn(text));
    expect(rosterIn(JSON.stringify(value, null, '\t'))).toEqual(rosterIn(text));
    expectSound(JSON.stringify(value, null, '\t'));
  });
});

test('the bundled roster is one', () => {
  const roster = rosterIn(bundledText());
  expect(roster.title).toBe('Mark Rutte for NATO secretary general');
  expect(roster.members).toHaveLength(32);
  expect(roster.members.map(({ code }) => code)).toContain('NO');
  expect(roster.rule.name).toBe('consensus');
  expect(diagnose(bundledText())).toEqual({ valid: true, diagnostics: [], more: 0 });
});

describe('a roster', () => {
  test('needs a title, a rule and a member, and everything else is empty', () => {
    const { rule, ...rest } = rosterIn(withMember('support'));
    expect(rule.name).toBe('consensus');
    expect(rest).toEqual({
      title: 'A new chair',
      groups: {},
      members: [{ code: 'NL', name: 'NL', terms: [{}], weights: {}, positions: [{ ...silent, stance: 'support' }] }],
      rounds: [],
      demands: [],
      claims: [],
      reports: [],
      candidates: [],
      milestones: [],
      expect: [],
      sources: {},
    });
  });

  test('has a body, a date and a note', () => {
    const roster = rosterIn(rosterText({ rest: 'body: NATO\nas-of: 2024-02\nnote: by hand\n' }));
    expect(roster).toMatchObject({ body: 'NATO', asOf: { text: '2024-02', day: '2024-02-29' }, note: 'by hand' });
  });

  test.each(['groups', 'demands', 'claims', 'candidates', 'milestones', 'expect', 'sources'])(
    'may have nothing after the colon of %s',
    (section) => {
      expect(rosterIn(rosterText({ rest: `${section}:\n` }))).toEqual(rosterIn(rosterText()));
      expect(rosterIn(rosterText({ rest: `${section}: ""\n` }))).toEqual(rosterIn(rosterText()));
      expectSound(rosterText({ rest: `${section}:\n` }));
    },
  );

  test('has its members sorted by code, not by the order of the file or a language', () => {
    const { members } = rosterIn(rosterText({ members: '{ b: , B: , ä: , a: , "10": , "9": , Z: , _: }' }));
    expect(members.map(({ code }) => code)).toEqual(['10', '9', 'B', 'Z', '_', 'a', 'b', 'ä']);
  });
});

describe('text', () => {
  test.each([
    ['A new chair', 'A new chair'],
    ['"  A new chair  "', 'A new chair'],
    ["'It''s'", "It's"],
    ['"caf\\u00e9"', 'café'],
    ['"cafe\\u0301"', 'café'],
    ['cafe\u0301', 'café'],
    ['|\n  two\n  lines', 'two\nlines'],
    ['>\n  two\n  lines', 'two lines'],
    ['two\n  lines # and a comment', 'two lines'],
    ['&anchor anchored', 'anchored'],
    ['2024', '2024'],
    ['1.50', '1.50'],
    ['0x1F', '0x1F'],
    ['true', 'true'],
    ['NO', 'NO'],
    ['null', 'null'],
    ['~', '~'],
    ['2024-02-21', '2024-02-21'],
    ['=', '='],
    ['😀', '😀'],
  ])('written %j is %j', (written, title) => {
    const text = rosterText().replace('A new chair', written);
    expect(rosterIn(text).title).toBe(title);
    expectSound(text);
  });
});

describe('codes', () => {
  test('are the text as written: NO is Norway where codes are countries, and 1, true and 1.50 are themselves', () => {
    const text = rosterText({
      members: '{ NO: support, 1: oppose, true: , 1.50: abstain, null: , 0x1F: , 007: }',
      rest: 'names: iso-3166\n',
    });
    const { members } = rosterIn(text);
    expect(members.map(({ code }) => code)).toEqual(['007', '0x1F', '1', '1.50', 'NO', 'null', 'true']);
    expect(members.find(({ code }) => code === 'NO')?.name).toBe('Norway');
  });

  test.each([
    ['NL', 'Netherlands'],
    ['GB', 'United Kingdom'],
    ['US', 'United States'],
    ['TR', 'Türkiye'],
    ['CZ', 'Czechia'],
    ['nl', 'nl'],
    ['XX', 'XX'],
    ['USA', 'USA'],
    ['constructor', 'constructor'],
  ])('%s is called %s in a roster of countries, unless it has a name', (code, name) => {
    const rest = 'names: iso-3166\n';
    expect(rosterIn(rosterText({ members: `{ ${code}: }`, rest })).members[0]).toMatchObject({ code, name });
    expect(rosterIn(rosterText({ members: `{ ${code}: { name: Us } }`, rest })).members[0]).toMatchObject({
      name: 'Us',
    });
    expect(rosterIn(rosterText({ members: `{ ${code}: }` })).members[0]).toMatchObject({ code, name: code });
  });

  test.each<[what: string, codes: string, rest: string, names: string]>([
    ['five codes of countries are countries', 'AT BE DE FR NL', '', 'Austria Belgium Germany France Netherlands'],
    [
      'what is no code of two capitals does not count',
      'AT BE DE FR NL eu',
      '',
      'Austria Belgium Germany France Netherlands eu',
    ],
    ['four are too few to tell', 'AT BE DE FR', '', 'AT BE DE FR'],
    [
      'four are countries where the roster says so',
      'AT BE DE FR',
      'names: iso-3166\n',
      'Austria Belgium Germany France',
    ],
    ['initials are initials: HB is no country', 'BE BW BY HB HE', '', 'BE BW BY HB HE'],
    [
      'and initials that happen to be countries are, where the roster says so',
      'BE BO BY IL IN',
      'names: none\n',
      'BE BO BY IL IN',
    ],
  ])('%s', (_, codes, rest, names) => {
    const { members } = rosterIn(rosterText({ members: `{ ${codes.split(' ').join(': , ')}: }`, rest }));
    expect(members.map(({ name }) => name).sort()).toEqual(names.split(' ').sort());
  });

  test.each(['1', 'NO', 'true', '1.50'])('%s is found wherever a member is named', (code) => {
    const roster = rosterIn(
      rosterText({
        rule: `{ among: [${code}], at-least: 1 }`,
        members: `{ ${code}: support }`,
        rest: [
          `groups: { g: [${code}] }`,
          `claims: [{ date: 2024-01-01, holdouts: [${code}] }]`,
          `candidates: { Ana: { member: ${code} } }`,
          `expect: [{ as-of: 2024-01-01, holdouts: [${code}] }]`,
        ].join('\n'),
      }),
    );
    expect(roster.rule.criterion).toMatchObject({ among: { only: [code] } });
    expect(roster.groups).toEqual({ g: [code] });
    expect(roster.claims[0]?.holdouts).toEqual([code]);
    expect(roster.candidates[0]?.member).toBe(code);
    expect(roster.expect[0]?.holdouts).toEqual([code]);
  });
});

describe('a member', () => {
  test.each(['support', 'no-objection', 'abstain', 'oppose', 'recused', 'withheld', 'unclear'] as const)(
    'is said to %s in one word',
    (stance) => {
      expect(memberIn(stance)?.positions).toEqual([{ ...silent, stance }]);
      expect(memberIn(`{ stance: ${stance} }`)).toEqual(memberIn(stance));
      expect(memberIn(`{ positions: [{ stance: ${stance} }] }`)).toEqual(memberIn(stance));
    },
  );

  test.each(['', 'undeclared', '""', '{}', '{ stance: undeclared }', '{ positions: [] }', '"  "', '{ weights: }'])(
    'of which nothing is known may be written %j',
    (written) => {
      expect(memberIn(written)).toEqual({ code: 'NL', name: 'NL', terms: [{}], weights: {}, positions: [] });
    },
  );

  test('of which nothing is known may have a name, dates, weights and a note', () => {
    const written =
      '{ stance: undeclared, name: Us, joined: 2024-01-01, left: 2024-02, weights: { a: 1 }, note: asked }';
    expect(memberIn(written)).toEqual({
      code: 'NL',
      name: 'Us',
      terms: [{ joined: { text: '2024-01-01', day: '2024-01-01' }, left: { text: '2024-02', day: '2024-02-29' } }],
      weights: { a: [{ value: '1' }] },
      positions: [],
      note: 'asked',
    });
  });

  test('has one position beside its name, with everything that is known of it', () => {
    const member = memberIn(
      '{ date: 2024-02-21, circa: true, stance: conditional, basis: reported, by: Ana, why: price, wants: [a, b], source: "https://a.example", quote: q, note: n }',
    );
    expect(member?.positions).toEqual([
      {
        date: { text: '2024-02-21', day: '2024-02-21' },
        circa: true,
        stance: 'conditional',
        basis: 'reported',
        by: 'Ana',
        why: 'price',
        wants: ['a', 'b'],
        sources: ['https://a.example'],
        quote: 'q',
        note: 'n',
      },
    ]);
  });

  test('has a history in the order of time, whatever the order of the file; what is undated comes first', () => {
    const member = memberIn(`{ note: mine, positions: [
      { date: 2024-03, stance: support },
      { date: 2024-02-21T23:30-01:00, stance: oppose },
      { stance: unclear, note: earliest },
      { date: 2024-02-21, stance: withheld, circa: false, basis: stated }] }`);
    expect(member?.positions.map(({ date, stance }) => [date?.text, stance])).toEqual([
      [undefined, 'unclear'],
      ['2024-02-21', 'withheld'],
      ['2024-02-21T23:30-01:00', 'oppose'],
      ['2024-03', 'support'],
    ]);
    expect(member?.note).toBe('mine');
    expect(member?.positions[0]?.note).toBe('earliest');
  });

  test('has weights by any name, as exact as they are written', () => {
    const weights =
      '{ population: 10551707, "GNI share": 2.50, constructor: 0.1, pi: 3.14159265358979323846264338327950288 }';
    expect(memberIn(`{ weights: ${weights} }`)?.weights).toEqual({
      population: [{ value: '10551707' }],
      'GNI share': [{ value: '2.50' }],
      constructor: [{ value: '0.1' }],
      pi: [{ value: '3.14159265358979323846264338327950288' }],
    });
  });

  test('may have a position on the very day it joined, and joined and left a day apart', () => {
    const written = '{ joined: 2024-02-01, left: 2024-02-02, date: 2024-02-01, stance: support }';
    expect(memberIn(written)?.positions).toHaveLength(1);
  });
});

describe('a claim', () => {
  const claimIn = (written: string) =>
    rosterIn(rosterText({ rest: `claims: [${written}]\nsources: { a: { title: A } }\n` })).claims[0];

  test('says everything that is known of it', () => {
    const written =
      '{ date: 2024-02-21, circa: true, by: NOS, supporting: more than 1, holding-out: about 10, holdouts: [NL, BE], sources: [a, "https://b.example"], quote: q, note: n }';
    expect(claimIn(written)).toEqual({
      date: { text: '2024-02-21', day: '2024-02-21' },
      circa: true,
      by: 'NOS',
      supporting: { text: 'more than 1', min: 2, max: 'all' },
      holdingOut: { text: 'about 10', min: 9, max: 11, about: 10 },
      holdouts: ['BE', 'NL'],
      sources: ['a', 'https://b.example'],
      quote: 'q',
      note: 'n',
    });
  });

  test.each([
    ['supporting: 2', { supporting: { text: '2', min: 2, max: 2 } }],
    ['holding-out: all', { holdingOut: { text: 'all', min: 'all', max: 'all' } }],
    ['holdouts: []', { holdouts: [] }],
  ])('may say no more than %s', (written, rest) => {
    const date = { text: '2024-02', day: '2024-02-29' };
    expect(claimIn(`{ date: 2024-02, ${written} }`)).toEqual({ date, circa: false, sources: [], ...rest });
  });

  test('stands in the order of time, a bare day before its instants', () => {
    const rest = `claims:
      - { date: 2024-02, supporting: 4 }
      - { date: 2024-02-29, supporting: 5 }
      - { date: 2024-02-21T12:00Z, supporting: 2 }
      - { date: 2024-02-21, supporting: 3 }
      - { date: 2024-01-01, supporting: 1 }\n`;
    const { claims } = rosterIn(rosterText({ rest }));
    expect(claims.map(({ supporting }) => supporting?.text)).toEqual(['1', '3', '2', '4', '5']);
  });
});

describe('a candidate', () => {
  test('says what it is and what happened, in the order of time', () => {
    const rest = `candidates:
      Ana: { member: NL, proposed: true, note: n, history: [
        { date: 2024-03-01, status: appointed, source: a },
        { status: interested, note: early },
        { date: 2024-02, circa: true, status: declared, sources: [a, "https://b.example"] }] }
      "Bo  ": { proposed: false, history: [{ status: withdrawn }] }
      Cy:
      Di: {}
sources: { a: }\n`;
    const text = rosterText({ rest: rest.replace('      Cy:\n', '      Cy: { history: [] }\n') });
    expect(rosterIn(text).candidates).toEqual([
      {
        name: 'Ana',
        member: 'NL',
        proposed: true,
        history: [
          { circa: false, status: 'interested', sources: [], note: 'early' },
          {
            date: { text: '2024-02', day: '2024-02-29' },
            circa: true,
            status: 'declared',
            sources: ['a', 'https://b.example'],
          },
          { date: { text: '2024-03-01', day: '2024-03-01' }, circa: false, status: 'appointed', sources: ['a'] },
        ],
        note: 'n',
      },
      { name: 'Bo', proposed: false, history: [{ circa: false, status: 'withdrawn', sources: [] }] },
      { name: 'Cy', proposed: false, history: [] },
      { name: 'Di', proposed: false, history: [] },
    ]);
    expect(rosterIn(rosterText({ rest })).candidates).toHaveLength(4);
  });
});

describe('what is ahead and how it ended', () => {
  test('a milestone has a date and a name, and may be a deadline', () => {
    const rest = `milestones:
      - { date: 2024-07-09, name: the summit, deadline: true, source: "https://a.example", note: n }
      - { date: 2024-05, circa: true, name: the ministers, deadline: false }\n`;
    expect(rosterIn(rosterText({ rest })).milestones).toEqual([
      {
        date: { text: '2024-05', day: '2024-05-31' },
        circa: true,
        name: 'the ministers',
        deadline: false,
        sources: [],
      },
      {
        date: { text: '2024-07-09', day: '2024-07-09' },
        circa: false,
        name: 'the summit',
        deadline: true,
        sources: ['https://a.example'],
        note: 'n',
      },
    ]);
  });

  test.each(['adopted', 'rejected', 'withdrawn'] as const)('a decision may be %s', (outcome) => {
    const date = { text: '2024-06-26', day: '2024-06-26' };
    const bare = rosterText({ rest: `decision: { date: 2024-06-26, outcome: ${outcome} }\n` });
    expect(rosterIn(bare).decision).toEqual({ date, outcome, sources: [] });
    const full = rosterText({
      rest: `decision: { date: 2024-06-26, outcome: ${outcome}, by: us, source: "https://a.example", note: n }\n`,
    });
    expect(rosterIn(full).decision).toEqual({ date, outcome, by: 'us', sources: ['https://a.example'], note: 'n' });
  });
});

describe('what is expected', () => {
  test.each([
    ['outcome: reached', { outcome: 'reached' }],
    ['outcome: open', { outcome: 'open' }],
    ['outcome: blocked', { outcome: 'blocked' }],
    ['holdouts: []', { holdouts: [] }],
    ['holdouts: [NL, BE]', { holdouts: ['NL', 'BE'] }],
    ['support: 0', { support: 0 }],
    ['members: 002', { members: 2 }],
    ['outcome: open, support: 1, members: 2', { outcome: 'open', support: 1, members: 2 }],
  ])('may be %s', (written, rest) => {
    const asOf = { text: '2024-02', day: '2024-02-29' };
    const text = rosterText({ rest: `expect: [{ as-of: 2024-02, ${written} }]\n` });
    expect(rosterIn(text).expect).toEqual([{ asOf, ...rest }]);
  });
});

describe('sources', () => {
  test('have a key, and say what is known of them', () => {
    const rest = `sources:
      paper-1: { title: First, publisher: The Paper, date: 2024, url: "https://a.example/1", note: n }
      " Jean d’Ormesson ": { date: 2024-02 }
      2024: { date: 2024-02-21 }
      toString:\n`;
    expect(rosterIn(rosterText({ rest })).sources).toEqual({
      'paper-1': { title: 'First', publisher: 'The Paper', date: '2024', url: 'https://a.example/1', note: 'n' },
      'Jean d’Ormesson': { date: '2024-02' },
      2024: { date: '2024-02-21' },
      toString: {},
    });
  });

  test.each(['a', '" a "', '"https://b.example/x"', 'HTTP://B.EXAMPLE', 'cafe\u0301'])('are named by %s', (source) => {
    const text = withMember(`{ stance: support, source: ${source} }`, 'sources: { a: , "caf\\u00e9": }\n');
    expect(rosterIn(text).members[0]?.positions[0]?.sources).toHaveLength(1);
    expect(rosterIn(text.replace(`source: ${source}`, `sources: [${source}]`))).toEqual(rosterIn(text));
  });

  test('may be none', () => {
    const text = withMember('{ stance: support, sources: [] }');
    expect(rosterIn(text)).toEqual(rosterIn(withMember('support')));
  });
});

describe('names that are keys are trimmed and composed, as names elsewhere are', () => {
  test('a weight is found by the name under which it is read', () => {
    const text = rosterText({
      rule: '{ by: "Gro\\u00dfe\\u00fc", at-least: 1 }',
      members: '{ NL: { weights: { " Gro\\u00dfeu\\u0308": 1 } } }',
    });
    expect(brief(text)).toEqual([]);
  });

  test('a group and a candidate are', () => {
    const rest = 'groups: { "Cafe\\u0301 ": [NL] }\ncandidates: { " Jose\\u0301": }\n';
    const roster = rosterIn(rosterText({ rule: '{ among: "Caf\\u00e9", at-least: 1 }', rest }));
    expect(Object.keys(roster.groups)).toEqual(['Café']);
    expect(roster.candidates[0]?.name).toBe('José');
    expect(roster.rule.criterion).toMatchObject({ group: 'Café', among: { only: ['NL'] } });
  });

  test('a code typed with a separate accent is the code that others name', () => {
    const text = rosterText({ members: '{ "E\u0301": support }', rest: 'groups: { g: ["É", "E\u0301"] }\n' });
    expect(brief(text).map(([code]) => code)).toEqual(['repeated-item']);
  });

  test.each([
    ['groups', '{ a: [NL], " a": [BE] }'],
    ['sources', '{ a: { title: A }, "a ": { title: B } }'],
    ['candidates', '{ "Jos\\u00e9": , "Jose\\u0301": }'],
  ])('two keys of %s that come to the same name are one too many', (section, written) => {
    expect(brief(rosterText({ rest: `${section}: ${written}\n` })).map(([code]) => code)).toEqual(['duplicate-key']);
  });

  test('two weights of one name are one too many', () => {
    expect(brief(withMember('{ weights: { a: 1, " a": 2 } }')).map(([code]) => code)).toEqual(['duplicate-key']);
  });
});

describe('a demand', () => {
  const positionOf = (wants: string) => memberIn(`{ stance: conditional, wants: ${wants} }`)?.positions[0];

  test.each([
    ['is a text', '[time]', { wants: ['time'] }],
    ['may have an id', '[{ id: more-time, text: time }]', { wants: ['time'], wantIds: { time: 'more-time' } }],
    ['need not have one', '[{ text: " time " }, money]', { wants: ['time', 'money'] }],
    ['may be called anything', '[{ id: x, text: constructor }]', { wantIds: { constructor: 'x' } }],
  ])('%s', (_, wants, expected) => {
    const position = positionOf(wants);
    expect(position).toMatchObject(expected);
    expect('wantIds' in (position ?? {})).toBe('wantIds' in expected);
  });

  test.each([
    ['has a text', '{ id: more-time }', 'missing-key', '{ id: more-time }'],
    ['has no other keys', '{ text: time, by: Ana }', 'unknown-key', 'by'],
    ['is no list', '[time]', 'not-a-mapping', '[time]'],
    ['has an id that is not empty', '{ id: "", text: time }', 'missing-value', '""'],
  ] as const)('%s', (_, demand, code, place) => {
    expect(brief(withMember(`{ stance: conditional, wants: [${demand}] }`))).toEqual([[code, place]]);
  });
});
