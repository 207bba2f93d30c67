import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/engine/answer.ts';
import { assume, snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import { stances } from '../../../src/model/stance.ts';
import { answersOf } from '../../../src/page/ask/answers.ts';
import type { Ask } from '../../../src/page/ask/ask.ts';
import { renderStatusJson } from '../../../src/render/status/json.ts';
import { bundled, bundledRoster, pageOf } from '../../support/report.ts';

describe.each(bundled)('of %s', (name) => {
  const roster = bundledRoster(name);
  // As a browser has it.
  const page = pageOf(JSON.parse(JSON.stringify(roster)));
  const answers = answersOf(page);
  const dates = timeline([roster]).points.map(({ date }) => date);
  const codes = roster.members.map(({ code }) => code);

  test('a page says what the program says, on record or not, with assumptions or without', () => {
    for (const [index, at] of dates.entries())
      for (const onRecord of [false, true]) {
        const ifs: Ask['ifs'] = new Map(
          Array.from({ length: index % 4 }, (_, one) => [
            codes[(7 * index + 3 * one) % codes.length] ?? '',
            stances[(index + one) % stances.length] ?? 'support',
          ]),
        );
        const taken = assume(snapshot(roster, at, { onRecord }), ifs);
        const told = answers.status({ at, ifs, onRecord });
        expect(renderStatusJson(told)).toBe(renderStatusJson(answer(roster, taken, 'r.yaml')));
      }
  });

  test('each stance of a member has the outcome that it would lead to', () => {
    const ask = { at: page.at, ifs: new Map(), onRecord: false };
    for (const code of codes.slice(0, 3)) {
      const history = answers.history(answers.brief(ask), code);
      const outcomes = history && [...answers.outcomes(history)];
      const taken = snapshot(roster, page.at);
      expect(outcomes).toEqual(
        stances.map((stance) => [stance, tally(assume(taken, new Map([[code, stance]]))).outcome]),
      );
    }
  });
});

test('an answer is kept until another one is needed', () => {
  const page = pageOf(bundledRoster('nato-2024'));
  const answers = answersOf(page);
  const ask: Ask = { at: page.at, ifs: new Map([['HU', 'oppose']]), onRecord: false };
  expect(answers.brief({ ...ask, member: 'HU' })).toBe(answers.brief(ask));
  expect(answers.status({ ...ask }).snapshot).toBe(answers.brief(ask).snapshot);
  expect(answers.timeline(false)).toBe(answers.timeline(false));
  expect(answers.timeline(true)).not.toBe(answers.ways(true));
});
