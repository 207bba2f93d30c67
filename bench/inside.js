import { join } from 'node:path';
import { bundle } from './bundle.js';
import { runNode } from './child.js';
import { grouped } from './figures.js';
import { table } from './table.js';

const worker = join(import.meta.dirname, 'worker.js');

/** A step in time that exceeds the step in size by this factor is reported. */
const tolerance = 1.3;

/** Times below this, in milliseconds, are too short to compare. */
const shortest = 5;

/**
 * Measures functions of `src/` in a fresh process for each case, by processor time, which other work on the machine
 * disturbs least. It includes the threads that collect garbage and compile. A measure has `title` and `unit` (of the
 * sizes), `uses` (see `bundle`), `cases` (`{ shape, size, limit? }`, sizes rising, limits in milliseconds), `prepare(case)` (the input of the first
 * phase) and `phases` (functions by name; what they return is added to the input of the next ones, and `undefined`
 * means failure).
 *
 * @param file the name of the measure's file in `in-process/`
 */
export function measureInside(measure, file, folder) {
  const { title, unit, uses, cases, phases } = measure;
  const bundled = join(folder, `${file}.cjs`);
  bundle(uses, bundled);
  const timed = cases.map((one, index) => ({ ...one, ...timesOf([file, bundled, String(index)], folder) }));
  const names = Object.keys(phases);
  const head = [unit, 'run', ...(names.length > 1 ? names : []), 'total', 'growth', 'wall', 'MiB held'];
  const shapes = [...new Set(cases.map(({ shape }) => shape))];
  const tables = shapes.map((shape) => {
    const ofShape = timed.filter((one) => one.shape === shape);
    const rows = ofShape.flatMap((one, index) => rowsOf(one, ofShape[index - 1]));
    return [
      `${title}: ${shape} (processor time, ms)`,
      table(head, rows),
      ...steeper(ofShape, names),
      ...aboveLimit(ofShape),
    ].join('\n');
  });
  return tables.join('\n\n');
}

/**
 * The first run of a case, the run with the median total of the five after it, and the bytes that the result of the
 * first holds.
 */
function timesOf(words, folder) {
  const { code, written } = runNode(['--expose-gc', worker, ...words], folder);
  if (code !== 0) throw new Error(`${words[0]}: ${written[2].trim()}`);
  const { cold, warm, held } = JSON.parse(written[3]);
  const byTotal = [...warm].sort((a, b) => total(a, 'cpu') - total(b, 'cpu'));
  return { cold, warm: byTotal[byTotal.length >> 1], held };
}

const total = (phases, clock) => phases.reduce((sum, phase) => sum + phase[clock], 0);

/** Two rows, cold and warm: time and share of each phase, total, growth over the size before, wall time, and memory. */
function rowsOf(one, before) {
  return ['cold', 'warm'].map((run) => {
    const phases = one[run];
    const all = total(phases, 'cpu');
    return [
      run === 'cold' ? sizeText(one.size) : '',
      run,
      ...(phases.length > 1 ? phases.map(({ cpu }) => `${grouped(cpu)} (${Math.round((100 * cpu) / all)}%)`) : []),
      grouped(all),
      before === undefined ? '' : growthText(all / total(before[run], 'cpu'), one.size / before.size),
      grouped(total(phases, 'wall')),
      run === 'cold' ? grouped(one.held / 2 ** 20) : '',
    ];
  });
}

const sizeText = (size) => size.toLocaleString('en');
const growthText = (times, sizes) => `${times.toFixed(1)}x for ${Number(sizes.toFixed(1))}x`;

/** The lines about phases that grow faster than the size. */
function steeper(ofShape, names) {
  return ofShape.slice(1).flatMap((one, index) => {
    const before = ofShape[index];
    const sizes = one.size / before.size;
    return names.flatMap((name, phase) => {
      const [now, then] = [one.warm[phase].cpu, before.warm[phase].cpu];
      if (then < shortest || now / then < tolerance * sizes) return [];
      return [`  steeper than linear: ${name} at ${sizeText(one.size)}, ${growthText(now / then, sizes)} (warm)`];
    });
  });
}

/** The lines about cases that take longer than they may; one line where none does, and none where there is no limit. */
function aboveLimit(ofShape) {
  const limited = ofShape.filter(({ limit }) => limit !== undefined);
  if (limited.length === 0) return [];
  const above = limited.filter(({ warm, limit }) => total(warm, 'cpu') > limit);
  if (above.length === 0) return ['  all within their limits (warm)'];
  return above.map(({ size, limit }) => `  above its limit of ${grouped(limit)} ms: ${sizeText(size)} (warm)`);
}
