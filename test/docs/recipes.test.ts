import { expect, test } from 'vitest';
import { missesOf } from '../../src/engine/expectations.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { shownIn } from '../support/documents.ts';

const { files, examples } = shownIn('docs/recipes.md');

test.each([...files])('the recipe %s expects what it answers, and is shown to', (name, text) => {
  const parsed = parseRoster(text);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  const { roster } = parsed;
  expect(roster.expect.length).toBeGreaterThan(0);
  expect(missesOf(roster)).toEqual([]);
  expect(examples.filter(({ command }) => command.includes(` ${name}`)).length).toBeGreaterThan(0);
});

test('the rule of each recipe matters: with nobody in support, none is reached', () => {
  const unmoved = [...files].filter(([, text]) => {
    const parsed = parseRoster(text);
    if (!parsed.ok || parsed.roster.asOf === undefined) return true;
    const { asOf, members } = parsed.roster;
    const all = snapshot(parsed.roster, asOf);
    const opposed = (standings: Snapshot['members']): Snapshot['members'] =>
      standings.map((standing) => ({ ...standing, stance: 'oppose' }));
    const closings = new Map([...all.closings].map(([time, standings]) => [time, opposed(standings)]));
    const turned = { ...all, members: opposed(all.members), closings };
    return members.length > 0 && tally(turned).outcome === 'reached';
  });
  expect(unmoved.map(([name]) => name)).toEqual([]);
});
