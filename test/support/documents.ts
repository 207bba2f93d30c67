import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './bin.ts';

/** One command of a document, with what the document says that it prints. */
export interface Example {
  readonly command: string;
  readonly output: string;
}

/** What a document shows: files by name, commands with their output, and programs. */
export interface Shown {
  readonly files: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
  readonly programs: readonly string[];
}

const block = /(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```\n/gs;

/** Takes a document of this repository apart. */
export function shownIn(document: string): Shown {
  const text = readFileSync(join(repository, document), 'utf8');
  const files = new Map<string, string>();
  const examples: Example[] = [];
  const programs: string[] = [];
  for (const [, file, language, body = ''] of text.matchAll(block)) {
    if (language === 'yaml' && file !== undefined) files.set(file, body);
    if (language === 'js') programs.push(body);
    if (language !== 'console') continue;
    for (const part of body.split(/^\$ /m).slice(1)) {
      const end = part.indexOf('\n');
      examples.push({ command: part.slice(0, end), output: part.slice(end + 1) });
    }
  }
  return { files, examples, programs };
}
