// Runs on `npm ci` and before packing. Does nothing without development dependencies (`--omit=dev`).
try {
  import.meta.resolve('esbuild');
  import.meta.resolve('typescript');
} catch {
  console.log('rutte-tally: not built, because development dependencies are not installed');
  process.exit(0);
}
await import('./build.js');
