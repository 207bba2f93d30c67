import { readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** What a built file exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** A loader of built files that uses and keeps what V8 has compiled of them. */
export interface CachedBundles {
  load(file: string): Exports;
  /** Writes what V8 has compiled of the files that were loaded, where the cache lacks it. */
  keep(run: Run): void;
}

/** What a run compiles: one that has answered all that others need, one that has explained a mistake less. */
export type Run = 'answered' | 'failed';

type Wrapped = (
  exports: Exports,
  require: (name: string) => unknown,
  module: { exports: Exports },
  file: string,
  folder: string,
) => void;

/** A script that runs, and the kind of run that its cache comes from; undefined where no cache fits. */
interface Loaded {
  readonly exports: Exports;
  readonly script: Script;
  readonly text: Buffer;
  readonly cachedBy: Run | undefined;
}

/**
 * What begins a file of the cache: a mark, and the length of the script. The compiled code follows, which V8 wants aligned
 * to eight bytes, the same again, and the script.
 */
const headSize = 8;
const marks: Readonly<Record<Run, number>> = { answered: 0x315452a1, failed: 0x315452f1 };

/**
 * A loader with a cache in a folder, for files in ASCII. V8 runs compiled code without a look at it, so it must be there
 * twice alike, with the very script: to compare bytes takes less than a tenth of what a checksum takes before V8 has
 * compiled its loop. That the version of V8, the processor and the flags fit, V8 checks itself.
 */
export function cachedBundles(folder: string): CachedBundles {
  const loaded = new Map<string, Loaded>();
  const load = (file: string): Exports => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const text = readFileSync(file);
    const cached = compiledCode(cacheOf(file, folder), text);
    const script = new Script(Module.wrap(text.toString('latin1')), {
      filename: file,
      ...(cached && { cachedData: cached.code }),
    });
    const cachedBy = script.cachedDataRejected === true ? undefined : cached?.by;
    const module = { exports: {} };
    const builtin = createRequire(file);
    const require = (name: string): unknown =>
      name.startsWith('./') ? load(join(dirname(file), name)) : builtin(name);
    (script.runInThisContext() as Wrapped)(module.exports, require, module, file, dirname(file));
    loaded.set(file, { exports: module.exports, script, text, cachedBy });
    return module.exports;
  };
  return {
    load,
    keep: (run) => {
      const lacking = [...loaded].filter(([, { cachedBy }]) => cachedBy !== run && cachedBy !== 'answered');
      if (lacking.length > 0) write(lacking, run, folder);
    },
  };
}

const cacheOf = (file: string, folder: string): string => join(folder, `${basename(file)}.cache`);

/** The compiled code in a file; undefined if there is none, or it is damaged, or that of another script. */
function compiledCode(path: string, text: Buffer): { readonly code: Buffer; readonly by: Run } | undefined {
  try {
    const bytes = readFileSync(path);
    const mark = bytes.readUInt32LE(0);
    const by = mark === marks.answered ? 'answered' : 'failed';
    const again = (bytes.length - text.length - headSize) / 2 + headSize;
    const code = bytes.subarray(headSize, again);
    const isSound =
      mark === marks[by] &&
      bytes.readUInt32LE(4) === text.length &&
      code.equals(bytes.subarray(again, bytes.length - text.length)) &&
      text.equals(bytes.subarray(bytes.length - text.length));
    return isSound ? { code, by } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes compiled code, each file as a whole or not at all. */
function write(scripts: readonly (readonly [file: string, loaded: Loaded])[], run: Run, folder: string): void {
  try {
    // Left by runs that were killed. One that is still writing goes without.
    for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) unlinkSync(join(folder, name));
    for (const [file, { script, text }] of scripts) {
      const code = script.createCachedData();
      const head = Buffer.alloc(headSize);
      head.writeUInt32LE(marks[run], 0);
      head.writeUInt32LE(text.length, 4);
      const path = cacheOf(file, folder);
      const temporary = `${path}-${process.pid}.tmp`;
      writeFileSync(temporary, Buffer.concat([head, code, code, text]), { flag: 'wx', mode: 0o600 });
      renameSync(temporary, path);
    }
  } catch {
    // The next run compiles again.
  }
}
