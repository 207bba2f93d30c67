import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { emptyFolder } from '../../support/bin.ts';
import { inPipe } from '../../support/host.ts';
import { startWatching } from '../../support/watching.ts';

const roster = (stance: string): string => `title: A treaty\nrule: consensus\nmembers: { A: support, B: ${stance} }\n`;

const watching = (words: readonly string[], cwd: string) => startWatching(['status', '--watch', ...words], cwd);

describe('a watched file', () => {
  test('is shown anew when it is written, replaced, broken, mended, deleted and there again', async () => {
    const cwd = emptyFolder();
    const file = join(cwd, 'r.yaml');
    writeFileSync(file, roster('unclear'));
    const run = watching(['r.yaml'], cwd);
    await run.until('OPEN  consensus of 2');
    writeFileSync(file, roster('oppose'));
    await run.until('BLOCKED  consensus of 2');
    writeFileSync(join(cwd, 'new.yaml'), roster('support'));
    renameSync(join(cwd, 'new.yaml'), file);
    await run.until('REACHED  consensus of 2');
    writeFileSync(file, roster('suport'));
    await run.until('error[unknown-stance]');
    writeFileSync(file, roster('oppose'));
    await run.until('BLOCKED  consensus of 2');
    rmSync(file);
    await run.until('there is no such file');
    writeFileSync(file, roster('unclear'));
    await run.until('OPEN  consensus of 2');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('that does not go with an assumption any more says so, and is watched on', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), roster('unclear'));
    const run = watching(['r.yaml', '--assume', 'B=support'], cwd);
    await run.until('REACHED  consensus of 2');
    writeFileSync(join(cwd, 'r.yaml'), roster('unclear').replace('B:', 'C:'));
    await run.until('rutte-tally: --assume: "B" is not a member of this roster');
    writeFileSync(join(cwd, 'r.yaml'), roster('unclear'));
    await run.until('REACHED  consensus of 2');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('may be named by nobody, and be a link whose target is replaced', async () => {
    const cwd = emptyFolder();
    const elsewhere = emptyFolder();
    writeFileSync(join(elsewhere, 'r.yaml'), roster('unclear'));
    symlinkSync(join(elsewhere, 'r.yaml'), join(cwd, 'rutte-tally.yaml'));
    const run = watching([], cwd);
    await run.until('OPEN  consensus of 2');
    writeFileSync(join(elsewhere, 'new.yaml'), roster('support'));
    renameSync(join(elsewhere, 'new.yaml'), join(elsewhere, 'r.yaml'));
    await run.until('REACHED  consensus of 2');
    expect((await run.stop('SIGTERM')).code).toBe(0);
  });

  test('is waited for while its folder is gone, replaced or moved', async () => {
    const cwd = emptyFolder();
    const folder = join(cwd, 'decisions');
    const file = join(folder, 'r.yaml');
    mkdirSync(folder);
    writeFileSync(file, roster('unclear'));
    const run = watching(['decisions/r.yaml'], cwd);
    await run.until('OPEN  consensus of 2');
    for (const [stance, verdict] of [
      ['oppose', 'BLOCKED'],
      ['support', 'REACHED'],
    ] as const) {
      rmSync(folder, { recursive: true });
      await run.until('there is no such file');
      mkdirSync(folder);
      writeFileSync(file, roster(stance));
      await run.until(`${verdict}  consensus of 2`);
      writeFileSync(file, roster('unclear'));
      await run.until('OPEN  consensus of 2');
    }
    renameSync(folder, join(cwd, 'elsewhere'));
    await run.until('there is no such file');
    renameSync(join(cwd, 'elsewhere'), folder);
    await run.until('OPEN  consensus of 2');
    writeFileSync(file, roster('oppose'));
    await run.until('BLOCKED  consensus of 2');
    mkdirSync(join(cwd, 'new'));
    writeFileSync(join(cwd, 'new', 'r.yaml'), roster('support'));
    renameSync(folder, join(cwd, 'old'));
    renameSync(join(cwd, 'new'), folder);
    await run.until('REACHED  consensus of 2');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('is waited for in the working folder, too, and no other roster shown meanwhile', async () => {
    const cwd = join(emptyFolder(), 'here');
    mkdirSync(cwd);
    writeFileSync(join(cwd, 'rutte-tally.yaml'), roster('unclear'));
    const run = watching([], cwd);
    await run.until('OPEN  consensus of 2');
    rmSync(cwd, { recursive: true });
    await run.until('there is no such file');
    mkdirSync(cwd);
    writeFileSync(join(cwd, 'rutte-tally.yaml'), roster('support'));
    await run.until('REACHED  consensus of 2');
    expect(run.printed()).not.toContain('NATO');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('may be a link that is made to lead elsewhere', async () => {
    const cwd = emptyFolder();
    for (const stance of ['unclear', 'support', 'oppose']) writeFileSync(join(cwd, `${stance}.yaml`), roster(stance));
    const lead = (stance: string): void => {
      symlinkSync(`${stance}.yaml`, join(cwd, 'new'));
      renameSync(join(cwd, 'new'), join(cwd, 'r.yaml'));
    };
    lead('unclear');
    const run = watching(['r.yaml'], cwd);
    await run.until('OPEN  consensus of 2');
    lead('support');
    await run.until('REACHED  consensus of 2');
    lead('oppose');
    await run.until('BLOCKED  consensus of 2');
    writeFileSync(join(cwd, 'oppose.yaml'), roster('unclear'));
    await run.until('OPEN  consensus of 2');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('ends without a word when its reader is gone', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), roster('unclear'));
    const run = watching(['r.yaml'], cwd);
    await run.until('OPEN  consensus of 2');
    const ended = run.hangUp();
    writeFileSync(join(cwd, 'r.yaml'), roster('support'));
    expect(await ended).toEqual({ code: 0, complaints: '' });
  });
});

describe('a watched list', () => {
  const list = (words: readonly string[], cwd: string) => startWatching(['list', '--watch', ...words], cwd);

  test('is shown again when a roster of the folder changes, appears and goes', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.yaml'), roster('unclear'));
    const run = list([], cwd);
    await run.until('1 decision: 1 open');
    writeFileSync(join(cwd, 'b.yaml'), roster('support'));
    await run.until('2 decisions: 1 open and 1 reached');
    writeFileSync(join(cwd, 'a.yaml'), roster('oppose'));
    await run.until('2 decisions: 1 blocked and 1 reached');
    writeFileSync(join(cwd, 'a.yaml'), roster('suport'));
    await run.until('error[unknown-stance]');
    rmSync(join(cwd, 'a.yaml'));
    await run.until('1 decision: 1 reached');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('may be empty at first, and have folders and files of their own', async () => {
    const [cwd, elsewhere] = [emptyFolder(), emptyFolder()];
    mkdirSync(join(cwd, 'd', 'deeper'), { recursive: true });
    const file = join(elsewhere, 'r.yaml');
    writeFileSync(file, 'not a roster');
    const run = list(['d', file, '--recursive'], cwd);
    await run.until('error[');
    writeFileSync(file, roster('unclear'));
    await run.until('1 decision: 1 open');
    writeFileSync(join(cwd, 'd', 'deeper', 'r.yaml'), roster('support'));
    await run.until('2 decisions: 1 open and 1 reached');
    expect(await run.stop('SIGTERM')).toEqual({ code: 0, complaints: '' });
  });

  test('is shown again when its folder is gone and there again, and when a link in it leads elsewhere', async () => {
    const cwd = emptyFolder();
    const folder = join(cwd, 'd');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.yaml'), roster('unclear'));
    const run = list(['d'], cwd);
    await run.until('1 decision: 1 open');
    rmSync(folder, { recursive: true });
    await run.until('there is no such file');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.yaml'), roster('support'));
    await run.until('1 decision: 1 reached');
    for (const stance of ['unclear', 'oppose']) writeFileSync(join(cwd, `${stance}.yaml`), roster(stance));
    symlinkSync(join('..', 'unclear.yaml'), join(folder, 'b.yaml'));
    await run.until('2 decisions: 1 open and 1 reached');
    symlinkSync(join('..', 'oppose.yaml'), join(cwd, 'new'));
    renameSync(join(cwd, 'new'), join(folder, 'b.yaml'));
    await run.until('2 decisions: 1 blocked and 1 reached');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test('that asks for a member that is gone says so, and is watched on', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.yaml'), roster('unclear'));
    const run = list(['.', '--waiting-on', 'B'], cwd);
    await run.until('1 of 1 decision waits on B');
    writeFileSync(join(cwd, 'a.yaml'), roster('unclear').replace('B:', 'C:'));
    await run.until('rutte-tally: "B" is not a member of any of these rosters');
    writeFileSync(join(cwd, 'a.yaml'), roster('unclear'));
    await run.until('1 of 1 decision waits on B');
    expect(await run.stop('SIGINT')).toEqual({ code: 0, complaints: '' });
  });

  test.each([
    [['-'], 'nothing-to-watch'],
    [['.', 'HEAD:r.yaml'], 'nothing-to-watch'],
    [['.'], 'watch-format'],
  ])('is none of %j as JSON', async (words, code) => {
    const run = await inPipe(['list', '--watch', ...words, '--format', 'json'], { cwd: emptyFolder() });
    expect([run.code, JSON.parse(run.stdout).code]).toEqual([2, code]);
  });
});

test('in a terminal the picture is written over, and the terminal left as it was', async () => {
  const cwd = emptyFolder();
  const file = join(cwd, 'r.yaml');
  writeFileSync(file, roster('unclear'));
  let written = '';
  let interrupt = (): void => {};
  const seen = new Map<string, () => void>();
  const stdout = {
    write: (text: string): void => {
      written += text;
      for (const [wanted, resolve] of seen) if (text.includes(wanted)) resolve();
    },
    isTTY: true,
    columns: 60,
    rows: 6,
  };
  const until = (text: string): Promise<void> => new Promise((resolve) => void seen.set(text, resolve));
  const open = until('OPEN');
  const ended = main(['status', '--watch', 'r.yaml', '--color', 'never'], {
    stdout,
    stderr: { write: () => {} },
    stdin: (async function* () {})(),
    env: {},
    cwd: () => cwd,
    once: (signal, listener) => {
      if (signal === 'SIGINT') interrupt = listener;
    },
  });
  await open;
  const reached = until('REACHED');
  // The watcher may need a moment until it sees changes; each of these is one.
  for (let turn = 0; !written.includes('REACHED'); turn += 1) {
    writeFileSync(file, `${roster('support')}# ${turn}\n`);
    await Promise.race([reached, new Promise((resolve) => setImmediate(resolve))]);
  }
  interrupt();
  expect(await ended).toBe(0);
  const pictures = written.split('\u001b[?2026h').slice(1);
  expect(pictures.length).toBeGreaterThan(1);
  for (const picture of pictures) {
    const [frame = ''] = picture.split('\u001b[?2026l');
    expect(frame.startsWith('\u001b[H')).toBe(true);
    expect(frame).not.toContain('\u001b[2J');
    const lines = frame.slice(3).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.at(-2)).toMatch(/^… \d+ more lines/);
    expect(lines.at(-1)).toBe('watching r.yaml; press Ctrl-C to stop\u001b[K\u001b[J');
  }
  expect(written.startsWith('\u001b[?1049h\u001b[?25l')).toBe(true);
  expect(written).toContain('\u001b[?25h\u001b[?1049lA treaty');
});

test.each([
  [['-'], 'nothing-to-watch'],
  [['HEAD:r.yaml'], 'nothing-to-watch'],
  [['r.yaml', '--format', 'json'], 'watch-format'],
])('%j cannot be watched', async (words, code) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), roster('support'));
  const run = await inPipe(['status', '--watch', ...words, '--format', 'json'], { cwd });
  expect(run.code).toBe(2);
  expect(JSON.parse(run.stdout)).toMatchObject({ code });
});
