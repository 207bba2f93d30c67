import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseRoster } from '../../src/roster/parse.ts';
import { repository } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';

const data = join(repository, 'data');
const bundled = readdirSync(data).filter((name) => name.endsWith('.yaml'));

async function* said(text: string): AsyncGenerator<string> {
  yield text;
}

const validated = (text: string, ...options: string[]) =>
  inTerminal(['validate', '-', ...options], { stdin: said(text), today: '2026-01-01' });

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** The codes of what is told, with the text that is underlined. */
async function told(text: string, ...options: string[]): Promise<(readonly [string, string])[]> {
  const { stdout } = await validated(text, '--format=json', ...options);
  const [file] = JSON.parse(stdout).files;
  return file.diagnostics.map(({ code, line, column, endColumn }: Told) => [
    code,
    text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1),
  ]);
}

describe.each(bundled)('%s', (name) => {
  const text = readFileSync(join(data, name), 'utf8');
  const entries = text.match(/^ {2}- \{ as-of: .*outcome: \w+.*$/gm) ?? [];

  test('answers all that it expects, and expects something', async () => {
    const parsed = parseRoster(text);
    expect(parsed.ok && parsed.roster.expect.length).toBeGreaterThan(0);
    expect(await validated(text)).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(entries)('would be told of another outcome than in%s', async (entry) => {
    const [, outcome = ''] = /outcome: (\w+)/.exec(entry) ?? [];
    for (const other of ['reached', 'open', 'blocked'].filter((word) => word !== outcome)) {
      const changed = text.replace(entry, entry.replace(`outcome: ${outcome}`, `outcome: ${other}`));
      const missed = (await told(changed)).filter(([code]) => code !== 'reason-missing');
      expect(missed).toEqual([['missed-expectation', other]]);
      expect((await validated(changed)).code).toBe(3);
    }
  });
});

const head = 'title: A new chair\nas-of: 2024-03-01\nrule: consensus\nmembers: { NL: support, BE: oppose }\n';

describe('a missed expectation', () => {
  const text = `${head}expect: [{ as-of: 2024-02, outcome: open, support: 1, members: 3 }]\n`;

  test('is an error of validate, beside advice, in the order of the file', async () => {
    expect(await told(text)).toEqual([
      ['reason-missing', 'oppose'],
      ['missed-expectation', 'open'],
      ['missed-expectation', '3'],
    ]);
  });

  test('is no error of the format: the roster is read as ever', async () => {
    expect(parseRoster(text)).toMatchObject({ ok: true });
    expect(await inTerminal(['check', '-'], { stdin: said(text) })).toMatchObject({ code: 4, stderr: '' });
  });

  test('is looked for only where the roster has no error', async () => {
    expect(await told(text.replace('NL: support', 'NL: suport'))).toEqual([
      ['unknown-stance', 'suport'],
      ['reason-missing', 'oppose'],
    ]);
    expect((await told(`${text}title: again\n`)).map(([code]) => code)).toEqual(['reason-missing', 'duplicate-key']);
  });

  test('is counted when there are too many', async () => {
    const entry = '  - { as-of: 2024-02-01, outcome: reached }\n';
    const { stdout, code } = await validated(`${head.replace('oppose', 'unclear')}expect:\n${entry.repeat(150)}`);
    expect(code).toBe(3);
    expect(stdout.match(/error\[missed-expectation\]/g)).toHaveLength(100);
    expect(stdout).toContain('and 50 more problems');
  });
});
