import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { script as bin, emptyFolder, repository } from './support/bin.ts';
import { conversation, eventOf } from './support/comments.ts';
import { boMoved, decision, folderOf, someDecisions } from './support/decisions.ts';
import { git, gitEnvironment, repositoryWith } from './support/repository.ts';
import {
  type Action,
  type Ended,
  runAction,
  runSteps,
  type Step,
  type Workflow,
  yamlFile,
} from './support/workflow.ts';

const action = yamlFile('action.yml') as Action;
const workflow = yamlFile('.github/workflows/consensus.yml') as Workflow;
const actionSteps = action.runs.steps;
const allSteps: readonly Step[] = [...actionSteps, ...Object.values(workflow.jobs).flatMap(({ steps }) => steps)];

/** Runs the action on a folder; `actions/setup-node` is left out, and what is built already is not built again. */
function run(workspace: string, inputs: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runAction(inputs, { workspace, actionPath: repository });
}

const roster = (b: string): string =>
  `title: t\nas-of: 2024-03-01\nrule: consensus\nmembers: { A: support, B: ${b} }\n`;

function folderWith(text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'rutte-tally.yaml'), text);
  return folder;
}

describe('our own workflow', () => {
  const steps = workflow.jobs.nato?.steps ?? [];
  const ended = (built: boolean): Promise<Ended> =>
    runSteps(steps, { workspace: repository, actionPath: repository, built });

  test('finds that consensus was reached on 20 June 2024, and not the day before', async () => {
    const { code, stderr, outputs, skipped } = await ended(true);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(outputs).toMatchObject({
      'steps.before.outputs.outcome': 'open',
      'steps.before.outputs.reached': 'false',
      'steps.before.outputs.holdouts': 'RO',
      'steps.before.outputs.support': '31',
      'steps.before.outputs.members': '32',
      'steps.before.outputs.newly-reached': 'false',
      'steps.before.outputs.lost': 'false',
      'steps.day.outputs.outcome': 'reached',
      'steps.day.outputs.reached': 'true',
      'steps.day.outputs.holdouts': '',
      'steps.day.outputs.support': '32',
      'steps.day.outputs.members': '32',
      'steps.day.outputs.newly-reached': 'true',
      'steps.day.outputs.lost': 'false',
    });
    expect(skipped).toEqual([expect.stringMatching(/^actions\/checkout@[0-9a-f]{40}$/)]);
  });

  test('annotates the line of the one that holds out, and says both verdicts', async () => {
    const { commands, summary } = await ended(false);
    expect(commands.filter(({ name }) => name === 'notice')).toMatchObject([
      { properties: { title: 'OPEN: Mark Rutte for NATO secretary general' } },
      { properties: { title: 'Romania: withheld', file: 'data/nato-2024.yaml', line: expect.stringMatching(/^\d+$/) } },
      {
        properties: { title: 'REACHED: Mark Rutte for NATO secretary general' },
        data: expect.stringContaining('newly'),
      },
    ]);
    expect(summary).toContain('### OPEN: Mark Rutte for NATO secretary general\n');
    expect(summary).toContain('### REACHED: Mark Rutte for NATO secretary general\n');
    expect(summary).toContain('**newly reached since data/nato-2024.yaml (19 Jun 2024), where it was open**\n');
  });

  test('may read the repository and nothing else', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });
});

