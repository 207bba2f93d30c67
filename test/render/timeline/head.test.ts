import { describe, expect, test } from 'vitest';
import { timelineEnd } from '../../../src/engine/answer.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import type { Roster } from '../../../src/model/roster.ts';
import { plainTheme } from '../../../src/render/layout/theme.ts';
import { ascii, unicode } from '../../../src/render/timeline/chart/glyphs.ts';
import { renderTimeline } from '../../../src/render/timeline/terminal.ts';
import { readRoster, rosterOf, time } from '../../support/rosters.ts';
import { bundledText } from '../../support/texts.ts';

const nato = readRoster(bundledText());

function firstLines(
  roster: Roster,
  { to, from, width = 80 }: { to?: string; from?: string; width?: number },
): string[] {
  const told = timeline([roster], { ...(to && { to: time(to) }), ...(from && { from: time(from) }) });
  const end = timelineEnd([roster], told);
  const view = { timeline: told, ...(end && { end }) };
  return renderTimeline(view, { width, theme: plainTheme, all: false }, unicode).split('\n').slice(0, 3);
}

describe('the first three lines', () => {
  test('say how far it is and who is holding out, the worst first', () => {
    expect(firstLines(nato, { to: '2024-04-03' }).slice(1)).toEqual([
      'BLOCKED  consensus of 32: 27 in support, 5 short; blocked by Hungary and Romania',
      'Holding out (5): Hungary, Romania (opposed), Poland and 2 more',
    ]);
    expect(firstLines(nato, { to: '2024-04-03', width: 120 })[2]).toBe(
      'Holding out (5): Hungary, Romania (opposed), Poland, Türkiye (withheld), Slovakia (unclear)',
    );
    expect(firstLines(nato, { to: '2024-06-19' }).slice(1)).toEqual([
      'OPEN  consensus of 32: 31 in support, 1 to go',
      'Holding out (1): Romania (withheld)',
    ]);
  });

  test('leave the dates for later where they have no room beside the title', () => {
    expect(firstLines(nato, { to: '2024-06-19', width: 50 })).toEqual([
      'Mark Rutte for NATO secretary general',
      'OPEN  consensus of 32: 31 in support, 1 to go',
      'Holding out (1): Romania (withheld)',
    ]);
  });

  test('say since when it is reached, and what was decided', () => {
    expect(firstLines(nato, { to: '2024-06-30' }).slice(1, 3)).toEqual([
      'ADOPTED  26 Jun 2024 (North Atlantic Council)',
      'REACHED  consensus of 32: all 32 in support',
    ]);
    expect(firstLines(nato, { to: '2024-06-22' })[2]).toBe('Nobody is holding out; reached on 20 Jun 2024.');
    expect(firstLines(nato, { from: '2024-06-21', to: '2024-06-22' })[2]).toBe('Nobody is holding out.');
  });

  test('say that something was decided though the rule was not met', () => {
    const roster = rosterOf({
      members: { A: { stance: 'oppose', date: '2024-01-05' } },
      decision: { date: '2024-01-20', outcome: 'adopted' },
    });
    const told = timeline([roster]);
    const end = timelineEnd([roster], told);
    const view = { timeline: told, ...(end && { end }) };
    expect(renderTimeline(view, { width: 80, theme: plainTheme, all: false }, ascii)).toContain(
      [
        '',
        'ADOPTED  20 Jan 2024',
        'Adopted although the rule was not met on 20 Jan 2024: the outcome was blocked.',
        'BLOCKED  consensus of 1: 0 in support, 1 short; blocked by A',
        'Holding out (1): A (opposed)',
        '',
      ].join('\n'),
    );
  });

  test('say that nobody holds out where only time is missing', () => {
    const roster = rosterOf({
      rule: { count: 'support', 'at-least': 1, 'not-before': '2024-03-01' },
      members: { A: { stance: 'support', date: '2024-01-05' } },
    });
    expect(firstLines(roster, { to: '2024-01-31', width: 120 })[2]).toBe('Nobody is holding out.');
  });

  test('are the title and the dates alone where nothing is known yet', () => {
    const rosters = ['2024-01-01', '2024-02-01'].map((asOf) => rosterOf({ 'as-of': asOf, members: { A: 'support' } }));
    const [first, second] = rosters as [Roster, Roster];
    const told = timeline([first, second], { to: time('2023-01-01') });
    expect(timelineEnd([first, second], told)).toBeUndefined();
    expect(renderTimeline({ timeline: told }, { width: 80, theme: plainTheme, all: false }, unicode)).toMatch(
      /^A decision +1 Jan 2023\n\n/,
    );
  });
});
