import { describe, expect, test } from 'vitest';
import { assume, snapshot } from '../../../src/engine/snapshot.ts';
import { placesOfStandings } from '../../../src/roster/diagnose/places-of-standings.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';
import { rosterIn, under } from '../../support/texts.ts';

const text = `title: A chair
rule: consensus
members:
  bare: oppose
  nothing:
  bracketed: undeclared
  inline: { name: In Line, stance: unclear, date: 2024-02-01 }
  undated: { stance: withheld }
  history:
    positions:
      - { date: 2024-03-01, stance: oppose, basis: reported }
      - stance: unclear
      - { date: 2024-02-01, stance: abstain, basis: stated }
  listed:
    positions:
      - { date: 2024-01-01, stance: support, basis: reported }
claims:
  - { date: 2024-03-05, by: another, holdouts: [] }
  - { date: 2024-03-10, by: a diplomat, supporting: 1 }
  - date: 2024-03-10
    by: a diplomat
    holdouts: [bare, listed] # nobody else
`;
const roster = rosterIn(text);

/** What stands at each member's place, with the line on which it does. */
function placesOn(day: string, { onRecord = false, of = text } = {}): Record<string, string> {
  const read = readTime(day);
  if (!('value' in read)) throw new Error(day);
  const taken = snapshot(roster, read.value, { onRecord });
  const places = placesOfStandings(of, taken.members, taken);
  return Object.fromEntries(
    [...places].map(([code, span]) => [code, `${of.slice(0, span.start).split('\n').length} ${under(of, span)}`]),
  );
}

describe('the place of a standing is', () => {
  test('the stance of the latest position, and the code of a member of which nothing is known', () => {
    expect(placesOn('2024-03-02')).toEqual({
      bare: '4 oppose',
      bracketed: '6 bracketed',
      history: '11 oppose',
      inline: '7 unclear',
      listed: '16 support',
      nothing: '5 nothing',
      undated: '8 withheld',
    });
  });

  test.each([
    ['2024-01-01', '12 unclear'],
    ['2024-02', '13 abstain'],
    ['2024-03-01', '11 oppose'],
  ])('of the position in force on %s', (day, place) => {
    expect(placesOn(day)).toMatchObject({ history: place });
  });

  test('of the position on record, where that is asked for', () => {
    expect(placesOn('2024-03-02', { onRecord: true })).toMatchObject({ history: '13 abstain', listed: '14 listed' });
  });

  test('the list of holdouts from which it follows', () => {
    expect(placesOn('2024-03-06')).toMatchObject({ nothing: '18 holdouts', bare: '4 oppose' });
    expect(placesOn('2024-03-10')).toMatchObject({ listed: '22 holdouts', nothing: '18 holdouts' });
  });

  test('told apart by the hours of a day', () => {
    const of = text.replace('stance: unclear\n', 'stance: unclear\n        date: 2024-03-01T12:00:00Z\n');
    const read = readTime('2024-03-01T12:30:00Z');
    if (!('value' in read)) throw new Error('no time');
    const placeOn = (asOf: typeof read.value) => {
      const taken = snapshot(rosterIn(of), asOf);
      return under(of, placesOfStandings(of, taken.members, taken).get('history'));
    };
    expect(placeOn(read.value)).toBe('unclear');
    expect(placeOn({ text: '2024-03-01T11:00:00Z', day: '2024-03-01', instant: Date.UTC(2024, 2, 1, 11) })).toBe(
      'oppose',
    );
  });

  test('the code of a member that is assumed to stand elsewhere', () => {
    const taken = assume(snapshot(roster, { text: '2024-03-02', day: '2024-03-02' }), new Map([['bare', 'abstain']]));
    const span = placesOfStandings(text, taken.members, taken).get('bare');
    expect(under(text, span)).toBe('bare');
  });
});

test('in another text it is the nearest part that there is', () => {
  const of =
    'title: t\nmembers: { history: { positions: [] }, inline: { stance: oppose, date: 2025-01-01 } }\nclaims: [{}]\n';
  expect(placesOn('2024-03-06', { of })).toMatchObject({
    history: '2 history',
    inline: '2 inline',
    listed: '2 { history: { positions: [] }, inline: { stance: oppose, date: 2025-01-01 } }',
  });
});

test('of two lists of one time and author, the place of a standing is the one that names its member', () => {
  const lists = `title: A chair
rule: consensus
members: { A: , B: }
claims:
  - { date: 2024-03-10, by: a diplomat, holdouts: [A] }
  - { date: 2024-03-10, by: a diplomat, holdouts: [B] }
`;
  const taken = snapshot(rosterIn(lists), { text: '2024-03-11', day: '2024-03-11' });
  const places = placesOfStandings(lists, taken.members, taken);
  const lineOf = (code: string): number => lists.slice(0, places.get(code)?.start).split('\n').length;
  expect([lineOf('A'), lineOf('B')]).toEqual([5, 6]);
});

test('of two reports about a member of one time, the place of its standing is the later one in the file', () => {
  const reports = `title: A chair
rule: consensus
members: { A: , B: }
groups: { both: [A, B] }
claims:
  - { date: 2024-03-10, of: [A], stance: unclear }
  - { date: 2024-03-10, of: both, stance: unclear }
`;
  const taken = snapshot(rosterIn(reports), { text: '2024-03-11', day: '2024-03-11' });
  const places = placesOfStandings(reports, taken.members, taken);
  expect(reports.slice(0, places.get('A')?.start).split('\n')).toHaveLength(7);
});
