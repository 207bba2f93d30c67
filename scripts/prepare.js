// Runs on `npm ci` and before packing. Where the tools to build were left out (`--omit=dev`) there is nothing to do.
try {
  import.meta.resolve('esbuild');
  import.meta.resolve('typescript');
} catch {
  console.log('rutte-tally: not built, because development dependencies are not installed');
  process.exit(0);
}
await import('./build.js');
