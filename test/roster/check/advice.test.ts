import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../src/model/roster.ts';
import { diagnose } from '../../../src/roster/diagnose/diagnose.ts';
import { answerAdvice } from '../../../src/validate/answer-advice.ts';
import {
  adviceDay,
  type Brief,
  brief,
  bundledText,
  expectSound,
  fixture,
  fixturesIn,
  rosterIn,
  rosterText,
  withMember,
} from '../../support/texts.ts';

const today = adviceDay;

/** What is advised for each fixture, in the order of the file. */
const advised: Readonly<Record<string, Brief>> = {
  'circa-without-date.yaml': [
    ['circa-without-date', 'true'],
    ['circa-without-date', 'true'],
    ['circa-without-date', 'true'],
  ],
  'future-date.yaml': [
    ['future-date', '2999-01-01'],
    ['future-date', '2999-02'],
    ['future-date', '2999-03-01T00:00Z'],
    ['future-date', '2999-05-01'],
  ],
  'reason-missing.yaml': [
    ['reason-missing', 'oppose'],
    ['reason-missing', 'withheld'],
    ['reason-missing', 'withheld'],
  ],
  'conditional-without-wants.yaml': [
    ['conditional-without-wants', 'conditional'],
    ['conditional-without-wants', 'conditional'],
    ['conditional-without-wants', 'conditional'],
    ['conditional-without-wants', 'conditional'],
  ],
  'decision-against-rule.yaml': [['decision-against-rule', 'adopted']],
  'guessed-names.yaml': [['guessed-names', 'members']],
  'impossible-count.yaml': [
    ['impossible-count', 'at least 3'],
    ['impossible-count', 'about 10'],
    ['impossible-count', '2 of 2'],
    ['not-a-member-then', 'FR'],
    ['impossible-count', '1'],
    ['impossible-count', '3+'],
  ],
  'nobody-in-roster.yaml': [['nobody-in-roster', 'members']],
  'not-a-member-then.yaml': [
    ['not-a-member-then', 'DE'],
    ['not-a-member-then', 'FR'],
    ['not-a-member-then', 'DE'],
  ],
  'source-missing.yaml': [
    ['source-missing', 'support'],
    ['source-missing', 'support'],
  ],
  'unused-demand.yaml': [
    ['unused-demand', 'jets'],
    ['future-date', '2026-02-23'],
    ['unused-demand', 'arms'],
  ],
  'unquoted-code.yaml': [
    ['unquoted-code', 'NO'],
    ['unquoted-code', 'NO'],
    ['unquoted-code', 'y'],
    ['unquoted-code', 'NO'],
    ['unquoted-code', 'y'],
    ['unquoted-code', 'y'],
    ['unquoted-code', 'on'],
    ['unquoted-code', 'NO'],
  ],
};

describe('the fixtures of advice', () => {
  test('are all in the table, one a code', () => {
    expect(Object.keys(advised).sort()).toEqual(fixturesIn('advice'));
  });

  test.each(fixturesIn('advice'))('%s is a roster all the same', (file) => {
    const text = fixture('advice', file);
    expect(rosterIn(text).title).toBe('A new chair');
    expect(expectSound(text).valid).toBe(true);
    expect(diagnose(text)).toEqual({ valid: true, diagnostics: [], more: 0 });
  });

  test.each(fixturesIn('advice'))('%s is advised upon, where it is unwise, with what to do', (file) => {
    const text = fixture('advice', file);
    const further = (roster: Roster) => answerAdvice(roster, { text: today, day: today });
    expect(brief(text, { today, further })).toEqual(advised[file]);
    for (const { severity, hint } of diagnose(text, { today, further }).diagnostics) {
      expect(severity).toBe('advice');
      expect(hint).toMatch(/./);
    }
  });
});

test('the bundled roster needs no advice', () => {
  expect(diagnose(bundledText(), { today })).toEqual({ valid: true, diagnostics: [], more: 0 });
});

