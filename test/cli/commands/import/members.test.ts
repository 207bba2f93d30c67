import { expect, test } from 'vitest';
import { membersOfBody } from '../../../../src/cli/commands/import/members.ts';
import { rosterIn } from '../../../support/texts.ts';

test('words that are nobody of a body are all told, and of the first hundred who may be meant', () => {
  const body = rosterIn('title: t\nrule: consensus\nmembers: { alpine-club: }\n');
  const imported = Array.from({ length: 150 }, (_, index) => ({
    word: `alpine-clu${index}`,
    name: undefined,
    span: { start: index, end: index + 1 },
    positions: [],
    groups: [],
    weights: {},
  }));
  const { problems } = membersOfBody(imported, body);
  expect(problems.map(({ code }) => code)).toEqual(imported.map(() => 'unknown-member'));
  const meant = problems.map(({ hint }) => hint === 'did you mean "alpine-club"?');
  expect(meant.indexOf(false)).toBe(100);
  expect(problems[149]?.hint).toContain('leave out --body');
});
