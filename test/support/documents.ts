import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './bin.ts';

/** One command of a document, with what the document says that it prints. */
export interface Example {
  readonly command: string;
  readonly output: string;
}

/** A folder of this repository that the commands of a document find under another name. */
export interface ShownFolder {
  readonly name: string;
  readonly from: string;
  /** It is a repository, whose last commit has what was said after this day. */
  readonly changedSince?: string;
}

/** What a document shows: files by name, folders, commands with their output, and programs. */
export interface Shown {
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly ShownFolder[];
  readonly examples: readonly Example[];
  readonly programs: readonly string[];
}

const folder = /<!-- folder: (\S+) is (\S+?)(?:, changed since (\S+))? -->/g;
const block = /(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```\n/gs;

/** Takes a document of this repository apart. */
export function shownIn(document: string): Shown {
  const text = readFileSync(join(repository, document), 'utf8');
  const files = new Map<string, string>();
  const examples: Example[] = [];
  const programs: string[] = [];
  for (const [, file, language, body = ''] of text.matchAll(block)) {
    if (file !== undefined) files.set(file, body);
    if (language === 'js') programs.push(body);
    if (language !== 'console') continue;
    for (const part of body.split(/^\$ /m).slice(1)) {
      const end = part.indexOf('\n');
      examples.push({ command: part.slice(0, end), output: part.slice(end + 1) });
    }
  }
  const folders = [...text.matchAll(folder)].map(
    ([, name = '', from = '', changedSince]): ShownFolder => ({
      name,
      from,
      ...(changedSince !== undefined && { changedSince }),
    }),
  );
  return { files, folders, examples, programs };
}
