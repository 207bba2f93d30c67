import { describe, expect, test } from 'vitest';
import type { RosterInput } from '../../../src/cli/input/read-roster.ts';
import { asOfFor } from '../../../src/cli/steps/as-of.ts';
import { parseRoster } from '../../../src/roster/parse.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';

/** A roster as it is read from `r.yaml`, or from `r.yaml@DATE`. */
function inputAt(designated: string | undefined, own: string | undefined): RosterInput {
  const dated = own === undefined ? '' : `as-of: ${own}\n`;
  const parsed = parseRoster(`title: t\n${dated}rule: consensus\nmembers: { A: support }\n`);
  if (!parsed.ok) throw new Error('no roster');
  const { roster } = parsed;
  const named = {
    file: 'r.yaml',
    origin: 'r.yaml',
    chosen: false,
    place: { kind: 'stream' },
    text: '',
    roster,
  } as const;
  return designated === undefined ? named : { ...named, date: timeOf(designated) };
}

function timeOf(text: string) {
  const read = readTime(text);
  if (!('value' in read)) throw new Error(text);
  return read.value;
}

describe('a roster is read', () => {
  test.each([
    ['at the date of --as-of', '2024-05', undefined, '2024-01-01', '2024-05-31'],
    ['else at that of its designator', undefined, '2024-04-01', '2024-01-01', '2024-04-01'],
    ['else at its own', undefined, undefined, '2024-01-01', '2024-01-01'],
    ['else today', undefined, undefined, undefined, '2024-06-20'],
  ])('%s', (_, option, designated, own, day) => {
    const request = option === undefined ? {} : { asOf: timeOf(option) };
    expect(asOfFor(inputAt(designated, own), request, '2024-06-20').day).toBe(day);
  });
});

test('two dates for one roster are wrong usage', () => {
  const request = { asOf: timeOf('2024-05') };
  expect(() => asOfFor(inputAt('2024-04-01', undefined), request, '2024-06-20')).toThrow(
    '"r.yaml" has two dates: 2024-04-01 after @, and 2024-05 from --as-of',
  );
});
