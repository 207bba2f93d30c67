import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { repository } from './bin.ts';

const schema = readFileSync(join(repository, 'test', 'fixtures', 'junit', 'junit.xsd'), 'utf8');

/** What libxml2 has against documents as XML and as JUnit's, by name; empty when nothing. */
export async function problemsOfJunit(documents: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const xml = [...documents].map(([fileName, contents]) => ({ fileName, contents }));
  const { valid, errors, rawOutput } = await validateXML({ xml, schema: [schema] });
  return valid ? [] : [...errors.map(({ rawMessage }) => rawMessage), rawOutput];
}
