/*
 * Prints what the package is made of, as CycloneDX: what it asks npm for, and what is in its bundles. The latter are
 * development dependencies for npm, which would leave them out. It reads the lock file, and asks no registry.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packagesIn } from './licences.js';

const root = join(import.meta.dirname, '..');
const words = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--offline'];
const { npm_execpath: npm = '' } = process.env;
const output = /npm-cli\.c?js$/.test(npm)
  ? execFileSync(process.execPath, [npm, ...words], { cwd: root, encoding: 'utf8' })
  : execFileSync('npm', words, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
const sbom = JSON.parse(output);

const bundled = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/start.ts', 'src/cli/main.ts', 'src/page/browser/main.tsx', 'src/index.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  outdir: 'dist',
  metafile: true,
  write: false,
  logLevel: 'error',
});
const shipped = new Set(packagesIn([bundled], root).map(({ name, version }) => `${name}@${version}`));
const isDevelopment = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
const components = sbom.components
  .filter((component) => shipped.has(component['bom-ref']) || !isDevelopment(component))
  .map(({ properties: _, ...component }) => ({ ...component, scope: 'required' }));
const own = sbom.metadata.component;
const references = components.map((component) => component['bom-ref']);
const isKnown = new Set(references);
const dependencies = sbom.dependencies.flatMap(({ ref, dependsOn = [] }) => {
  if (ref === own['bom-ref']) return [{ ref, dependsOn: references }];
  return isKnown.has(ref) ? [{ ref, dependsOn: dependsOn.filter((on) => isKnown.has(on)) }] : [];
});
// npm takes the name of the folder.
const component = { ...own, name: 'rutte-tally', type: 'application' };
console.log(JSON.stringify({ ...sbom, metadata: { ...sbom.metadata, component }, components, dependencies }, null, 2));
