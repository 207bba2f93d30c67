import { describe, expect, test } from 'vitest';
import { memberHistory } from '../../src/engine/member-history.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Member } from '../../src/model/roster.ts';
import { pendingStances, stances } from '../../src/model/stance.ts';
import { worstFirst } from '../../src/render/words/order.ts';
import { printing } from '../support/printed.ts';
import { codesOf, rosterOf, said, snapshotOf, standingIn, tallyOf, time } from '../support/rosters.ts';
import { onlyProblem, withMember } from '../support/texts.ts';

const written = pendingStances.filter((stance) => stance !== 'undeclared');

describe('a leaning', () => {
  test.each(written)('may stand on %s', (stance) => {
    const { members } = rosterOf({ members: { A: said(stance, { leaning: 'support' }) } });
    expect(members[0]?.positions[0]?.leaning).toBe('support');
  });

  test.each(stances.filter((stance) => !(pendingStances as readonly string[]).includes(stance)))(
    'may not stand on %s, which is settled',
    (stance) => {
      const inline = onlyProblem(withMember(`{ stance: ${stance}, leaning: support, why: w }`));
      const listed = onlyProblem(withMember(`{ positions: [{ stance: ${stance}, leaning: support, why: w }] }`));
      for (const problem of [inline, listed])
        expect(problem).toMatchObject({ code: 'not-pending', message: `"${stance}" is settled and has no "leaning"` });
    },
  );

  const positions = [
    { date: '2024-01-01', stance: 'unclear', leaning: 'oppose' },
    { date: '2024-01-02', stance: 'unclear' },
    { date: '2024-01-03', stance: 'unclear', leaning: 'support' },
    { date: '2024-01-04', stance: 'withheld', why: 'price' },
    { date: '2024-01-05', stance: 'unclear' },
  ];
  test.each([
    ['2024-01-01', 'oppose'],
    ['2024-01-02', 'oppose'],
    ['2024-01-03', 'support'],
    ['2024-01-04', undefined],
    ['2024-01-05', undefined],
  ])('on %s is the latest that was given in the run: %s', (date, leaning) => {
    expect(standingIn(snapshotOf({ members: { A: { positions } } }, date), 'A').leaning).toBe(leaning);
  });

  test('is gone when a list of holdouts or a what-if moves the member', () => {
    const members = { A: { stance: 'unclear', leaning: 'support', date: '2024-01-01' } };
    const listed = snapshotOf({ members, claims: [{ date: '2024-01-02', holdouts: [] }] });
    expect(standingIn(listed, 'A')).toMatchObject({ stance: 'support', basis: 'claimed' });
    expect(standingIn(listed, 'A')).not.toHaveProperty('leaning');
  });

  test('is counted nowhere', () => {
    const answer = (leaning: string | undefined) => {
      const { outcome, evaluation, counts } = tallyOf({
        rule: { count: 'support', 'at-least': '1/2' },
        members: { A: { stance: 'unclear', leaning }, B: 'support', C: { stance: 'withheld', why: 'w', leaning } },
      });
      return { outcome, evaluation, counts };
    };
    expect(answer('support')).toEqual(answer(undefined));
    expect(answer('oppose')).toEqual(answer(undefined));
  });

  test('sorts holdouts within a stance: those that lean to oppose first', () => {
    const { holdouts } = tallyOf({
      members: {
        A: { stance: 'unclear', leaning: 'support' },
        B: 'unclear',
        C: { stance: 'unclear', leaning: 'oppose' },
        D: { stance: 'withheld', why: 'w', leaning: 'support' },
        E: { stance: 'withheld', why: 'w' },
      },
    });
    expect(codesOf(holdouts)).toEqual(['E', 'D', 'C', 'B', 'A']);
    expect(codesOf(worstFirst(holdouts))).toEqual(['E', 'D', 'C', 'B', 'A']);
  });
});

const text = `title: A treaty
as-of: 2024-06-30
rule: consensus
members:
  NL: support
  NO:
    positions:
      - { date: 2024-06-01, stance: unclear }
      - { date: 2024-06-12, stance: unclear, leaning: support, by: Espen Barth Eide }
`;

const printed = printing(text);

