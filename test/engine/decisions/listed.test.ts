import { expect, test } from 'vitest';
import { listed } from '../../../src/engine/decisions/listed.ts';
import { memberDecision } from '../../../src/engine/decisions/member-decision.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { heldMegabytes } from '../../support/memory.ts';
import { readRoster, time } from '../../support/rosters.ts';

const size = 4;
const rosterOf = (number: number) =>
  readRoster(
    `title: A title of more than a few letters ${number}\nrule: consensus\nmembers:\n  A: { name: A long name of a member, stance: oppose, why: a reason that is longer than a few letters }\n# ${'because '.repeat((size * 2 ** 20) / 8)}\n`,
  );

test.each([
  ['a list', (number: number) => listed('a.yaml', snapshot(rosterOf(number), time('2024-01-01')))],
  [
    'a member',
    (number: number) => {
      const roster = rosterOf(number);
      return memberDecision('a.yaml', roster, 'A', snapshot(roster, time('2024-01-01')));
    },
  ],
])('what is told of a decision in %s does not keep the text of its roster in memory', (_, answerOf) => {
  const answers: unknown[] = [answerOf(0)];
  const before = heldMegabytes();
  for (let number = 1; number <= 5; number += 1) answers.push(answerOf(number));
  expect(heldMegabytes() - before).toBeLessThan(size);
  expect(JSON.stringify(answers)).toContain('a reason that is longer');
});
