import { expect, test } from 'vitest';
import { answerAdvice } from '../../src/validate/answer-advice.ts';
import { type Plain, rosterOf, time } from '../support/rosters.ts';

const codes = (parts: Plain) => answerAdvice(rosterOf(parts), time('2024-03-01')).map(({ code }) => code);
const no = { A: 'support', B: { date: '2024-02-10', stance: 'oppose' } };

test.each([
  ['adopted though it was not reached', 'adopted', '2024-02-20', no, ['decision-against-rule']],
  ['adopted, and somebody silent', 'adopted', '2024-02-09', { ...no, C: {} }, ['decision-against-rule']],
  ['rejected though it was reached', 'rejected', '2024-02-20', { A: 'support' }, ['decision-against-rule']],
  ['rejected and not reached', 'rejected', '2024-02-20', no, []],
  ['adopted and reached', 'adopted', '2024-02-20', { A: 'support' }, []],
  ['withdrawn, whatever the outcome', 'withdrawn', '2024-02-20', { A: 'support' }, []],
])('%s', (_, outcome, date, members, expected) => {
  expect(codes({ members, decision: { date, outcome } })).toEqual(expected);
});

test('nobody is in the roster on its date, or today where it has none', () => {
  const members = { A: { left: '2024-02-01' } };
  expect(codes({ members })).toEqual(['nobody-in-roster']);
  expect(codes({ members, 'as-of': '2024-01-31' })).toEqual([]);
});
