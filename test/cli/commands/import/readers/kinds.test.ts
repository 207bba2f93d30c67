import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../../../src/model/roster.ts';
import { repository } from '../../../../support/bin.ts';
import { inTerminal } from '../../../../support/host.ts';
import { rosterIn } from '../../../../support/texts.ts';

const cwd = join(repository, 'test/fixtures/import');

async function fixture(file: string, ...options: readonly string[]): Promise<Roster & { readonly stderr: string }> {
  const { code, stdout, stderr } = await inTerminal(['import', file, ...options], { cwd });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return { ...rosterIn(stdout), stderr };
}

/** What `import` makes of a text. */
const made = (text: string, ...options: readonly string[]) =>
  inTerminal(['import', '-', ...options], {
    cwd,
    stdin: (async function* () {
      yield text;
    })(),
  });

const brief = ({ members }: Roster): readonly unknown[] =>
  members.map(({ code, positions }) => [
    code,
    ...positions.map(({ stance, date }) => `${stance} ${date?.text ?? ''}`.trim()),
  ]);

describe('reviews of gh', () => {
  test('count as on GitHub: comments leave what was said, and dismissals take it back', async () => {
    const roster = await fixture('reviews-gh.json');
    expect(roster.title).toBe('Rewrite the scheduler');
    expect(brief(roster)).toEqual([
      ['ana', 'support 2024-05-14T11:19:00Z'],
      ['bo', 'undeclared 2024-05-14T11:30:00Z'],
      ['chi', 'conditional 2024-05-13T16:00:00Z'],
      ['eve'],
    ]);
    expect(roster.members[2]?.positions[0]).toMatchObject({
      wants: ['Add tests for the queue.'],
      sources: ['https://github.com/example/scheduler/pull/7'],
    });
    expect(roster.stderr).toContain('reviews-gh.json:46: "dee": a comment is not a vote: left out');
    expect(roster.stderr).toContain(
      '3 reviews are of earlier commits and still count; with --rounds each push begins a round',
    );
  });

  test('are void after a push, if asked for', async () => {
    const roster = await fixture('reviews-gh.json', '--rounds');
    expect(roster.rounds.map(({ date, name }) => [date.text, name])).toEqual([
      ['2024-05-14T13:00:00Z', 'commit 2222222'],
    ]);
    expect(roster.stderr).not.toContain('earlier commits');
  });

  test('mean what the user says', async () => {
    const roster = await fixture('reviews-gh.json', '--stance=CHANGES_REQUESTED=oppose', '--stance=commented=unclear');
    expect(brief(roster)).toContainEqual(['chi', 'oppose 2024-05-13T16:00:00Z']);
    expect(brief(roster)).toContainEqual(['ana', 'support 2024-05-14T11:19:00Z', 'unclear 2024-05-14T14:49:00Z']);
  });

  test('of an unknown state, or without a time, are mistakes', async () => {
    const review = { author: { login: 'ana' }, state: 'SIGHED', submittedAt: '2024-05-14T11:19:00Z' };
    const unknown = await made(JSON.stringify({ reviews: [review] }, undefined, 2));
    expect(unknown.code).toBe(3);
    expect(unknown.stderr).toContain('-:7:16: error[unknown-stance]: "SIGHED" is not a stance');
    expect(unknown.stderr).toContain('--stance SIGHED=STANCE');
    const timeless = await made(JSON.stringify({ reviews: [{ ...review, state: 'APPROVED', submittedAt: 7 }] }));
    expect(timeless.stderr).toContain('the review of "ana" has no time');
  });
});

