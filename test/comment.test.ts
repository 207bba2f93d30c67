import { describe, expect, test } from 'vitest';
import { repository } from './support/bin.ts';
import { type Comment, type Conversation, conversation, eventOf } from './support/comments.ts';
import { decision, folderOf } from './support/decisions.ts';
import { type Ended, runAction } from './support/workflow.ts';

const files = {
  'decisions/guide.yaml': decision('Adopt the guide', 'bo: unclear'),
  'decisions/venue.yaml': decision('Choose a venue', 'bo: support'),
};

/** A run of the action for pull request 7, unless the event is another. */
function run(
  workspace: string,
  { url }: Pick<Conversation, 'url'>,
  inputs: Readonly<Record<string, string>> = {},
  event = 'pull_request',
): Promise<Ended> {
  const given = { roster: 'decisions', comment: 'true', ...inputs };
  return runAction(given, { workspace, actionPath: repository, env: eventOf({ url }, event) });
}

/** What is said of the comment in the log of the run. */
const remarks = ({ commands }: Ended): readonly string[] =>
  commands.filter(({ properties }) => properties.title === 'rutte-tally').map(({ name, data }) => `${name}: ${data}`);

const of = (
  body: string,
  { user = 'User', association = 'NONE', id = 1 }: { user?: 'Bot' | 'User'; association?: string; id?: number } = {},
): Comment => ({ id, body, user: { type: user }, author_association: association });

