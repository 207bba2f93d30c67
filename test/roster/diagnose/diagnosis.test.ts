import { expect, test } from 'vitest';
import { crossChecks } from '../../../src/roster/check/cross-checks.ts';
import { diagnose } from '../../../src/roster/diagnose/diagnose.ts';
import { diagnosisOf, mostDiagnostics } from '../../../src/roster/diagnose/diagnosis.ts';

test('a hint that has to be looked for is looked for only if its problem is listed', () => {
  let looked = 0;
  const hint = (): string => {
    looked += 1;
    return 'write it';
  };
  const found = Array.from({ length: mostDiagnostics + 50 }, (_, start) => ({
    ...({ code: 'unknown-member', severity: 'error', message: `problem ${start}` } as const),
    span: { start, end: start + 1 },
    hint,
  }));
  const { diagnostics, more } = diagnosisOf(' '.repeat(found.length), found);
  expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual(Array(mostDiagnostics).fill('write it'));
  expect([more, looked]).toEqual([50, mostDiagnostics]);
});

test('what an unknown code, group, weight, source or demand may mean has to be looked for', () => {
  const problems = crossChecks({
    members: { A: { stance: 'conditional', wants: [{ id: 'mony' }], source: 'dayly' } },
    groups: { all: ['B'] },
    demands: { money: { text: 'money' } },
    sources: { daily: { title: 'The Daily' } },
    claims: [{ among: 'al', supporting: '1' }],
    rule: { by: 'size', 'at-least': '50%' },
  });
  expect(problems.map(({ code, hint }) => [code, typeof hint])).toEqual([
    ['unknown-member', 'function'],
    ['unknown-group', 'function'],
    ['unknown-source', 'function'],
    ['missing-weight', 'function'],
    ['missing-key', 'function'],
  ]);
});

test('all criteria that add up one weight may look at other members, however many they are', () => {
  const among = (list: unknown) => ({ count: 'support', by: 'size', 'at-least': 1, among: list });
  const rosterWith = (criteria: readonly unknown[]): string =>
    JSON.stringify({
      title: 'A treaty',
      members: { A: { weights: { size: 1 } }, B: {}, C: {}, D: { weights: { size: 1 } } },
      rule: { all: criteria },
    });
  const lacking = (criteria: readonly unknown[]): readonly string[] =>
    diagnose(rosterWith(criteria)).diagnostics.map(({ message }) => message.slice(0, 3));
  expect(lacking([among(['A', 'D']), among(['A'])])).toEqual([]);
  expect(lacking([among(['A', 'D']), among({ except: ['B', 'C'] })])).toEqual([]);
  expect(lacking([among({ except: ['B', 'C'] }), among({ except: ['A', 'C'] })])).toEqual(['"B"']);
  expect(lacking([among(['A', 'C']), among({ except: ['B', 'C'] })])).toEqual(['"C"']);
  expect(lacking(Array.from({ length: 20_000 }, () => among(['A', 'B'])))).toEqual(['"B"']);
});
