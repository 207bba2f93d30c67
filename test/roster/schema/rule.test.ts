import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/model/rule.ts';
import { stances } from '../../../src/model/stance.ts';
import type { WrittenCriterion } from '../../../src/roster/schema/presets.ts';
import { resolveGroups } from '../../../src/roster/schema/rule.ts';
import { brief, expectSound, rosterIn, rosterText } from '../../support/texts.ts';

const members =
  '{ NL: { stance: support, weights: { population: 17900000, w: 1.5 } }, BE: { weights: { population: 11700000, w: 2 } } }';
const rest = 'groups: { permanent: [NL], Benelux: [BE, NL], nobody: [] }\n';

/** The rule as the engine gets it. */
const ruleIn = (rule: string) => rosterIn(rosterText({ rule, members, rest })).rule;

const count = {
  kind: 'count',
  count: ['support'],
  of: 'members',
  by: 'members',
  withWhy: false,
};
const bound = (comparison: string, text: string, quantity: object) => ({ comparison, text, quantity });
const share = (numerator: string, denominator: string) => ({ kind: 'share', numerator, denominator });
const absolute = (value: string) => ({ kind: 'absolute', value });
const everybody = bound('at-least', 'all', share('1', '1'));
const half = bound('more-than', '1/2', share('1', '2'));
const twoThirds = bound('at-least', '2/3', share('2', '3'));
const consensus = {
  ...count,
  label: 'consensus',
  count: ['support', 'no-objection', 'abstain'],
  bound: everybody,
};
const noObjections = {
  ...count,
  label: 'no objections',
  count: ['oppose'],
  bound: bound('at-most', '0', absolute('0')),
};
const population = {
  ...count,
  label: '65% of the population',
  by: 'population',
  bound: bound('at-least', '65%', share('65', '100')),
};

describe('a preset', () => {
  const meanings: Readonly<Record<Exclude<(typeof presets)[number], 'silence'>, object>> = {
    consensus,
    unanimity: { ...count, label: 'unanimity', bound: everybody },
    'no-objections': noObjections,
    'simple-majority': { ...count, label: 'simple majority', bound: half },
    'two-thirds': { ...count, label: 'two thirds', bound: twoThirds },
    'majority-of-votes': { ...count, label: 'majority of the votes', bound: half, of: ['support', 'oppose'] },
    'two-thirds-of-votes': { ...count, label: 'two thirds of the votes', bound: twoThirds, of: ['support', 'oppose'] },
    'eu-qualified-majority': {
      kind: 'any',
      label: 'EU qualified majority',
      of: [
        {
          kind: 'all',
          of: [{ ...count, label: '55% of members', bound: bound('at-least', '55%', share('55', '100')) }, population],
        },
        {
          ...count,
          label: 'a blocking minority needs four',
          count: stances.filter((stance) => stance !== 'support' && stance !== 'recused'),
          bound: bound('at-most', '3', absolute('3')),
        },
      ],
    },
    'eu-reinforced-qualified-majority': {
      kind: 'all',
      label: 'EU reinforced qualified majority',
      of: [{ ...count, label: '72% of members', bound: bound('at-least', '72%', share('72', '100')) }, population],
    },
    'un-security-council': {
      kind: 'all',
      label: 'UN Security Council',
      of: [
        { ...count, label: 'nine votes in favour', bound: bound('at-least', '9', absolute('9')) },
        { ...noObjections, label: 'no veto', among: { only: ['NL'] }, group: 'permanent' },
      ],
    },
  };

  test.each(Object.entries(meanings))('%s has its name and its meaning', (name, criterion) => {
    expect(ruleIn(name)).toEqual({ name, criterion });
    expect(ruleIn(`" ${name} "`)).toEqual({ name, criterion });
  });

  test.each(Object.entries(meanings))('%s is a part of other rules too', (name, criterion) => {
    expect(ruleIn(`{ any: [${name}] }`)).toEqual({ name: 'custom', criterion: { kind: 'any', of: [criterion] } });
  });

  test('silence has its end', () => {
    const end = { text: '2003-02-10T09:00:00Z', day: '2003-02-10', instant: Date.UTC(2003, 1, 10, 9) };
    const criterion = { ...noObjections, label: 'silence procedure', notBefore: end, closes: end };
    expect(ruleIn('{ silence: 2003-02-10T09:00:00Z }')).toEqual({ name: 'silence', criterion });
    expect(ruleIn('{ all: [{ silence: 2003-02-10T09:00:00Z }] }').criterion).toMatchObject({ of: [criterion] });
  });

  test('consensus may have exceptions', () => {
    const criterion = { ...consensus, among: { except: ['NL'] } };
    expect(ruleIn('{ consensus: { except: [NL] } }')).toEqual({ name: 'consensus', criterion });
  });

  test('is in this table, whatever its name', () => {
    expect([...Object.keys(meanings), 'silence'].sort()).toEqual([...presets].sort());
  });

  test('that needs the group "permanent" says so when it stands inside another rule', () => {
    const text = rosterText({ rule: '{ all: [un-security-council, { at-least: 1 }] }' });
    expect(brief(text).map(([code]) => code)).toEqual(['missing-group']);
  });

  test.each(['eu-qualified-majority', 'eu-reinforced-qualified-majority'])(
    '%s needs the weight of every member',
    (name) => {
      for (const rule of [name, `{ any: [{ all: [${name}] }] }`]) {
        const some = rosterText({ rule, members: '{ NL: { weights: { population: 1 } }, BE: , FR: }' });
        expect(brief(some)).toEqual([
          ['missing-weight', 'BE'],
          ['missing-weight', 'FR'],
        ]);
      }
    },
  );
});