describe('reviews of the REST API', () => {
  test('are known by their users', async () => {
    const roster = await fixture('reviews-rest.json');
    expect(brief(roster)).toEqual([
      ['ana', 'support 2024-05-14T11:19:00Z', 'undeclared 2024-05-14T12:00:00Z'],
      ['bo', 'support 2024-05-16T09:00:00Z'],
      ['chi'],
    ]);
    expect(roster.members[1]?.positions[0]).toMatchObject({
      note: 'Looks right.',
      sources: ['https://github.com/example/scheduler/pull/7#pullrequestreview-82'],
    });
    expect(roster.stderr).toContain('a review by a deleted user: left out');
    expect(roster.stderr).toContain('"chi": a review that is not submitted: left out');
  });

  test('begin a round when another commit is first reviewed', async () => {
    const { rounds } = await fixture('reviews-rest.json', '--rounds');
    expect(rounds.map(({ date, name }) => [date.text, name])).toEqual([['2024-05-16T09:00:00Z', 'commit 2222222']]);
  });

  test('come in pages', async () => {
    const text = `[${readFileSync(join(cwd, 'reviews-rest.json'), 'utf8')}]`;
    expect(brief(rosterIn((await made(text)).stdout))).toHaveLength(3);
  });
});

describe('a ballot of the datatracker', () => {
  test('has everything that was recorded', async () => {
    const roster = await fixture('ballot.json');
    expect(roster.title).toBe('draft-example-clocks');
    expect(brief(roster)).toEqual([
      ['ana-example', 'conditional 2024-05-14T08:00:00Z', 'no-objection 2024-05-20T08:00:00Z'],
      ['bo-example', 'no-objection 2024-05-15T09:30:00Z'],
      ['chi-example', 'recused 2024-05-15T10:00:00Z'],
      ['person-104', 'support 2024-05-15T11:00:00Z'],
    ]);
    expect(roster.members.map(({ name }) => name)).toEqual(['Ana Example', 'Bo Example', 'Chi Example', 'person-104']);
    expect(roster.members[0]?.positions[0]?.wants).toEqual(['The registry needs a policy. Section 4 has none.']);
    expect(roster.members[1]?.positions[0]?.note).toBe('Thank you for this.');
  });

  const event = (doc: string, pos: string, more = {}) => ({
    balloter: '/api/v1/person/person/1/',
    doc: `/api/v1/doc/document/${doc}/`,
    pos: `/api/v1/name/ballotpositionname/${pos}/`,
    time: '2024-05-14T08:00:00Z',
    ...more,
  });
  const answer = (...objects: readonly unknown[]) => JSON.stringify({ meta: { next: null }, objects });

  test('has persons of one name under their numbers', async () => {
    const desc = 'New position, Yes, has been recorded for Ana Example';
    const text = answer(event('draft-a', 'yes', { desc }), event('draft-a', 'yes', { desc, balloter: '/person/2/' }));
    expect(brief(rosterIn((await made(text)).stdout))).toEqual([
      ['person-1', 'support 2024-05-14T08:00:00Z'],
      ['person-2', 'support 2024-05-14T08:00:00Z'],
    ]);
  });

  test('of several documents needs one of them', async () => {
    const text = answer(event('draft-a', 'yes'), event('draft-b', 'discuss'));
    const run = await made(text);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('the file has 2 documents: "draft-a" and "draft-b"; name one with --decision');
    expect(brief(rosterIn((await made(text, '--decision=draft-b')).stdout))).toEqual([
      ['person-1', 'conditional 2024-05-14T08:00:00Z'],
    ]);
    expect((await made(text, '--decision=draft-c')).stderr).toContain(
      'the file has no document "draft-c"; did you mean',
    );
  });

  test('is told to be one page of several', async () => {
    const meta = { next: '/api/v1/doc/ballotpositiondocevent/?offset=20', total_count: 41 };
    const run = await made(JSON.stringify({ meta, objects: [event('draft-a', 'yes')] }));
    expect(run.stderr).toContain('this page has 1 of 41 positions');
  });

  test('with a position that nobody knows is a mistake', async () => {
    const run = await made(
      answer(
        event('draft-a', 'shrug'),
        event('draft-a', 'yes', { balloter: null }),
        event('draft-a', 'yes', { time: null }),
      ),
    );
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('error[unknown-stance]: "shrug" is not a stance');
    expect(run.stderr).toContain('a position names nobody in "balloter"');
    expect(run.stderr).toContain('the position of "1" has no time');
  });
});