describe('what is printed of a leaning', () => {
  test.each([
    [['status', 'r.yaml'], 'unclear, leaning support'],
    [['status', 'r.yaml', '--format', 'markdown'], '| unclear, leaning support |'],
    [['status', 'r.yaml', '--format', 'csv'], ',2024-06-01,support,,'],
    [['check', 'r.yaml'], 'unclear, leaning support'],
    [['check', 'r.yaml', '--format', 'github'], 'unclear%2C leaning support'],
    [['check', 'r.yaml', '--format', 'junit'], 'unclear, leaning support'],
    [['member', 'NO', 'r.yaml'], 'UNCLEAR  since 1 Jun (29 days), stated, leaning support, holding out'],
    [['member', 'NO', 'r.yaml'], '12 Jun  unclear, leaning support'],
    [['member', 'NO', 'r.yaml', '--format', 'markdown'], '**unclear, leaning support**, Espen Barth Eide'],
    [['member', 'NO', 'r.yaml', '--format', 'csv'], ',,support,'],
    [['timeline', 'r.yaml'], 'NO: still unclear, leaning support (Espen Barth Eide)'],
    [['timeline', 'r.yaml', '--format', 'markdown'], 'NO: still unclear, leaning support'],
    [['snapshot', 'r.yaml'], 'leaning: support'],
  ])('%j says %j', async (args, said) => {
    expect(await printed(...args)).toContain(said);
  });

  test('data has it, null where there is none', async () => {
    const { members, holdouts } = JSON.parse(await printed('status', 'r.yaml', '--format', 'json'));
    expect(members.map(({ leaning }: { leaning: string | null }) => leaning)).toEqual([null, 'support']);
    expect(holdouts).toMatchObject([{ member: 'NO', leaning: 'support' }]);
    const { standing, positions } = JSON.parse(await printed('member', 'NO', 'r.yaml', '--format', 'json'));
    expect(standing.leaning).toBe('support');
    expect(positions.map(({ leaning }: { leaning: string | null }) => leaning)).toEqual([null, 'support']);
    const { points } = JSON.parse(await printed('timeline', 'r.yaml', '--format', 'json'));
    expect(points.at(-1).restated).toMatchObject([{ member: 'NO', stance: 'unclear', leaning: 'support' }]);
  });

  test('a diff tells it as a new reason', async () => {
    expect(await printed('diff', 'r.yaml@2024-06-11', 'r.yaml@2024-06-12')).toContain(
      'is   leaning support · no reason given',
    );
    const { reasons } = JSON.parse(await printed('diff', 'r.yaml@2024-06-11', 'r.yaml@2024-06-12', '--format', 'json'));
    expect(reasons).toMatchObject([{ member: 'NO', before: { leaning: null }, after: { leaning: 'support' } }]);
  });
});

describe('record --leaning', () => {
  const record = (...args: readonly string[]) => printed('record', 'NO', ...args, '--date', '2024-06-20', '--dry-run');

  test('writes it behind the stance', async () => {
    expect(await record('withheld', 'r.yaml', '--leaning', 'oppose', '--why', 'price')).toContain(
      '+      - { date: 2024-06-20, stance: withheld, leaning: oppose, why: price }',
    );
  });

  test.each([
    ['support', 'oppose', '--leaning: "support" is settled and leans to no side; leave it out'],
    ['unclear', 'suport', '--leaning: "suport" is not a leaning; did you mean "support"?'],
  ])('of %s to %s is refused', async (stance, leaning, message) => {
    expect(await record(stance, 'r.yaml', '--leaning', leaning)).toContain(message);
  });

  test('is no part of a claim', async () => {
    const said = await printed('record', 'r.yaml', '--claim', '2', '--leaning', 'support');
    expect(said).toContain('--leaning goes with a position');
  });
});

test('the history of a member has it on its positions', () => {
  const roster = rosterOf({ members: { A: { stance: 'unclear', leaning: 'oppose' } } });
  const [member] = roster.members as [Member];
  const { standing, positions } = memberHistory(roster, member, snapshot(roster, time('2024-03-01')));
  expect([standing?.leaning, positions[0]?.leaning]).toEqual(['oppose', 'oppose']);
  expect(tally(snapshot(roster, time('2024-03-01'))).holdouts).toHaveLength(1);
});
