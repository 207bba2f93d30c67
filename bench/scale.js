import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runNode } from './child.js';
import { grouped, median, spread } from './figures.js';
import { codeOf, madeHistories, madeRoster, shapes } from './made-rosters.js';
import { table } from './table.js';

const reporter = join(import.meta.dirname, 'report-peak.cjs');
const parser = createRequire(import.meta.url).resolve('js-yaml');
const loading = 'require(process.argv[1]).load(require("node:fs").readFileSync(process.argv[2], "utf8"))';

/** Large rosters, and a member of each that `record` moves. */
const cases = [
  { shape: shapes[0], members: 100_000, textOf: () => madeRoster(shapes[0], 100_000) },
  { shape: shapes[1], members: 100_000, textOf: () => madeRoster(shapes[1], 100_000) },
  { shape: 'ten positions each', members: 10_000, textOf: () => madeHistories(10_000) },
];
const file = 'large.yaml';

/** What is run on a large roster; `limit` is the most that it may take, as a multiple of the parser alone. */
const commands = [
  { name: 'js-yaml alone', words: ['-e', loading, parser, file], codes: [0] },
  { name: 'check', words: ['bin/rutte-tally.js', 'check', file], codes: [0, 1, 4], limit: 2.5 },
  { name: 'status', words: ['bin/rutte-tally.js', 'status', file], codes: [0], limit: 3 },
  { name: 'timeline', words: ['bin/rutte-tally.js', 'timeline', file], codes: [0], limit: 3 },
  { name: 'snapshot', words: ['bin/rutte-tally.js', 'snapshot', file], codes: [0], limit: 4 },
  {
    name: 'record',
    words: ['bin/rutte-tally.js', 'record', codeOf(5_000), 'abstain', file, '--date', '2024-06-01'],
    codes: [0],
    limit: 4,
  },
];

/** The most memory that a command may take, in MiB. */
const mostMemory = 400;

/**
 * Tables of whole processes on large rosters: processor and wall time as multiples of what the parser of YAML alone takes,
 * and memory. Other work on the machine disturbs processor time least; it includes the threads that collect garbage.
 */
export function measureScale({ folder, remark }, rounds) {
  const tables = cases.map(({ shape, members, textOf }) => {
    const text = textOf();
    const runs = new Map(commands.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, words, codes } of commands) {
        // `record` has changed it.
        writeFileSync(join(folder, file), text);
        const run = runNode(['--require', reporter, ...words], folder);
        if (!codes.includes(run.code)) throw new Error(`${name} ended with exit code ${run.code}: ${run.written[2]}`);
        const [kibibytes, processor] = run.written[3].split(' ').map(Number);
        runs.get(name).push({ milliseconds: run.milliseconds, processor, mebibytes: kibibytes / 1024 });
      }
    }
    const rows = commands.map(({ name, limit }) => rowOf(runs.get(name), runs.get(commands[0].name), name, limit));
    const head = ['command', 'ms', 'MiB', 'processor', 'of pairs', 'min..max', 'limit', ''];
    return `${shape}, ${members.toLocaleString('en')} members\n${table(head, rows)}`;
  });
  return [
    `Whole processes on large rosters: time as a multiple of js-yaml's load of the same text, medians of ${rounds} rounds${remark}`,
    ...tables,
  ].join('\n');
}

function rowOf(own, alone, name, limit) {
  const pairs = own.map(({ milliseconds }, round) => milliseconds / alone[round].milliseconds);
  const memory = median(own.map(({ mebibytes }) => mebibytes));
  const isAbove = limit !== undefined && (median(pairs) > limit || memory > mostMemory);
  return [
    name,
    grouped(median(own.map(({ milliseconds }) => milliseconds))),
    memory.toFixed(0),
    median(own.map(({ processor }, round) => processor / alone[round].processor)).toFixed(2),
    median(pairs).toFixed(2),
    spread(pairs, (ratio) => ratio.toFixed(2)),
    limit?.toFixed(1) ?? '',
    isAbove ? 'above' : '',
  ];
}