describe('what is no advice', () => {
  test('codes of countries that all have a name of their own', () => {
    const members = '{ AT: { name: a }, BE: { name: b }, DE: { name: d }, FR: { name: f }, NL: { name: n } }';
    expect(brief(rosterText({ members }), { today })).toEqual([]);
  });

  test('a list with an entry that is no code, which is an error', () => {
    const rest = 'claims: [{ date: 2024-01-01, holdouts: [[]] }]\n';
    expect(brief(rosterText({ rest }), { today }).map(([code]) => code)).toEqual(['not-text']);
  });
});

describe('a count of more members than there are', () => {
  const counted = (claim: string) =>
    brief(rosterText({ rest: `claims: [${claim}]\n` }), { today }).map(([code]) => code);

  test('is nothing where the count, the date or those it counts among are errors', () => {
    expect(counted('{ date: 2024-01-01, supporting: 120% }')).toEqual(['invalid-count']);
    expect(counted('{ date: soon, supporting: 99 }')).toEqual(['invalid-date']);
    expect(counted('{ date: 2024-01-01, supporting: [] }')).toEqual(['not-text']);
    expect(counted('{ date: 2024-01-01, supporting: 9, among: [nobody] }')).toEqual(['unknown-member']);
    expect(counted('{ date: 2024-01-01, supporting: 9, among: [[]] }')).toEqual(['not-text']);
  });
});

describe('a block without a reason', () => {
  test.each(['oppose', 'withheld'])('is advised upon for %s, however it is written', (stance) => {
    const expected: Brief = [['reason-missing', stance]];
    expect(brief(withMember(stance), { today })).toEqual(expected);
    expect(brief(withMember(`{ stance: ${stance} }`), { today })).toEqual(expected);
    expect(brief(withMember(`{ positions: [{ stance: ${stance} }] }`), { today })).toEqual(expected);
    expect(brief(withMember(`{ stance: ${stance}, why: price }`), { today })).toEqual([]);
    expect(brief(withMember(`{ positions: [{ stance: ${stance}, why: price }] }`), { today })).toEqual([]);
  });

  test.each([
    'support',
    'no-objection',
    'abstain',
    'recused',
    'unclear',
    'undeclared',
    '',
    '{ stance: conditional, wants: [a] }',
  ])('is nothing for %j', (member) => {
    expect(brief(withMember(member), { today })).toEqual([]);
  });
});

describe('a position without a source', () => {
  const sources = 'sources: { a: { title: A } }\n';

  test.each([
    ['support', 'support'],
    ['{ stance: abstain }', 'abstain'],
    ['{ positions: [{ stance: unclear }] }', 'unclear'],
    ['{ stance: support, sources: [] }', 'support'],
  ])('is advised upon for %s, where the roster has sources', (member, stance) => {
    expect(brief(withMember(member, sources), { today })).toEqual([['source-missing', stance]]);
    expect(brief(withMember(member), { today })).toEqual([]);
    expect(brief(withMember(member, 'sources:\n'), { today })).toEqual([]);
  });

  test.each([
    '{ stance: support, source: a }',
    '{ stance: support, sources: ["https://a.example"] }',
    'undeclared',
    '{}',
    '',
  ])('is nothing for %j', (member) => {
    expect(brief(withMember(member, sources), { today })).toEqual([]);
  });

  test('is told beside a missing reason', () => {
    const codes = brief(withMember('oppose', sources), { today }).map(([code]) => code);
    expect(codes.sort()).toEqual(['reason-missing', 'source-missing']);
  });
});