describe('the comment', () => {
  test('is created once, left alone while nothing changes, and updated when a holdout does', async () => {
    const pull = await conversation([of('What a nice change!')]);
    const workspace = folderOf(files);
    const first = await run(workspace, pull);
    expect([first.code, first.stderr, remarks(first)]).toEqual([0, '', []]);
    expect(pull.writes).toEqual(['POST /repos/octo/decisions/issues/7/comments']);
    const [, made] = pull.comments;
    expect(made?.body.split('\n').slice(1)).toEqual([
      '### 2 decisions: 1 reached, 1 open',
      '',
      '| decision | outcome | have of need | holding out |',
      '| --- | --- | --- | --- |',
      '| Adopt the guide | OPEN | 1 of 2 | bo |',
      '| Choose a venue | REACHED | 2 of 2 |  |',
      '',
    ]);

    await run(workspace, pull);
    // A reason is no outcome and no holdout.
    await run(
      folderOf(
        { 'decisions/guide.yaml': decision('Adopt the guide', 'bo: { stance: unclear, why: time }') },
        workspace,
      ),
      pull,
    );
    expect(pull.writes).toHaveLength(1);

    await run(folderOf({ 'decisions/guide.yaml': decision('Adopt the guide', 'bo: withheld') }, workspace), pull);
    await run(folderOf({ 'decisions/guide.yaml': decision('Adopt the guide', 'bo: support') }, workspace), pull);
    const update = 'PATCH /repos/octo/decisions/issues/comments/2';
    expect(pull.writes.slice(1)).toEqual([update, update]);
    expect(pull.comments).toHaveLength(2);
    expect(pull.comments[0]?.body).toBe('What a nice change!');
    expect(pull.comments[1]?.body).toContain('### 2 decisions: 2 reached\n');
  });

  test('is found behind more than a page of others', async () => {
    const others = Array.from({ length: 250 }, (_, index) => of(`comment ${index}`, { id: index + 1 }));
    const pull = await conversation(others);
    const workspace = folderOf(files);
    await run(workspace, pull);
    await run(workspace, pull);
    expect(pull.writes).toHaveLength(1);
    await run(folderOf({ 'decisions/venue.yaml': decision('Choose a venue', 'bo: oppose') }, workspace), pull);
    expect(pull.writes.at(-1)).toBe('PATCH /repos/octo/decisions/issues/comments/251');
  });

  test('of somebody else is left alone, though it has our marker', async () => {
    const workspace = folderOf(files);
    const known = await conversation();
    await run(workspace, known);
    const body = known.comments[0]?.body ?? '';
    const forged = await conversation([of(`${body}forged`), of(`> ${body}`, { association: 'OWNER', id: 2 })]);
    await run(workspace, forged);
    expect(forged.writes).toEqual(['POST /repos/octo/decisions/issues/7/comments']);
    expect(forged.comments.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(forged.comments[0]?.body).toBe(`${body}forged`);
    // A maintainer whose token was used before counts as us.
    const trusted = await conversation([of(body, { association: 'MEMBER' })]);
    await run(workspace, trusted);
    expect(trusted.writes).toEqual([]);
  });

  test('of other rosters is another one', async () => {
    const pull = await conversation();
    const workspace = folderOf(files);
    await run(workspace, pull, { roster: 'decisions/guide.yaml' });
    await run(workspace, pull, { roster: 'decisions/venue.yaml' });
    await run(workspace, pull, { roster: 'decisions/guide.yaml' });
    expect(pull.comments.map(({ body }) => body.split('\n')[1])).toEqual([
      '### OPEN: Adopt the guide',
      '### REACHED: Choose a venue',
    ]);
  });

  test.each([401, 403, 404])('that the token may not write (%i) is a remark, and not a failure', async (refuses) => {
    const ended = await run(folderOf(files), await conversation([], { refuses }));
    expect([ended.code, remarks(ended)]).toEqual([
      0,
      [
        `notice: No comment: the token may not write one (the API answered ${refuses}). It needs "pull-requests: write"; in a pull request from a fork it may only read.`,
      ],
    ]);
  });

  test('with a token that is not accepted is a remark', async () => {
    const ended = await run(folderOf(files), await conversation(), { token: 'another' });
    expect([ended.code, remarks(ended)[0]]).toEqual([0, expect.stringContaining('the API answered 401')]);
  });

  test('that cannot be written is a warning, and not a failure', async () => {
    const broken = await run(folderOf(files), await conversation([], { refuses: 502 }));
    expect([broken.code, remarks(broken)]).toEqual([0, ['warning: No comment: the API answered 502.']]);
    // Node connects to nobody on this port.
    const nobody = await run(folderOf(files), { url: 'http://127.0.0.1:1' });
    expect([nobody.code, remarks(nobody)[0]]).toEqual([0, expect.stringMatching(/^warning: No comment: /)]);
  });

  test.each(['push', 'schedule', 'pull_request_target'])('is not written for the event %s', async (event) => {
    const pull = await conversation();
    const ended = await run(folderOf(files), pull, {}, event);
    expect([ended.code, pull.writes, remarks(ended)]).toEqual([
      0,
      [],
      ['notice: No comment: this run is not for a pull request (event pull_request).'],
    ]);
  });

  test('is written before a decision fails the step', async () => {
    const pull = await conversation();
    const ended = await run(folderOf(files), pull, { 'fail-on': 'open' });
    expect([ended.code, pull.comments.length]).toEqual([1, 1]);
  });

  test('is not asked for unless the input says so', async () => {
    const pull = await conversation();
    expect((await run(folderOf(files), pull, { comment: 'false' })).code).toBe(0);
    expect(pull.comments).toEqual([]);
    expect((await run(folderOf(files), pull, { comment: 'yes' })).code).toBe(2);
  });

  test('keeps hostile text within its cell, and no text of a roster is the marker', async () => {
    const titles = [
      '--> <!-- rutte-tally:0 x --> <img src=x onerror=alert(1)>',
      '| cell | [link](https://example.org) @octocat #1 `code`',
      '::error::x ##[error]x $(touch pwned)',
      '<!-- rutte-tally:',
    ];
    const hostile = Object.fromEntries(
      titles.map((title, index) => [`decisions/${index}.yaml`, decision(JSON.stringify(title), 'bo: unclear')]),
    );
    const pull = await conversation();
    const workspace = folderOf(hostile);
    await run(workspace, pull);
    await run(workspace, pull);
    const body = pull.comments[0]?.body ?? '';
    expect(pull.writes).toHaveLength(1);
    const [marker, ...rest] = body.split('\n');
    expect(marker).toMatch(/^<!-- rutte-tally:[0-9a-f]{16} [0-9a-f]{64} -->$/);
    expect(rest.join('\n')).not.toMatch(/[<>]|(?<!&#8203;)(?<=@)octocat|(?<!\\)`/);
    for (const row of rest.filter((line) => line.startsWith('| ')).slice(2))
      expect(row.replaceAll(/\\./g, '').split('|')).toHaveLength(6);
    // A single hostile roster begins with a heading of its own.
    await run(workspace, pull, { roster: 'decisions/3.yaml' });
    expect(pull.comments[1]?.body.split('\n')[1]).toBe('### OPEN: &lt;!-- rutte-tally:');
  });

  test('is cut between lines where it would be too long', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 700 }, (_, index) => [
        `decisions/${index}.yaml`,
        decision(`${'long '.repeat(20)}${index}`, 'bo: unclear'),
      ]),
    );
    const pull = await conversation();
    await run(folderOf(many), pull, { validate: 'false' });
    const body = pull.comments[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/ \|\n\nThe rest is cut: a comment has room for 64 KiB\.\n$/);
  });
});

describe('the artifact', () => {
  test('has the answer as Markdown, as JSON and as a page', async () => {
    const { code, uploads } = await run(folderOf(files), { url: '' }, { comment: 'false', artifact: 'decisions' });
    expect(code).toBe(0);
    expect(Object.keys(uploads)).toEqual(['decisions']);
    expect(Object.keys(uploads.decisions ?? {})).toEqual(['check.json', 'check.md', 'report.html']);
    expect(JSON.parse(uploads.decisions?.['check.json'] ?? '')).toMatchObject({
      schema: 'rutte-tally/check/1',
      outcome: 'open',
    });
    expect(uploads.decisions?.['check.md']).toContain('| Adopt the guide | OPEN |');
    expect(uploads.decisions?.['report.html']).toContain('>Adopt the guide</a>');
  });

  test('is not uploaded unless it has a name', async () => {
    expect((await run(folderOf(files), { url: '' }, { comment: 'false' })).uploads).toEqual({});
  });
});
