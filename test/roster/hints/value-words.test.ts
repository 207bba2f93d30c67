import { expect, test } from 'vitest';
import {
  basisHint,
  decisionHint,
  namingHint,
  outcomeHint,
  statusHint,
  truthHint,
} from '../../../src/roster/hints/value-words.ts';

test.each([
  [outcomeHint, 'adopted', 'reached'],
  [outcomeHint, 'Rejected', 'blocked'],
  [outcomeHint, 'block', 'blocked'],
  [decisionHint, 'passed', 'adopted'],
  [decisionHint, 'failed', 'rejected'],
  [statusHint, 'running', 'declared'],
  [statusHint, 'dropped out', 'withdrawn'],
  [basisHint, 'on the record', undefined],
  [basisHint, 'on record', 'stated'],
  [basisHint, 'claimed', 'reported'],
  [namingHint, 'ISO', 'iso-3166'],
  [truthHint, 'Yes', 'true'],
  [truthHint, 'off', 'false'],
  [truthHint, 'maybe', undefined],
])('%o of %s names %s', (hintFor, word, meant) => {
  expect(hintFor(word)).toBe(meant && `did you mean "${meant}"?`);
});
