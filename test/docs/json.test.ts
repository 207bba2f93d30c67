import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';

const page = readFileSync(join(repository, 'docs', 'json.md'), 'utf8');

/** The fields that the page names for a schema, in its order. */
function fieldsOf(schema: string): string[] {
  const [, section = ''] = page.split(`## \`${schema}\`\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, field = '']) => field));
}

test.each([
  ['rutte-tally/status/1', ['status', 'nato-2024']],
  ['rutte-tally/status/1', ['check', 'nato-2024@2024-06-20', '--since', 'nato-2024@2024-06-19']],
  ['rutte-tally/check/1', ['check', 'nato-2024', 'data']],
  ['rutte-tally/list/1', ['list', 'data']],
  ['rutte-tally/diff/1', ['diff', 'nato-2024@2024-02-21', 'nato-2024@2024-06-20']],
  ['rutte-tally/matrix/1', ['matrix', 'data']],
  ['rutte-tally/agreement/1', ['agreement', 'data']],
  ['rutte-tally/report/1', ['report', 'nato-2024', '--output', '-']],
  ['rutte-tally/import/1', ['import', 'test/fixtures/import/votes.json']],
  ['rutte-tally/words/1', ['import', '--words']],
  ['rutte-tally/diagnostics/1', ['validate', 'nato-2024']],
  ['rutte-tally/diagnostics/1', ['check', 'missing.yaml']],
  ['rutte-tally/error/1', ['check', '--as-of', 'tomorrow']],
])('the page has the fields of %s, as of %j', async (schema, args) => {
  const { stdout } = await inTerminal([...args, '--format', 'json'], { cwd: repository });
  const document = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  expect(document.schema).toBe(schema);
  expect(fieldsOf(schema)).toEqual(Object.keys(document));
});
