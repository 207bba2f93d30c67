import { spawn } from 'node:child_process';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { emptyFolder, script } from '../../support/bin.ts';
import { inPipe } from '../../support/host.ts';

const roster = (stance: string): string => `title: A treaty\nrule: consensus\nmembers: { A: support, B: ${stance} }\n`;

/** A run that goes on until it is told to stop, in a pipe; what it has printed so far can be waited for. */
function watching(words: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [script, 'status', '--watch', ...words], { cwd, env: {} });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [printed, complaints, seen] = ['', '', 0];
  const readers = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    for (const reader of readers) reader();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  return {
    /** Waits until it has printed this, after what was waited for before. */
    until: (text: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          const at = printed.indexOf(text, seen);
          if (at < 0) return;
          seen = at + text.length;
          readers.delete(look);
          resolve();
        };
        readers.add(look);
        look();
      }),
    stop: (signal: NodeJS.Signals): Promise<{ code: number | null; complaints: string }> =>
      new Promise((resolve) => {
        child.on('close', (code) => resolve({ code, complaints }));
        child.kill(signal);
      }),
  };
}

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
