import { expect, test } from 'vitest';
import { type Ask, startOf } from '../../../src/page/ask/ask.ts';
import { terminalCommand } from '../../../src/page/ask/command.ts';
import { pageOf } from '../../support/report.ts';
import { rosterOf, time } from '../../support/rosters.ts';

const page = pageOf(rosterOf({ 'as-of': '2024-03-01', members: { A: 'support' } }));
const start = startOf(page);
const supposed: Ask = { at: time('2024-02'), ifs: new Map([['A', 'oppose']]), onRecord: true };

test.each([
  ['nothing that the roster says itself', page, start, 'rutte-tally status r.yaml'],
  [
    'date, assumptions and evidence',
    page,
    supposed,
    'rutte-tally status r.yaml --as-of 2024-02 --assume A=oppose --on-record',
  ],
  [
    'quotes for a shell',
    { ...page, designator: "my 'own' $(id).yaml" },
    start,
    "rutte-tally status 'my '\\''own'\\'' $(id).yaml'",
  ],
] as const)('the command has %s', (_, of, ask, command) => {
  expect(terminalCommand(of, ask)).toBe(command);
});
