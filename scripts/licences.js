import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that bundles have parts of, by name, each with its licence.
 *
 * @param builds what esbuild returned, with metafiles
 * @throws Error for a package without the text of a licence
 */
export function packagesIn(builds, root) {
  const folders = new Set();
  for (const { metafile } of builds)
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(join(root, folder));
      }
  return [...folders].map(packageIn).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(one));
  if (file === undefined) throw new Error(`${name} has no licence to ship with what is bundled of it`);
  return { name, version, license, text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() };
}

/** The licences of packages, as a file of text. */
export const licencesOf = (packages) =>
  `The files in this folder have parts of these packages in them:\n\n${packages.map(entryOf).join(`\n${'-'.repeat(80)}\n\n`)}`;

const entryOf = ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}\n`;

/** The licences of packages, as a comment of a script. */
export function noticeOf(packages) {
  const text = packages.map(entryOf).join('\n');
  if (text.includes('*/')) throw new Error('a licence would end the comment that it is in');
  return `/*! This script has parts of other packages in it.\n\n${text}*/\n`;
}
