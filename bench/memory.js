import { join } from 'node:path';
import { base, runInTurn } from './commands.js';
import { median, spread } from './figures.js';
import { table } from './table.js';

const reporter = join(import.meta.dirname, 'report-peak.cjs');

/**
 * A table of the peak memory of whole processes. These runs are not timed, because each loads a script that reports its
 * peak.
 */
export function measureMemory({ folder, remark }, rounds) {
  const options = ['--require', reporter];
  const peaks = runInTurn({
    folder,
    rounds,
    warmUps: 0,
    options,
    figureOf: ({ written }) => Number.parseInt(written[3], 10) / 1024,
  });
  const bare = median(peaks.get(base.name));
  const rows = [...peaks].map(([name, own]) => [
    name,
    oneDecimal(median(own)),
    spread(own, oneDecimal),
    (median(own) / bare).toFixed(2),
  ]);
  const head = ['command', 'MiB', 'min..max', 'of medians'];
  return `Whole processes: peak resident memory, medians of ${rounds} runs${remark}\n${table(head, rows)}`;
}

const oneDecimal = (mebibytes) => mebibytes.toFixed(1);
