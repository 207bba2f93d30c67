import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/bin.ts';
import { folderOf } from '../support/decisions.ts';
import { inPipe } from '../support/host.ts';

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly fileMatch: readonly string[];
  readonly url: string;
}

const page = readFileSync(join(repository, 'docs', 'editor.md'), 'utf8');
const blocks = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => JSON.parse(text) as Partial<Entry>);
const entry = blocks.find(({ fileMatch }) => fileMatch !== undefined) as Entry;
const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
};

const roster = { title: 'Lunch', 'as-of': '2024-03-01', rule: 'consensus', members: { ana: 'support' } };

describe('the entry for SchemaStore', () => {
  test('has what an entry has', () => {
    expect(Object.keys(entry)).toEqual(['name', 'description', 'fileMatch', 'url']);
    for (const text of [entry.name, entry.description]) expect(text).toMatch(/^\w.*\w$/);
  });

  test.each(entry.fileMatch)('matches %s, which is read where no roster is named', async (name) => {
    const { code, stderr } = await inPipe(['check'], { cwd: folderOf({ [name]: JSON.stringify(roster) }) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `rutte-tally: reading ${name} in this folder\n` });
  });

  test('matches all that is read so', async () => {
    const names = ['rutte-tally.yaml', 'rutte-tally.yml', 'rutte-tally.json', 'roster.yaml', 'rutte-tally.jsonc'];
    const read = names.map(async (name) => {
      const run = await inPipe(['check'], { cwd: folderOf({ [name]: JSON.stringify(roster) }) });
      return run.code === 0 ? [name] : [];
    });
    expect((await Promise.all(read)).flat()).toEqual(entry.fileMatch);
  });

  test('leads to the schema in the package', () => {
    const path = manifest.exports['./roster.schema.json']?.replace(/^\./, '');
    expect(entry.url).toBe(`https://unpkg.com/${manifest.name}${path}`);
    const schema = JSON.parse(readFileSync(join(repository, path ?? ''), 'utf8')) as { readonly $schema: string };
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });
});
