import { describe, expect, test } from 'vitest';
import { criterionLines, criterionTexts, ruleLines } from '../../../src/roster/write/write-rule.ts';
import { rosterIn, rosterText } from '../../support/texts.ts';

const members = '{ NL: { weights: { w: 1, population: 2 } }, BE: { weights: { w: 1, population: 2 } } }';
const rest = 'groups: { permanent: [NL], "a: group": [BE] }\n';
const ruleIn = (rule: string) => rosterIn(rosterText({ rule, members, rest })).rule;

const rules = [
  '{ at-least: 2/3 }',
  '{ count: [support, abstain], more-than: 55%, of: [support, abstain, oppose] }',
  '{ count: oppose, at-most: 0, with-why: true, not-before: 2024-07-01T09:00:00+02:00, label: "no: veto # yet" }',
  '{ count: { except: [support] }, fewer-than: all but 3, by: w, among: { except: [NL] } }',
  '{ at-least: all, of: votes, among: [NL, BE] }',
  '{ at-least: all, of: { except: [recused] }, among: "a: group" }',
  '{ at-least: 1 }',
  '{ at-least: 50%, of: support }',
  '{ more-than: "2\n\n  /3" }',
  '{ all: [consensus] }',
  '{ label: "[x]", any: [{ all: [unanimity, un-security-council], label: y }, eu-qualified-majority] }',
  '{ all: [{ silence: 2024-07 }] }',
  '{ consensus: { except: [NL] } }',
  '{ silence: 2024-07-01T09:00:00Z }',
  'un-security-council',
];

describe('a rule in lines of a roster', () => {
  const readAgain = (lines: readonly string[]) =>
    rosterIn(`title: A new chair\n${lines.join('\n')}\nmembers: ${members}\n${rest}`).rule;

  test.each(rules)('is the same when read again: %s', (written) => {
    const rule = ruleIn(written);
    const lines = ruleLines(rule);
    expect({ lines, rule: readAgain(lines) }).toEqual({ lines, rule });
  });

  test.each(rules)('has the same criterion when that is written out: %s', (written) => {
    const { criterion } = ruleIn(written);
    const lines = criterionLines(criterion);
    expect({ lines, rule: readAgain(lines) }).toEqual({ lines, rule: { name: 'custom', criterion } });
  });

  test('is on one line when short, and its criterion never', () => {
    const rule = ruleIn('{ count: oppose, at-most: 0 }');
    expect(ruleLines(rule)).toEqual(['rule: { count: oppose, at-most: 0 }']);
    expect(criterionLines(rule.criterion)).toEqual(['rule:', '  count: oppose', '  at-most: 0']);
  });
});

describe('a criterion as values of JSON', () => {
  test.each(rules)('is the same when read again: %s', (written) => {
    const { criterion } = ruleIn(written);
    expect(ruleIn(JSON.stringify(criterionTexts(criterion)))).toEqual({ name: 'custom', criterion });
  });

  test('leaves out what goes without saying, and has numbers in text', () => {
    expect(criterionTexts(ruleIn('{ at-least: 2, by: members, with-why: false }').criterion)).toEqual({
      count: 'support',
      'at-least': '2',
    });
  });
});
