import { base, runInTurn } from './commands.js';
import { grouped, median, spread } from './figures.js';
import { table } from './table.js';

const warmUps = 2;

/** A table of how long whole processes take, as multiples of a bare node. */
export function measureStart({ folder, remark }, rounds) {
  const times = runInTurn({ folder, rounds, warmUps, figureOf: ({ milliseconds }) => milliseconds });
  const bare = times.get(base.name);
  const rows = [...times].map(([name, own]) => {
    const pairs = own.map((time, round) => time / bare[round]);
    return [
      name,
      grouped(median(own)),
      spread(own, grouped),
      ...(name === base.name ? ['1.00', '1.00', ''] : ratios(own, bare, pairs)),
    ];
  });
  const head = ['command', 'ms', 'min..max', 'of medians', 'of pairs', 'min..max'];
  return `Whole processes: wall time as a multiple of a bare node, medians of ${rounds} rounds${remark}\n${table(head, rows)}`;
}

const twoDecimals = (ratio) => ratio.toFixed(2);

/** The ratio of the medians, then median and spread of the ratios in each round. */
function ratios(own, bare, pairs) {
  return [twoDecimals(median(own) / median(bare)), twoDecimals(median(pairs)), spread(pairs, twoDecimals)];
}
