import { afterAll, expect, test } from 'vitest';
import { seed } from '../support/seed.ts';
import { type CaseKind, fuzzer } from './cases.ts';
import { editFinding } from './checks/edits.ts';
import { readingFinding } from './checks/readers.ts';
import { keptEdits, keptTexts } from './kept.ts';
import { seedOfCase } from './random.ts';
import { findingText } from './report.ts';
import { workplace } from './workplace.ts';

/** How many cases an ordinary run has; `npm run fuzz` has more of them. */
const cases: readonly (readonly [claim: string, kind: CaseKind, count: number])[] = [
  ['a mutated text is read by both readers alike, and answered about', 'text', 150],
  ['a mutated document of YAML has the same values for both readers', 'yaml', 500],
  ['what is recorded in a restyled text is there, and all else is as it was', 'edit', 60],
  ['a mutated file is imported, or what is wrong with it is told', 'sheet', 60],
  ['the built program answers about a mutated text', 'bin', 3],
];

const first = seed ?? Date.now();
const { run, leave } = fuzzer();
const place = workplace('inside');
afterAll(() => {
  leave();
  place.leave();
});

test.each(cases)('%s', async (_, kind, count) => {
  const findings: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const found = await run(kind, seedOfCase(first, index));
    if (found !== undefined) findings.push(await findingText(found));
  }
  expect(findings.join('\n\n')).toBe('');
});

test.each(keptTexts)('kept text %# is read by both readers alike', (text) => {
  const found = readingFinding(text);
  expect(found).toBeUndefined();
});

test.each(keptEdits)('something is recorded in kept text %#', async (text, request) => {
  const found = await editFinding(text, request, place);
  expect(found).toBeUndefined();
});