describe('a criterion', () => {
  test('counts support among all members unless it says otherwise', () => {
    expect(ruleIn('{ at-least: 2 }')).toEqual({
      name: 'custom',
      criterion: { ...count, bound: bound('at-least', '2', absolute('2')) },
    });
  });

  test.each([
    ['at-least: 9', bound('at-least', '9', absolute('9'))],
    ['at-least: "  9 "', bound('at-least', '9', absolute('9'))],
    ['more-than: 55%', bound('more-than', '55%', share('55', '100'))],
    ['at-least: 55.5 %', bound('at-least', '55.5 %', share('555', '1000'))],
    ['at-least: 2 / 3', bound('at-least', '2 / 3', share('2', '3'))],
    ['more-than: 0', bound('more-than', '0', absolute('0'))],
    ['at-least: all', everybody],
    ['at-least: all but 3', bound('at-least', 'all but 3', { kind: 'all-but', value: '3' })],
    ['count: oppose, at-most: 0', bound('at-most', '0', absolute('0'))],
    ['count: oppose, fewer-than: 1/3', bound('fewer-than', '1/3', share('1', '3'))],
    ['by: w, at-least: 9.5', bound('at-least', '9.5', absolute('9.5'))],
    ['by: w, at-least: all but 0.5', bound('at-least', 'all but 0.5', { kind: 'all-but', value: '0.5' })],
    ['by: w, at-least: 0.55', bound('at-least', '0.55', absolute('0.55'))],
  ])('asks for %s, and keeps how it was written', (written, expected) => {
    expect(ruleIn(`{ ${written} }`).criterion).toMatchObject({ kind: 'count', bound: expected });
  });

  test.each([
    ['support', ['support']],
    ['[support]', ['support']],
    ['[abstain, support]', ['abstain', 'support']],
    ['{ except: [oppose, recused] }', stances.filter((stance) => stance !== 'oppose' && stance !== 'recused')],
    ['{ except: [oppose] }', stances.filter((stance) => stance !== 'oppose' && stance !== 'recused')],
  ])('counts %s', (written, expected) => {
    expect(ruleIn(`{ count: ${written}, at-least: 1 }`).criterion).toMatchObject({ count: expected });
  });

  test.each([
    ['[NL]', { among: { only: ['NL'] } }],
    ['{ except: [NL, BE] }', { among: { except: ['NL', 'BE'] } }],
    ['Benelux', { among: { only: ['BE', 'NL'] }, group: 'Benelux' }],
    ['nobody', { among: { only: [] }, group: 'nobody' }],
  ])('looks at %s', (written, expected) => {
    const { criterion } = ruleIn(`{ among: ${written}, at-least: 1 }`);
    expect(criterion).toEqual({ ...count, bound: bound('at-least', '1', absolute('1')), ...expected });
  });

  test.each([
    ['members', 'members'],
    ['votes', ['support', 'oppose']],
    ['support', ['support']],
    ['[support, oppose, abstain]', ['support', 'oppose', 'abstain']],
    ['{ except: [recused] }', stances.filter((stance) => stance !== 'recused')],
  ])('has the base %s', (written, expected) => {
    expect(ruleIn(`{ at-least: 50%, of: ${written} }`).criterion).toMatchObject({ of: expected });
  });

  test.each([
    ['members', 'members'],
    ['population', 'population'],
  ])('adds up %s', (written, by) => {
    expect(ruleIn(`{ at-least: 50%, by: ${written} }`).criterion).toMatchObject({ by });
  });

  test('may count reasons only, wait for its time and have a name', () => {
    const written = '{ count: oppose, at-most: 0, with-why: true, not-before: 2024-04, label: no veto }';
    expect(ruleIn(written).criterion).toEqual({
      ...count,
      label: 'no veto',
      count: ['oppose'],
      bound: bound('at-most', '0', absolute('0')),
      withWhy: true,
      notBefore: { text: '2024-04', day: '2024-04-30' },
    });
    expect(ruleIn('{ at-least: 1, with-why: false }').criterion).toMatchObject({ withWhy: false });
  });

  test('is joined with others by all and any, to any depth, with names of their own', () => {
    const { name, criterion } = ruleIn(
      '{ label: x, any: [consensus, { all: [{ at-least: 1 }, unanimity], label: y }] }',
    );
    expect(name).toBe('custom');
    expect(criterion).toMatchObject({
      kind: 'any',
      label: 'x',
      of: [consensus, { kind: 'all', label: 'y', of: [{ kind: 'count' }, { label: 'unanimity' }] }],
    });
    expect(ruleIn('{ any: [consensus] }').criterion).not.toHaveProperty('label');
    const deep = `${'{ all: ['.repeat(40)}consensus${'] }'.repeat(40)}`;
    expect(ruleIn(deep).name).toBe('custom');
  });
});