describe('votes of the UN', () => {
  test('are those of the bundled roster', async () => {
    const roster = await fixture('un-votes.csv', '--decision=S/RES/2728(2024)', '--body=un-security-council');
    const bundled = rosterIn(readFileSync(join(repository, 'data/unsc-2024-03-25.yaml'), 'utf8'));
    const stancesOf = ({ members }: Roster) =>
      Object.fromEntries(
        members.flatMap(({ code, positions }) => (positions.length === 0 ? [] : [[code, positions.at(-1)?.stance]])),
      );
    expect(stancesOf(roster)).toEqual(stancesOf(bundled));
  });

  test('are Y, N and A, and X is nobody’s vote', async () => {
    const roster = await fixture('un-votes.csv', '--decision=A/0/L.1');
    expect(roster.title).toBe('A/RES/0/1: Made up : resolution / adopted by nobody');
    expect(brief(roster)).toEqual([
      ['ATLANTIS', 'support 2024-01-01'],
      ['FREEDONIA'],
      ['RURITANIA', 'oppose 2024-01-01'],
      ['utopia-republic-of', 'abstain 2024-01-01'],
    ]);
  });

  test('on several resolutions need one of them', async () => {
    const run = await inTerminal(['import', 'un-votes.csv'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(
      'the file has 2 resolutions: "S/RES/2728(2024)" and "A/RES/0/1"; name one with --decision',
    );
  });

  test('that are no letters of theirs are mistakes', async () => {
    const run = await made('ms_name,ms_vote,date\nATLANTIS,Q,2024-01-01\nUTOPIA,Y,then\n');
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('-:2:10: error[unknown-stance]: "Q" is not a stance');
    expect(run.stderr).toContain('-:3:10: error[invalid-date]: "then" is not a date');
  });
});

describe('an object of votes', () => {
  test('has numbers', async () => {
    expect(brief(await fixture('votes.json'))).toEqual([
      ['ana', 'support'],
      ['bo', 'abstain'],
      ['chi', 'oppose'],
      ['dee'],
    ]);
  });

  test('may have words', async () => {
    expect(brief(rosterIn((await made('{"ana": "yes", "Bo Lind": false}')).stdout))).toEqual([
      ['ana', 'support'],
      ['bo-lind', 'oppose'],
    ]);
  });

  test('is of people, though they are called like countries', async () => {
    const roster = rosterIn((await made('{"chad": 1, "jordan": -1, "NO": 1}')).stdout);
    expect(roster.members.map(({ code, name }) => [code, name])).toEqual([
      ['NO', 'NO'],
      ['chad', 'chad'],
      ['jordan', 'jordan'],
    ]);
  });

  test('with another number, or a name twice, is a mistake', async () => {
    const run = await made('{"ana": 2,\n "ana": 1, "bo": 7}');
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('a name appears twice');
    expect(run.stderr).toContain('-:2:12: error[unknown-stance]: "bo": "7" is not a stance');
  });
});

describe('a kind', () => {
  test.each([
    ['reviews-gh.json', 'github-reviews'],
    ['reviews-rest.json', 'github-reviews'],
    ['ballot.json', 'datatracker'],
    ['votes.json', 'votes-json'],
    ['long.csv', 'csv'],
    ['wide.csv', 'csv'],
  ])('of %s is told from the content: %s', async (file, kind) => {
    const { stdout } = await inTerminal(['import', file, '--format=json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ kind });
    expect(await inTerminal(['import', file, '--format=json', '--from', kind], { cwd })).toMatchObject({ stdout });
  });

  test.each([
    ['long.csv', 'un-votes', 'this is not votes from the UN Digital Library'],
    ['votes.json', 'datatracker', "this is not a ballot of the IETF's datatracker"],
    ['long.csv', 'github-reviews', 'this is not JSON'],
  ])('that %s is not: %s', async (file, kind, message) => {
    const run = await inTerminal(['import', file, '--from', kind], { cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});
