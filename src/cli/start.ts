import { readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import manifest from '../../package.json' with { type: 'json' };
import type { main as Main } from './main.ts';

export { guardOutputs } from './output/guard-outputs.ts';

/** The path of the V8 code cache of a built file, which the build writes. */
export const cacheOf = (file: string): string => `${file}.cache`;

type Exports = Readonly<Record<string, unknown>>;
type Wrapped = (
  exports: Exports,
  require: (name: string) => unknown,
  module: { exports: Exports },
  file: string,
  folder: string,
) => void;

/** A built file that is loaded: its exports, and the script that a code cache can be made from. */
export interface Built {
  readonly exports: Exports;
  readonly script: Script;
}

/**
 * The exports and the script of a built file. V8 uses the code cache if the build ran on this version of Node, and
 * otherwise compiles the file.
 */
export function loadBuilt(file: string, loaded = new Map<string, Built>()): Built {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const cachedData = readCache(file);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const folder = dirname(file);
  const builtin = createRequire(file);
  const require = (name: string): unknown =>
    name.startsWith('./') ? loadBuilt(join(folder, name), loaded).exports : builtin(name);
  (script.runInThisContext() as Wrapped)(module.exports, require, module, file, folder);
  const built = { exports: module.exports, script };
  loaded.set(file, built);
  return built;
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(cacheOf(file));
  } catch {
    return undefined;
  }
}

/** The command line. `--version` alone is answered without loading it, which is most of such a run. */
export const main: typeof Main = async (argv, host) => {
  const [word, ...more] = argv;
  if ((word === '--version' || word === '-V') && more.length === 0) {
    host.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  return (loadBuilt(join(import.meta.dirname, 'main.cjs')).exports.main as typeof Main)(argv, host);
};
