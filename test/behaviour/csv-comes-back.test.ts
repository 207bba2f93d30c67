import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rosterValues } from '../../src/roster/write/write-roster.ts';
import { type Run, repository } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';
import { rosterIn } from '../support/texts.ts';

const bundled = readdirSync(join(repository, 'data')).filter((name) => name.endsWith('.yaml'));

const textOf = (file: string): string => readFileSync(join(repository, 'data', file), 'utf8');

/** Runs a command with a text as its standard input. */
const piped = (text: string, ...args: readonly string[]): Promise<Run> =>
  inTerminal(args, {
    stdin: (async function* () {
      yield text;
    })(),
  });

type Document = Readonly<Record<string, unknown>>;

/** The answer of `status` about a roster on standard input. */
async function answerTo(text: string): Promise<Document> {
  const { code, stdout } = await piped(text, 'status', '-', '--format=json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Document;
}

/** What does not depend on what members said before, nor on what others counted. */
function comparable(answer: Document): Document {
  const standing = (one: Document): Document => {
    const { holdingOutSince: _, basis, denied: __, answered: ___, ...rest } = one;
    return { ...rest, basis: basis === 'claimed' ? 'reported' : basis };
  };
  const { outcome, criterion, tally, path, easiest, toBlock, pivotal, groups, asOf } = answer;
  const of = (key: string): readonly Document[] => (answer[key] as readonly Document[]).map(standing);
  return {
    ...{ outcome, criterion, tally, path, easiest, toBlock, pivotal, groups, asOf },
    members: of('members'),
    holdouts: of('holdouts'),
  };
}

/** The rule of a roster, as the option takes it. */
const ruleOf = (text: string): string => {
  const { rule } = rosterValues(rosterIn(text)) as { readonly rule: unknown };
  return `--rule=${typeof rule === 'string' ? rule : JSON.stringify(rule)}`;
};

describe.each(bundled)('%s comes back', (file) => {
  test.each([[], ['--bom']])('from the CSV of status %j, with the same answers', async (...options) => {
    const text = textOf(file);
    const csv = (await piped(text, 'status', '-', '--format=csv', ...options.flat())).stdout;
    expect(csv.startsWith('\ufeff')).toBe(options.flat().length > 0);
    const { code, stdout } = await piped(csv, 'import', '-', ruleOf(text));
    expect(code).toBe(0);
    expect(comparable(await answerTo(stdout))).toEqual(comparable(await answerTo(text)));
    const { sources } = rosterIn(text);
    for (const [key, { title, url }] of Object.entries(rosterIn(stdout).sources))
      expect([title?.replaceAll('; ', ', '), url]).toEqual([
        sources[key]?.title?.replaceAll('; ', ', '),
        sources[key]?.url,
      ]);
  });

  test('from the CSV of matrix, with the same stances', async () => {
    const csv = (await inTerminal(['matrix', `data/${file}`, '--format=csv'], { cwd: repository })).stdout;
    const run = await piped(csv, 'import', '-');
    expect(run.code).toBe(0);
    const stancesOf = (answer: Document) =>
      (answer.members as readonly Document[]).map(({ member, name, stance }) => [member, name, stance]);
    const before = await answerTo(textOf(file));
    expect(stancesOf(await answerTo(run.stdout))).toEqual(stancesOf(before));
    expect(rosterIn(run.stdout).title).toBe(file.replace(/\.yaml$/, ''));
  });
});

test('a matrix of several decisions comes back one by one', async () => {
  const csv = (await inTerminal(['matrix', 'data', '--format=csv'], { cwd: repository })).stdout;
  const none = await piped(csv, 'import', '-');
  expect(none).toMatchObject({ code: 2, stdout: '' });
  expect(none.stderr).toContain('name one with --decision COLUMN');
  const column =
    csv
      .split('\r\n')[0]
      ?.split(',')
      .find((name) => name.includes('unsc-2024-02-20')) ?? '';
  const ofBody = await piped(csv, 'import', '-', '--decision', column, '--body=un-security-council');
  expect(ofBody.code).toBe(0);
  expect(await piped(ofBody.stdout, 'check', '-', '--as-of=2024-02-20')).toMatchObject({ code: 4 });
  const run = await piped(csv, 'import', '-', '--decision', column);
  expect(run.stderr).toContain('was not a member: left out');
  expect(rosterIn(run.stdout).members).toHaveLength(15);
});

test('a byte order mark goes with CSV alone', async () => {
  expect(await inTerminal(['status', 'nato-2024', '--bom'])).toMatchObject({
    code: 2,
    stderr: 'rutte-tally: --bom goes with --format csv\n',
  });
});
