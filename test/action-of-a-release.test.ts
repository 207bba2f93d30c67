import { chmodSync, cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository } from './support/bin.ts';
import { conversation, eventOf } from './support/comments.ts';
import { folderOf } from './support/decisions.ts';
import { gitEnvironment } from './support/repository.ts';
import { runAction } from './support/workflow.ts';

/** The files of a release as a runner has them: those of the repository that the action uses, and what is built. */
function released(): string {
  const folder = emptyFolder();
  for (const name of ['action.yml', 'bin', 'data', 'dist', 'package.json', 'package-lock.json', 'scripts'])
    cpSync(join(repository, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.endsWith('.cache'),
    });
  return folder;
}

/** A folder with an npm that fails, whatever it is asked for. */
function withoutNpm(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "npm was started: $*" >&2\nexit 97\n');
  chmodSync(join(folder, 'npm'), 0o755);
  return [folder, gitEnvironment.PATH].join(delimiter);
}

const workspace = (): string =>
  folderOf({
    'rutte-tally.yaml': 'title: Lunch\nas-of: 2024-03-01\nrule: consensus\nmembers: { ana: support, bo: unclear }\n',
  });

describe('the action of a release', () => {
  test('answers, comments and uploads a report without npm and without a build', async () => {
    const pull = await conversation();
    const actionPath = released();
    const { code, stderr, outputs, uploads, summary } = await runAction(
      { roster: 'rutte-tally.yaml', comment: 'true', artifact: 'answer' },
      { workspace: workspace(), actionPath, built: true, env: { ...eventOf(pull), PATH: withoutNpm() } },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(outputs).toMatchObject({ outcome: 'open', holdouts: 'bo' });
    expect(summary).toContain('### OPEN: Lunch\n');
    expect(pull.comments[0]?.body).toContain('### OPEN: Lunch\n');
    expect(uploads.answer?.['report.html']).toMatch(/^<!doctype html>.*Lunch/s);
    expect(existsSync(join(actionPath, 'node_modules'))).toBe(false);
  });

  test('would be built where nothing is built yet', async () => {
    const actionPath = emptyFolder();
    const { code, stderr } = await runAction(
      {},
      { workspace: workspace(), actionPath, built: true, env: { PATH: withoutNpm() } },
    );
    expect(code).toBe(97);
    expect(stderr).toBe(`npm was started: ci --prefix ${actionPath} --include=dev --no-audit --no-fund\n`);
    expect(readdirSync(actionPath)).toEqual([]);
  });
});
