import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { movesIn as readMoves } from '../../src/cli/commands/record/csv.ts';
import type { main } from '../../src/cli/main.ts';
import type { keyWords as described } from '../../src/roster/json-schema/descriptions.ts';
import { inTerminal } from '../support/host.ts';
import { refusedFiles, sourcesWith } from '../support/source-copy.ts';

const model = 'src/model/roster.ts';
const inModel = (text: string): string => text.replace('  readonly quote?: string;', '$&\n  readonly venue?: string;');

const table = 'src/model/position-fields.ts';
const row =
  "venue: { kind: 'text', meaning: ['Where it was said.'], option: { value: '<text>', help: 'where it was' } },";
const inTable = (text: string): string => text.replace('export const positionFields = {', `$&\n${row}`);

/** The files that decide for each field of a position what becomes of it. */
const deciding = [
  'src/cli/commands/record/parse-move.ts',
  'src/cli/commands/record/requested-report.ts',
  'src/cli/sheet/cell-position.ts',
  'src/engine/prune/shorten-history.ts',
  'src/render/member/csv.ts',
  'src/render/member/details.ts',
  'src/render/member/json.ts',
  'src/roster/edit/claim-text.ts',
  'src/roster/edit/position-text.ts',
  'src/roster/schema/claim.ts',
  'src/roster/schema/position.ts',
  'src/roster/write/write-statement.ts',
];

describe('a new field of a position', () => {
  test('is refused by the compiler in the table, and wherever something must be decided', () => {
    const refused = refusedFiles(sourcesWith({ [model]: inModel }));
    expect(refused).toEqual([table, ...deciding, 'src/roster/json-schema/descriptions.ts'].sort());
  });

  test('is an option, a column and a key of the JSON Schema when it has a row, and still refused elsewhere', async () => {
    const folder = sourcesWith({ [model]: inModel, [table]: inTable });
    expect(refusedFiles(folder)).toEqual(deciding);
    const program: { readonly main: typeof main } = await import(join(folder, 'src/cli/main.ts'));
    const { stdout } = await inTerminal(['record', '--help'], {}, program.main);
    expect(stdout).toMatch(/^ +--venue <text> +where it was$/m);
    const { movesIn }: { readonly movesIn: typeof readMoves } = await import(
      join(folder, 'src/cli/commands/record/csv.ts')
    );
    const asIs = { mapping: [], stances: new Map(), order: undefined };
    expect(movesIn('code,stance,venue\nFR,support,Paris\n', {}, asIs).moves).toEqual([
      { line: 2, written: { code: 'FR', stance: 'support', venue: 'Paris' }, name: undefined },
    ]);
    const { keyWords }: { readonly keyWords: typeof described } = await import(
      join(folder, 'src/roster/json-schema/descriptions.ts')
    );
    expect(keyWords['a member']).toMatchObject({ venue: ['Where it was said.'] });
  });
});
