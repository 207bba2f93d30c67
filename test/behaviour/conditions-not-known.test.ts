import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';

const roster = `title: Paint the fence
as-of: 2024-03-15
rule: consensus
members:
  ana: { stance: conditional, date: 2024-03-01, by: a neighbour }
  bo:
    positions:
      - { date: 2024-03-01, stance: conditional, wants: [blue] }
      - { date: 2024-03-08, stance: conditional }
  chi: { stance: conditional, why: The price. }
  dee: support
`;

async function output(...words: readonly string[]): Promise<string> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'rutte-tally.yaml'), roster);
  return (await inTerminal(words, { cwd, columns: 100 })).stdout;
}

const unknown = 'on conditions not known';
const timesIn = (text: string): number => text.split(unknown).length - 1;

describe('a conditional position that does not say what the member wants', () => {
  test('is shown as one on conditions not known, unless it repeats one that does', async () => {
    const status = await output('status');
    expect(status).toMatch(/ana +conditional +since 1 Mar \(14 days\) +a neighbour\n +on conditions not known\n/);
    expect(status).toMatch(/bo .*\n +wants: blue\n/);
    expect(timesIn(status)).toBe(2);
    expect(timesIn(await output('status', '--format', 'markdown'))).toBe(2);
  });

  test('is shown so by check where there is no reason to show', async () => {
    const check = await output('check');
    expect(check).toMatch(/ana +conditional +on conditions not known\n/);
    expect(check).toMatch(/bo +conditional +wants: blue\n/);
    expect(check).toMatch(/chi +conditional +The price\.\n/);
  });

  test('is shown so for a member, in its history', async () => {
    expect(timesIn(await output('member', 'ana'))).toBe(1);
    expect(timesIn(await output('member', 'bo'))).toBe(0);
    expect(timesIn(await output('member', 'ana', '--format', 'markdown'))).toBe(1);
  });

  test('is shown so in annotations and JUnit', async () => {
    expect(timesIn(await output('check', '--format', 'github'))).toBe(2);
    expect(timesIn(await output('check', '--format', 'junit'))).toBe(2);
  });

  test('is shown so where a member came to it', async () => {
    expect(await output('diff', '@2024-02-01', '@2024-03-15')).toContain(unknown);
  });

  test('is not shown so for an assumption, which has no conditions', async () => {
    expect(timesIn(await output('status', '--assume', 'dee=conditional'))).toBe(2);
  });
});