describe('the action', () => {
  test('describes every input and output, and hands out every output of check', async () => {
    expect(Object.keys(action.outputs)).toEqual(Object.keys((await run(folderWith(roster('support')))).outputs));
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).toMatch(/\.$/);
  });

  test.each([
    ['support', 'never', 0, 'reached'],
    ['unclear', 'never', 0, 'open'],
    ['oppose', 'never', 0, 'blocked'],
    ['unclear', 'blocked', 0, 'open'],
    ['oppose', 'blocked', 4, 'blocked'],
    ['unclear', 'open', 1, 'open'],
    ['oppose', 'open', 4, 'blocked'],
    ['support', 'open', 0, 'reached'],
  ])('with B at %s and fail-on %s ends with %i', async (stance, failOn, code, outcome) => {
    const ended = await run(folderWith(roster(stance)), { 'fail-on': failOn });
    expect([ended.code, ended.outputs.outcome]).toEqual([code, outcome]);
  });

  test.each([
    [{ 'fail-on': 'maybe' }, "fail-on is 'never', 'blocked' or 'open'"],
    [{ validate: 'perhaps' }, "validate is 'true', 'strict' or 'false'"],
    [{ 'as-of': 'tomorrow' }, '"tomorrow" is not a date'],
    [{ assume: 'Z=support' }, '"Z" is not a member of this roster'],
    [{ since: 'rutte-tally.yaml@soon' }, '"soon" is not a date'],
  ])('refuses %j', async (inputs, message) => {
    const { code, stderr } = await run(folderWith(roster('support')), inputs);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test.each([
    ['true', 3, ['unknown-stance']],
    ['false', 3, ['unknown-stance']],
  ])('fails for a roster that is none, with validate %s', async (validate, code, titles) => {
    const ended = await run(folderWith(roster('suport')), { validate });
    expect(ended.code).toBe(code);
    expect(ended.commands.map(({ properties }) => properties.title)).toEqual(titles);
    expect(ended.summary).toContain('### rutte-tally.yaml: not valid');
  });

  test.each([
    ['true', 0, 'warning'],
    ['strict', 3, 'error'],
    ['false', 0, 'notice'],
  ])('with validate %s takes advice as it is meant', async (validate, code, level) => {
    const ended = await run(folderWith(roster('oppose')), { validate });
    expect([ended.code, ended.commands[0]?.name]).toEqual([code, level]);
  });

  test('knows the version before', async () => {
    const workspace = repositoryWith('rutte-tally.yaml', [roster('unclear'), roster('support')]);
    const since = 'HEAD~1:rutte-tally.yaml';
    expect((await run(workspace, { since })).outputs).toMatchObject({ 'newly-reached': 'true', lost: 'false' });
    git(workspace, 'reset', '--quiet', '--hard', 'HEAD~1');
    const first = await run(workspace, { since });
    expect(first.outputs).toMatchObject({ outcome: 'open', 'newly-reached': 'false', lost: 'false' });
    expect(first.stderr).toContain('"HEAD~1" comes before the first commit');
    expect((await run(workspace)).outputs).toMatchObject({ 'newly-reached': '', lost: '' });
  });

  test('takes a date, what-ifs and what is on record', async () => {
    const workspace = folderWith(
      roster(
        '{ positions: [{ date: 2024-02-01, stance: unclear }, { date: 2024-02-09, stance: support, basis: reported }] }',
      ),
    );
    expect((await run(workspace, { 'as-of': '2024-02-05' })).outputs.outcome).toBe('open');
    expect((await run(workspace, { 'on-record': 'true' })).outputs.outcome).toBe('open');
    expect((await run(workspace, { assume: 'A=oppose\nB=no-objection\n' })).outputs).toMatchObject({
      outcome: 'blocked',
      holdouts: 'A',
    });
  });

  test('takes several rosters, and a folder, and names what was newly reached or lost', async () => {
    const since = { since: '2024-05-10' };
    const workspace = folderOf({
      'd/won.yaml': decision('Choose a venue', boMoved('support')),
      'd/lost.yaml': decision(
        '"::error::lost\\n##[error]x"',
        'bo: { positions: [{ date: 2024-05-02, stance: support }, { date: 2024-05-17, stance: oppose }] }',
      ),
      'd/open.yaml': decision('Wait', 'bo: unclear, chi: support'),
      'd/deep/er.yaml': decision('Deeper', boMoved('support')),
      'd/notes.yaml': 'a: 1\n',
    });
    const folder = await run(workspace, { roster: 'd', ...since });
    expect(folder.code).toBe(0);
    expect(folder.outputs).toEqual({
      outcome: 'blocked',
      reached: 'false',
      holdouts: 'bo',
      support: '5',
      members: '7',
      'newly-reached': 'true',
      lost: 'true',
      'newly-reached-titles': 'Choose a venue',
      'lost-titles': '\\u{3a}:error::lost ##\\u{5b}error]x',
      open: '1',
      blocked: '1',
      decisions: '3',
    });
    expect(folder.commands.map(({ name }) => name)).not.toContain('error');
    expect(folder.summary).toContain('### 3 decisions: 1 reached, 1 open and 1 blocked\n');
    expect(folder.summary).toContain('### OPEN: Wait\n');
    expect(folder.summary).not.toContain('### REACHED');
    const two = await run(workspace, { roster: '\n  d/won.yaml\nd/deep/er.yaml\n', ...since });
    expect(two.outputs).toMatchObject({ reached: 'true', 'newly-reached-titles': 'Choose a venue\nDeeper' });
    const deep = await run(workspace, { roster: 'd', recursive: 'true', ...since });
    expect(deep.outputs).toMatchObject({ decisions: '4', 'newly-reached-titles': 'Choose a venue\nDeeper' });
    expect((await run(workspace, { roster: 'd', 'fail-on': 'blocked' })).code).toBe(4);
  });

  test('fails for a bad roster among others, and annotates all', async () => {
    const { code, commands, summary } = await run(folderOf(someDecisions), { roster: 'decisions' });
    // The roster is told of before anything is checked.
    const errors = commands.filter(({ name }) => name === 'error');
    expect([code, errors.map(({ properties }) => properties.file)]).toEqual([3, ['decisions/broken.yaml']]);
    expect(summary).toContain('decisions/broken.yaml: not valid');
    const unchecked = await run(folderOf(someDecisions), { roster: 'decisions', validate: 'false' });
    expect(unchecked.code).toBe(3);
    expect(unchecked.commands[0]).toMatchObject({
      properties: { title: '3 decisions: 1 reached, 1 open and 1 blocked' },
    });
    expect(unchecked.commands.at(-1)).toMatchObject({ name: 'error', properties: { file: 'decisions/broken.yaml' } });
    expect(unchecked.summary).toContain('| decisions/broken.yaml | INVALID |');
  });

  test.each([
    '$(touch pwned)',
    '"; touch pwned; "',
    "'; touch pwned; '",
    '`touch pwned`',
    '--help',
    '-x\ntouch pwned',
    '%0A::error::x',
    '::error::x',
    '##[add-mask]x',
    '\n##[error]x\n::error::x',
  ])('runs nothing of an input: %j', async (hostile) => {
    const workspace = folderWith(roster('support'));
    for (const name of Object.keys(action.inputs)) {
      const { commands } = await run(workspace, { [name]: hostile });
      for (const { name: level, data } of commands) {
        expect(['notice', 'error']).toContain(level);
        expect(data).not.toBe('x');
      }
    }
    expect(readdirSync(workspace)).toEqual(['rutte-tally.yaml']);
  });

  test('no script has an expression in it, and every other action is pinned to a commit', () => {
    const scripts = allSteps.flatMap(({ run: script }) => script ?? []);
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(script).not.toContain('${{');
    for (const { uses } of allSteps) expect(uses ?? './').toMatch(/^\.\/$|^actions\/[a-z-]+@[0-9a-f]{40}$/);
    for (const { run: script, shell } of actionSteps) if (script !== undefined) expect(shell).toBe('bash');
  });
});

describe('docs/ci.md', () => {
  const text = readFileSync(join(repository, 'docs', 'ci.md'), 'utf8');
  const firstCells = (heading: string): string[] => {
    const table = text.slice(text.indexOf(`| ${heading} |`)).split('\n\n')[0] ?? '';
    return table
      .split('\n')
      .slice(2)
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  };

  test('has a row for every input and output', () => {
    expect(firstCells('input')).toEqual(Object.keys(action.inputs));
    expect(firstCells('output')).toEqual(Object.keys(action.outputs));
  });

  test('shows workflows that ask for what there is', () => {
    const workflows = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)]
      .map(([, body = '']) => parse(body) as Partial<Workflow>)
      .flatMap(({ jobs }) => Object.values(jobs ?? {}));
    expect(workflows.length).toBeGreaterThan(0);
    for (const { steps } of workflows) {
      for (const { run: script } of steps) expect(script ?? '').not.toContain('${{');
      const ours = steps.find(({ uses }) => uses === 'OWNER/rutte-tally@REF');
      if (ours === undefined) continue;
      for (const name of Object.keys(ours.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
      const asked = [...JSON.stringify(steps).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];
      expect(asked.length).toBeGreaterThan(0);
      for (const [, id, name] of asked)
        expect([id, Object.keys(action.outputs)]).toEqual([ours.id, expect.arrayContaining([name])]);
    }
  });

  test('shows a workflow that does what it says', async () => {
    const [, body = ''] = /^```yaml\n(name: .*?)^```$/ms.exec(text) ?? [];
    const { jobs } = parse(body.replace('OWNER/rutte-tally@REF', './')) as Workflow;
    const workspace = repositoryWith('rutte-tally.yaml', [roster('unclear'), roster('support')]);
    const { code, outputs } = await runSteps(jobs.consensus?.steps ?? [], {
      workspace,
      actionPath: repository,
      built: true,
    });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'steps.consensus.outputs.newly-reached': 'true' });
  });

  test('shows a workflow for a folder that comments, uploads and names what is newly reached', async () => {
    const [, body = ''] = /^```yaml\n(name: decisions\n.*?)^```$/ms.exec(text) ?? [];
    const { permissions, jobs } = parse(body.replace('OWNER/rutte-tally@REF', './')) as Workflow;
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const workspace = repositoryWith('x', ['']);
    for (const stance of ['unclear', 'support']) {
      folderOf({ 'decisions/venue.yaml': decision('Choose a venue', `bo: ${stance}`) }, workspace);
      git(workspace, 'add', '.');
      git(workspace, 'commit', '--quiet', '-m', stance);
    }
    const pull = await conversation();
    const ended = await runSteps(jobs.decisions?.steps ?? [], {
      workspace,
      actionPath: repository,
      env: eventOf(pull),
    });
    expect(ended).toMatchObject({
      code: 0,
      outputs: { 'steps.decisions.outputs.newly-reached-titles': 'Choose a venue' },
    });
    expect(pull.comments).toHaveLength(1);
    expect(pull.comments[0]?.body).toContain('| Choose a venue | REACHED | 2 of 2 |  | newly reached, was open |');
    expect(Object.keys(ended.uploads)).toEqual(['decisions']);
    const { 'check.md': table, 'check.json': json, 'report.html': page } = ended.uploads.decisions ?? {};
    expect(table).toContain('| Choose a venue |');
    expect(JSON.parse(json ?? '')).toMatchObject({ schema: 'rutte-tally/check/1' });
    expect(page).toMatch(/^<!doctype html>.*<a href="#d=\d">Choose a venue<\/a>/s);
  });

  test('shows a workflow for GitHub Pages that writes a page about a folder', () => {
    const [, body = ''] = /^```yaml\n(name: pages\n.*?)^```$/ms.exec(text) ?? [];
    const steps = (parse(body) as Workflow).jobs.pages?.steps ?? [];
    const scripts = steps.flatMap(({ run: lines = '' }) => (lines.includes('rutte-tally report') ? [lines] : []));
    const workspace = folderOf({ 'decisions/guide.yaml': decision('Adopt the guide', 'bo: unclear') });
    const lines = ['set -eo pipefail', `rutte-tally() { "${process.execPath}" "${bin}" "$@"; }`, ...scripts];
    expect(spawnSync('bash', ['-c', lines.join('\n')], { cwd: workspace, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    const path = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'))?.with?.path ?? '';
    expect(readFileSync(join(workspace, path, 'index.html'), 'utf8')).toContain('Adopt the guide');
  });

  test('shows a job for GitLab that does what it says', () => {
    const [, body = ''] = /^```yaml\n(decisions:\n.*?)^```$/ms.exec(text) ?? [];
    const { decisions: job } = parse(body) as { decisions: GitLabJob };
    expect(job.script.length).toBeGreaterThan(1);
    const workspace = repositoryWith('x', ['', '']);
    const script = (code: number, files: Readonly<Record<string, string>>): void => {
      folderOf(files, workspace);
      const lines = ['set -eo pipefail', `rutte-tally() { "${process.execPath}" "${bin}" "$@"; }`, ...job.script];
      const { status } = spawnSync('bash', ['--noprofile', '--norc', '-c', lines.join('\n')], {
        cwd: workspace,
        env: gitEnvironment,
        encoding: 'utf8',
      });
      expect(status).toBe(code);
    };
    script(0, { 'decisions/venue.yaml': decision('Choose a venue', 'bo: support') });
    script(1, { 'decisions/guide.yaml': decision('Adopt the guide', 'bo: unclear') });
    script(4, { 'decisions/budget.yaml': decision('Pass the budget', 'bo: oppose') });
    expect(job.allow_failure.exit_codes).toEqual([1, 4]);
    for (const file of [...job.artifacts.paths, job.artifacts.reports.junit])
      expect(readFileSync(join(workspace, file), 'utf8')).toContain('Pass the budget');
    script(3, { 'decisions/bad.yaml': decision('Bad', 'bo: suport') });
  });
});

interface GitLabJob {
  readonly script: readonly string[];
  readonly allow_failure: { readonly exit_codes: readonly number[] };
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } };
}
