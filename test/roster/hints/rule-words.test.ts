import { expect, test } from 'vitest';
import { ruleHint } from '../../../src/roster/hints/rule-words.ts';

test.each([
  ['concensus', 'did you mean "consensus"?'],
  ['Simple Majority', 'did you mean "simple-majority"?'],
  ['absolute majority', 'did you mean "simple-majority"?'],
  ['50% plus 1', 'did you mean "simple-majority"?'],
  ['2/3', 'did you mean "two-thirds"?'],
  ['QMV', 'did you mean "eu-qualified-majority"?'],
  ['qualified majority', 'did you mean "eu-qualified-majority"?'],
  ['security council', 'did you mean "un-security-council"?'],
  ['55%', 'write a criterion: { at-least: 55% }'],
  ['at least nine', 'write a criterion: { at-least: 9 }'],
  ['silence procedure', 'write the time: { silence: 2024-07-01T09:00:00Z }'],
  ['consensus minus one', 'say who does not count: { consensus: { except: [CODE] } }'],
  ['majority', 'write simple-majority (more than half of the members) or majority-of-votes (more for than against)'],
  ['unanimous', 'write unanimity (everybody supports it) or consensus (nobody stands in the way)'],
  ['supermajority', 'write two-thirds, or how large it is: { at-least: 60% }'],
])('for the rule %s the hint is: %s', (word, hint) => {
  expect(ruleHint(word)).toBe(hint);
});

test('for a word that means no rule there is no hint', () => {
  expect(ruleHint('dictatorship')).toBeUndefined();
});
