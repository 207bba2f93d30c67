import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/bin.ts';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly purl: string;
  readonly hashes: readonly { readonly content: string }[];
  readonly licenses: readonly unknown[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

test('the list of what the package is made of is made without the network, and is complete', () => {
  // No registry answers there.
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_update_notifier: 'false' };
  const script = join(repository, 'scripts', 'sbom.js');
  const sbom = JSON.parse(execFileSync(process.execPath, [script], { cwd: repository, encoding: 'utf8', env })) as Sbom;
  expect(sbom.bomFormat).toBe('CycloneDX');
  expect(sbom.metadata.component).toMatchObject({ name: 'rutte-tally', version: manifest.version });
  const names = sbom.components.map(({ name }) => name);
  // What npm installs with the package, and what is in its bundles alone.
  expect(names).toEqual(
    expect.arrayContaining([...Object.keys(manifest.dependencies), 'commander', 'chalk', 'preact']),
  );
  const licences = readFileSync(join(repository, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  const licensed = [...licences.matchAll(/^(\S+) \d[\w.-]* \(.*\)$/gm)].map(([, name = '']) => name);
  expect(licensed.length).toBeGreaterThan(5);
  expect(names).toEqual(expect.arrayContaining(licensed));
  for (const tool of ['vitest', 'typescript', 'esbuild', '@biomejs/biome']) expect(names).not.toContain(tool);
  for (const { name, version, scope, purl, hashes, licenses } of sbom.components) {
    expect({ name, scope, purl }).toEqual({ name, scope: 'required', purl: `pkg:npm/${name}@${version}` });
    expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    expect(licenses).toHaveLength(1);
  }
  const known = [
    `rutte-tally@${manifest.version}`,
    ...sbom.components.map(({ name, version }) => `${name}@${version}`),
  ];
  expect(sbom.dependencies.map(({ ref }) => ref).sort()).toEqual([...known].sort());
  for (const { dependsOn } of sbom.dependencies) for (const ref of dependsOn) expect(known).toContain(ref);
});