describe('a date in the future', () => {
  test.each(['2024-03-02', '2024-03', '2024-12', '2024-03-02T00:00Z', '2024-03-01T23:30-01:00', '2025-01-01'])(
    'is %s on 1 March 2024',
    (date) => {
      expect(brief(withMember(`{ stance: support, date: ${date} }`), { today: '2024-03-01' })).toEqual([
        ['future-date', date],
      ]);
    },
  );

  test.each(['2024-03-01', '2024-02', '2024-03-01T23:59Z', '2024-03-02T00:30+01:00', '1992-07-08'])(
    'is not %s on 1 March 2024',
    (date) => {
      expect(brief(withMember(`{ stance: support, date: ${date} }`), { today: '2024-03-01' })).toEqual([]);
    },
  );

  test('says what it takes for today', () => {
    const [advice] = diagnose(withMember('{ stance: support, date: 2024-03-02 }'), { today: '2024-03-01' }).diagnostics;
    expect(advice).toMatchObject({
      message: '2024-03-02 is in the future',
      hint: 'today is 2024-03-01; is the year right?',
    });
  });

  test('is nothing for what may lie ahead: milestones, expectations, joining and leaving, the date of reading', () => {
    const text = withMember(
      '{ stance: support, joined: 2998-01-01, left: 2999-01-01 }',
      'as-of: 2999-01-01\nmilestones: [{ date: 2999-01-01, name: n }]\nexpect: [{ as-of: 2999-01-01, outcome: reached }]\n',
    );
    expect(brief(text, { today })).toEqual([]);
  });

  test('is nothing where the date is none', () => {
    const text = withMember('{ stance: support, date: someday }');
    expect(brief(text, { today })).toEqual([['invalid-date', 'someday']]);
  });
});

describe('a code without quotes that other readers misread', () => {
  const words = [
    'NO',
    'No',
    'no',
    'n',
    'N',
    'y',
    'Y',
    'yes',
    'YES',
    'on',
    'ON',
    'off',
    'true',
    'True',
    'false',
    'null',
    'Null',
  ];

  test.each(words)('may be %s', (code) => {
    const text = rosterText({ members: `{ ${code}: support }` });
    expect(brief(text, { today })).toEqual([['unquoted-code', code]]);
    expect(rosterIn(text).members[0]?.code).toBe(code);
    const [advice] = diagnose(text, { today }).diagnostics;
    expect(advice?.message).toContain(`"${code}"`);
  });

  test.each(words)('is not %s in quotes', (code) => {
    expect(brief(rosterText({ members: `{ "${code}": support }` }), { today })).toEqual([]);
    expect(brief(rosterText({ members: `{ '${code}': support }` }), { today })).toEqual([]);
  });

  test.each(['NL', 'NOR', 'nope', 'yess', 'ONE', '1', '1.50', 'nil'])('is not %s', (code) => {
    expect(brief(rosterText({ members: `{ ${code}: support }` }), { today })).toEqual([]);
  });

  test('is looked for wherever members are named, and nowhere else', () => {
    const text = rosterText({
      rule: '{ all: [{ among: [NO], at-least: 1 }, { among: { except: ["NO"] }, at-least: 0, label: no }] }',
      members: '{ "NO": { stance: support, by: NO, note: no } }',
      rest: 'groups: { no: [NO] }\nclaims: [{ date: 2024-01-01, holdouts: [NO] }]\ncandidates: { no: { member: NO } }\nexpect: [{ as-of: 2024-01-01, holdouts: [NO] }]\nnote: NO\nbody: no\n',
    });
    const found = brief(text, { today });
    expect(found).toEqual(Array(5).fill(['unquoted-code', 'NO']));
  });
});

test('advice stands among the errors, in the order of the file', () => {
  const text =
    'title: t\nrule: concensus\nmembers: { NO: oppose, BE: suport, LU: withheld }\nclaims: [{ date: 2999-01-01, holdouts: [XX] }]\n';
  expect(brief(text, { today })).toEqual([
    ['unknown-rule', 'concensus'],
    ['unquoted-code', 'NO'],
    ['reason-missing', 'oppose'],
    ['unknown-stance', 'suport'],
    ['reason-missing', 'withheld'],
    ['future-date', '2999-01-01'],
    ['unknown-member', 'XX'],
  ]);
});

test('nothing is advised on a text that is no roster', () => {
  for (const text of ['', '- NO', 'NO', 'members: [NO', '*a']) {
    expect(diagnose(text, { today }).diagnostics.every(({ severity }) => severity === 'error')).toBe(true);
  }
});

test('after the end of an empty document, the members are where they are', () => {
  const text = `...\n${rosterText({ members: '{ NO: support }' })}`;
  expect(brief(text, { today })).toEqual([['unquoted-code', 'NO']]);
});
