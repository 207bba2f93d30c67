import { createRequire } from 'node:module';
import { build } from 'esbuild';

/** What makes scripts, styles and functions of the sources, for a site of the repository in `root`. */
export function bundler(root) {
  const options = {
    absWorkingDir: root,
    bundle: true,
    target: ['es2023', 'chrome111', 'firefox113', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'warning',
    minify: true,
    write: false,
  };
  return {
    /** The text of a script or a style for browsers. */
    async text(entry) {
      const { outputFiles } = await build({ ...options, entryPoints: [entry], platform: 'browser', format: 'iife' });
      return outputFiles[0].text.trim();
    },
    /** The exports of a source file. */
    async exports(entry) {
      const node = { platform: 'node', target: 'node20', format: 'cjs' };
      const { outputFiles } = await build({ ...options, ...node, entryPoints: [entry] });
      const module = { exports: {} };
      new Function('module', 'require', outputFiles[0].text)(module, createRequire(import.meta.url));
      return module.exports;
    },
  };
}
