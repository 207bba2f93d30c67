/**
 * The fuzzer's long run, such as `npm run fuzz -- --texts 20000 --edits 20000 --seed 1 --minutes 30`, or one case again:
 * `npm run fuzz -- --case text:123`. It ends with 1 if there is a finding.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
// Its helpers look for `bin/` two folders above it.
const worker = join(root, 'node_modules', '.cache', 'rutte-tally-fuzz.cjs');
/** How long a case may take before it counts as one that never ends, in milliseconds. */
const patience = 120_000;
/** After how many cases it says that it goes on. */
const progress = 1000;

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '2000' },
    yaml: { type: 'string', default: '5000' },
    edits: { type: 'string', default: '1000' },
    sheets: { type: 'string', default: '500' },
    bin: { type: 'string', default: '20' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
    minutes: { type: 'string' },
    case: { type: 'string' },
  },
});
if (!existsSync(join(root, 'dist', 'cli'))) throw new Error('there is no build: npm run build');
await build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/long-run.ts'],
  outfile: worker,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.dirname': '__dirname' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'error',
});

// A worker that is ended leaves its files here.
const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-fuzz-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());

const counts = new Map();
const until = values.minutes === undefined ? 0 : Date.now() + Number(values.minutes) * 60_000;
let cases = 0;

/** Counts a finding, and prints what there is to say of it. */
function tell({ claim, said }) {
  counts.set(claim, (counts.get(claim) ?? 0) + 1);
  if (said !== '') console.log(`${said}\n`);
}

/** Runs the cases from one on. @returns the next one, where the worker did not come to its end */
async function runFrom(from) {
  const { texts, yaml, edits, sheets, bin, seed, case: named } = values;
  const plan =
    named === undefined
      ? ['--text', texts, '--yaml', yaml, '--edit', edits, '--sheet', sheets, '--bin', bin, '--seed', seed]
      : ['--case', named];
  const child = fork(worker, [...plan, '--from', `${from}`, '--until', `${until}`], {
    env: { ...process.env, TMPDIR: folder },
  });
  let current;
  let timer = setTimeout(() => child.kill('SIGKILL'), patience);
  child.on('message', (message) => {
    if (message.index === undefined) return tell(message);
    current = message;
    cases += 1;
    if (cases % progress === 0) console.error(`${cases} cases`);
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), patience);
  });
  const [code] = await once(child, 'exit');
  clearTimeout(timer);
  if (code === 0) return undefined;
  if (current === undefined) throw new Error('the worker did not begin');
  tell({ claim: 'every case ends', said: `${current.name} did not end well` });
  return current.index + 1;
}

for (let from = 0; from !== undefined; ) from = await runFrom(from);
console.log(`${cases} cases with the seed ${values.seed}`);
for (const [claim, count] of counts) console.log(`${count} × ${claim}`);
if (counts.size > 0) process.exitCode = 1;