describe('a weight that the rule adds up', () => {
  const members = '{ NL: { weights: { w: 1 } }, BE: , LU: { weights: { v: 1 } } }';
  const lacking = (rule: string, rest = '') => brief(rosterText({ rule, members, rest }));

  test('is needed of everybody whom the rule looks at, and of nobody else', () => {
    expect(lacking('{ by: w, at-least: 1 }')).toEqual([
      ['missing-weight', 'BE'],
      ['missing-weight', 'LU'],
    ]);
    expect(lacking('{ by: w, among: [NL], at-least: 1 }')).toEqual([]);
    expect(lacking('{ by: w, among: [NL, BE], at-least: 1 }')).toEqual([['missing-weight', 'BE']]);
    expect(lacking('{ by: w, among: { except: [BE, LU] }, at-least: 1 }')).toEqual([]);
    expect(lacking('{ by: w, among: { except: [BE] }, at-least: 1 }')).toEqual([['missing-weight', 'LU']]);
    expect(lacking('{ by: w, among: g, at-least: 1 }', 'groups: { g: [NL] }')).toEqual([]);
    expect(lacking('{ by: w, among: g, at-least: 1 }', 'groups: { g: [NL, LU] }')).toEqual([['missing-weight', 'LU']]);
    expect(lacking('{ by: w, among: g, at-least: 1 }', 'groups: { g: [] }')).toEqual([]);
  });

  test('is needed once, however often it is added up', () => {
    const parts = ['{ by: w, among: [NL], at-least: 1 }', '{ by: w, among: [BE, NL], at-least: 1 }'];
    expect(lacking(`{ all: [${parts.join(', ')}] }`)).toEqual([['missing-weight', 'BE']]);
    expect(lacking(`{ any: [${parts.reverse().join(', ')}] }`)).toEqual([['missing-weight', 'BE']]);
    expect(lacking('{ all: [{ by: w, among: [NL], at-least: 1 }, { by: v, among: [LU], at-least: 1 }] }')).toEqual([]);
  });

  test('is needed of nobody in a group that is not there, and of the sound items of one that is', () => {
    expect(lacking('{ by: w, among: g, at-least: 1 }')).toEqual([['unknown-group', 'g']]);
    expect(lacking('{ by: w, among: g, at-least: 1 }', 'groups: { g: [[BE], LU, NL] }')).toEqual([
      ['missing-weight', 'LU'],
      ['not-text', '[BE]'],
    ]);
  });

  test('may be zero, and is there when it is no number', () => {
    const text = rosterText({ rule: '{ by: w, at-least: 1 }', members: '{ NL: { weights: { w: 0 } } }' });
    expect(brief(text)).toEqual([]);
    expect(brief(text.replace('w: 0', 'w: none'))).toEqual([['invalid-number', 'none']]);
  });
});

