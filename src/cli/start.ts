import { createRequire } from 'node:module';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { cacheFolder } from './loading/cache-folder.ts';
import { type CachedBundles, cachedBundles } from './loading/cached-bundles.ts';
import type { main as Main } from './main.ts';

export { hostOf } from './output/process-host.ts';

/** The command line. `--version` alone is answered without loading it, which is most of such a run. */
export const main: typeof Main = async (argv, host) => {
  const [word, ...more] = argv;
  if ((word === '--version' || word === '-V') && more.length === 0) {
    host.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  const path = join(import.meta.dirname, 'main.cjs');
  const folder = cacheFolder(word, { version: manifest.version, installed: import.meta.dirname }, process);
  const bundles = folder === undefined ? withoutCache(path) : cachedBundles(folder);
  const code = await (bundles.load(path).main as typeof Main)(argv, host);
  bundles.keep(code === 0 || code === 1 || code === 4 ? 'answered' : 'failed');
  return code;
};

const withoutCache = (file: string): CachedBundles => ({ load: createRequire(file), keep: () => {} });
