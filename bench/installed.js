import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.js';
import { base } from './commands.js';
import { median } from './figures.js';
import { table } from './table.js';

const root = join(import.meta.dirname, '..');
const releases = ['20', '22', '24'];
const warmUps = 2;
const bin = 'node_modules/rutte-tally/bin/rutte-tally.js';

/** The command lines with the most that each may take, as a multiple of a bare node. */
const commands = [
  { name: '--version', words: ['--version'], codes: [0], limit: 1.25 },
  { name: 'status', words: ['status'], codes: [0], limit: 1.9 },
  { name: 'status own.yaml', words: ['status', 'own.yaml'], codes: [0], limit: 1.9 },
  { name: 'validate bad.yaml', words: ['validate', 'bad.yaml'], codes: [3], limit: 3.5 },
  { name: 'diff', words: ['diff', 'own.yaml@2024-02-21', 'own.yaml@2024-06-20'], codes: [0], limit: 2.8 },
  { name: 'timeline', words: ['timeline', 'own.yaml'], codes: [0], limit: 2.8 },
  { name: 'member', words: ['member', 'HU', 'own.yaml'], codes: [0], limit: 2.8 },
  {
    name: 'record',
    words: ['record', 'HU', 'support', 'recorded.yaml', '--date', '2024-06-25'],
    codes: [0],
    limit: 2.8,
    // Each run records the same into the same.
    before: (folder) => copyFileSync(join(folder, 'own.yaml'), join(folder, 'recorded.yaml')),
  },
];

/**
 * A table of how long commands take as npm installs them, on every supported release of Node, which npm has as a
 * package: medians of the multiples of a bare node in each round.
 */
export function measureInstalled(folder, rounds) {
  const installed = join(folder, 'installed');
  const [{ filename }] = Object.values(JSON.parse(npm(root, ['pack', '--json', '--pack-destination', folder])));
  install(installed, join(folder, filename));
  const text = readFileSync(join(root, 'data', 'nato-2024.yaml'), 'utf8');
  writeFileSync(join(installed, 'own.yaml'), text);
  writeFileSync(join(installed, 'bad.yaml'), text.replace('stance: withheld', 'stance: witheld'));
  const columns = releases.map((release) => ratiosOn(release, installed, folder, rounds));
  const rows = commands.map(({ name, limit }, index) => [
    name,
    ...columns.map(({ ratios }) => ratios[index].toFixed(2)),
    limit.toFixed(2),
  ]);
  const head = ['command', ...columns.map(({ version }) => version), 'at most'];
  const title = `As installed from the tarball: wall time as a multiple of a bare node, medians of ${rounds} rounds`;
  return `${title}\n${table(head, rows)}`;
}

function ratiosOn(release, installed, folder, rounds) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const place = join(folder, `node-${release}`);
  install(place, `${name}@${release}`);
  const node = join(place, 'node_modules', name, 'bin', 'node');
  const ratios = commands.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    const bare = runNode(base.words, installed, node).milliseconds;
    for (const [index, { name: command, words, codes, before }] of commands.entries()) {
      before?.(installed);
      const { milliseconds, code, written } = runNode([bin, ...words], installed, node);
      if (!codes.includes(code)) throw new Error(`${command} ended with exit code ${code}: ${written[2]}`);
      if (round >= 0) ratios[index].push(milliseconds / bare);
    }
  }
  return { version: runNode(['--version'], installed, node).written[1].trim(), ratios: ratios.map(median) };
}

function install(folder, what) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', what]);
}

const npm = (cwd, words) =>
  execFileSync('npm', words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
