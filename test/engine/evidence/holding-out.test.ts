import { describe, expect, test } from 'vitest';
import { assume } from '../../../src/engine/snapshot.ts';
import { type Stance, stances } from '../../../src/model/stance.ts';
import { type Plain, said, snapshotOf, standingIn } from '../../support/rosters.ts';

/** The start of the run in which a member of this history is on 1 July 2024. */
const startOf = (positions: readonly Plain[], claims: readonly Plain[] = []): string | undefined =>
  standingIn(snapshotOf({ members: { a: { positions } }, claims }, '2024-07-01'), 'a').holdingOutFrom?.since?.text;

const on = (date: string, stance: Stance, rest: Plain = {}): Plain => said(stance, { date, ...rest });

describe('a member holds out since it began to, whatever its tone', () => {
  test('withheld, then opposed, then withheld', () => {
    const positions = [on('2024-02-22', 'withheld'), on('2024-03-12', 'oppose'), on('2024-06-14', 'withheld')];
    expect(startOf(positions)).toBe('2024-02-22');
  });

  const ends: readonly Stance[] = ['support', 'no-objection', 'abstain', 'recused'];
  test.each(stances.filter((stance) => stance !== 'undeclared'))('%s', (stance) => {
    const positions = [on('2024-02-01', 'conditional'), on('2024-03-01', stance)];
    expect(startOf(positions)).toBe(ends.includes(stance) ? undefined : '2024-02-01');
    expect(startOf([...positions, on('2024-04-01', 'oppose')])).toBe(
      ends.includes(stance) ? '2024-04-01' : '2024-02-01',
    );
  });

  test('having said nothing begins no run', () => {
    expect(startOf([])).toBeUndefined();
    expect(startOf([on('2024-06-01', 'unclear')])).toBe('2024-06-01');
  });

  test('a run that began without a date has none', () => {
    expect(startOf([said('oppose'), on('2024-06-14', 'withheld')])).toBeUndefined();
  });

  test('lists of holdouts begin and end runs, and continue them', () => {
    const list = (date: string, ...holdouts: readonly string[]): Plain => ({ date, holdouts });
    expect(startOf([], [list('2024-04-02', 'a')])).toBe('2024-04-02');
    expect(startOf([], [list('2024-04-02', 'a'), list('2024-05-02', 'a')])).toBe('2024-04-02');
    const withheld = on('2024-02-22', 'withheld');
    expect(startOf([withheld], [list('2024-04-02', 'a')])).toBe('2024-02-22');
    expect(startOf([withheld], [list('2024-04-02')])).toBeUndefined();
    expect(startOf([withheld], [list('2024-04-02'), list('2024-05-02', 'a')])).toBe('2024-05-02');
    expect(startOf([withheld, on('2024-06-01', 'conditional')], [list('2024-04-02')])).toBe('2024-06-01');
  });

  test('a best guess stays one', () => {
    const positions = [on('2024-02-22', 'withheld', { circa: true }), on('2024-03-12', 'oppose')];
    const { circa, holdingOutFrom } = standingIn(snapshotOf({ members: { a: { positions } } }, '2024-03-22'), 'a');
    expect([circa, holdingOutFrom]).toEqual([
      false,
      { circa: true, since: { text: '2024-02-22', day: '2024-02-22' }, days: 29 },
    ]);
  });

  test('what is assumed has no start, unless it is so already', () => {
    const taken = snapshotOf({ members: { a: { positions: [on('2024-02-22', 'withheld')] } } });
    const assuming = (stance: Stance) => standingIn(assume(taken, new Map([['a', stance]])), 'a').holdingOutFrom;
    expect(assuming('oppose')).toBeUndefined();
    expect(assuming('withheld')?.since?.text).toBe('2024-02-22');
  });
});