test('a group that is not there has no members', () => {
  const written = { ...count, kind: 'count', bound: everybody, among: { group: 'toString' } } as WrittenCriterion;
  expect(resolveGroups(written, {})).toMatchObject({ among: { only: [] }, group: 'toString' });
});

describe('a rule is monotone: support never makes it harder to meet', () => {
  const floors = ['at-least', 'more-than'];
  const ceilings = ['at-most', 'fewer-than'];

  test.each(floors)('%s counts support', (comparison) => {
    for (const written of ['support', '[support, oppose]', '{ except: [oppose] }']) {
      expect(brief(rosterText({ rule: `{ count: ${written}, ${comparison}: 1 }` }))).toEqual([]);
    }
    for (const written of ['oppose', '[abstain, oppose]', '{ except: [support] }']) {
      const text = rosterText({ rule: `{ count: ${written}, ${comparison}: 1 }` });
      expect(brief(text)).toEqual([['not-monotone', written]]);
    }
  });

  test.each(ceilings)('%s does not', (comparison) => {
    for (const written of ['oppose', '[abstain, oppose]', '{ except: [support] }']) {
      expect(brief(rosterText({ rule: `{ count: ${written}, ${comparison}: 1 }` }))).toEqual([]);
    }
    for (const written of ['support', '[support, oppose]', '{ except: [oppose] }']) {
      const text = rosterText({ rule: `{ count: ${written}, ${comparison}: 1 }` });
      expect(brief(text)).toEqual([['not-monotone', written]]);
    }
    expect(brief(rosterText({ rule: `{ ${comparison}: 1 }` }))).toEqual([['not-monotone', '1']]);
  });

  test('a floor may count whom its base leaves out, where that is the recused: they count nowhere', () => {
    const of = '[support, no-objection, abstain, conditional, withheld, unclear, undeclared]';
    expect(brief(rosterText({ rule: `{ count: { except: [oppose] }, at-least: 50%, of: ${of} }` }))).toEqual([]);
    expect(brief(rosterText({ rule: '{ count: [support, recused], at-least: 50%, of: votes }' }))).toEqual([]);
  });

  test('the base of a part includes support, and for a floor all that is counted', () => {
    expect(brief(rosterText({ rule: '{ at-least: 50%, of: [oppose] }' }))).toEqual([['not-monotone', '[oppose]']]);
    expect(brief(rosterText({ rule: '{ count: oppose, at-most: 50%, of: oppose }' }))).toEqual([
      ['not-monotone', 'oppose'],
    ]);
    expect(brief(rosterText({ rule: '{ count: [support, abstain], at-least: 50%, of: votes }' }))).toEqual([
      ['not-monotone', 'votes'],
    ]);
    expect(brief(rosterText({ rule: '{ count: [oppose, abstain], at-most: 50%, of: votes }' }))).toEqual([]);
    expect(brief(rosterText({ rule: '{ count: [support, abstain], at-least: 50%, of: [abstain, support] }' }))).toEqual(
      [],
    );
  });

  test('a base that should not be there at all is not blamed for what is in it', () => {
    const rule = '{ at-least: 5, of: [oppose] }';
    expect(brief(rosterText({ rule }))).toEqual([['conflicting-keys', 'of']]);
  });

  test('the message names what to change', () => {
    const text = rosterText({ rule: '{ count: [support, abstain], at-least: 50%, of: votes }' });
    const [diagnostic] = expectSound(text).diagnostics;
    expect(diagnostic?.message).toBe('"of" must include everything that is counted, but lacks "abstain"');
    expect(diagnostic?.hint).toMatch(/"of"|"count"|abstain/);
  });
});
