import { resolve } from 'node:path';
import { enumeration } from '../../../text/suggest.ts';
import type { ExitCode } from '../../contract/exit.ts';
import type { CommonOptions } from '../../contract/formats.ts';
import type { Host } from '../../contract/host.ts';
import { surroundingsOf } from '../../contract/surroundings.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { isFolder } from '../../input/folder.ts';
import { originsOf } from '../../input/origin.ts';
import { watching } from '../../steps/watching.ts';
import { listCommand } from './list.ts';
import type { ListRequest } from './list-request.ts';

/** Names that are shown below the list; the others are counted. */
const mostNames = 3;

/**
 * `list --watch [PATH...]`: shows the list, and shows it again whenever a file in the folders is changed, added or
 * removed, until interrupted.
 *
 * @param requested the options, read again for each look
 * @throws UsageError for anything but files and folders
 */
export async function watchListCommand(
  requested: () => ListRequest,
  common: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const { words, recursive } = requested().paths;
  const named = words.length === 0 ? ['.'] : words;
  const paths: string[] = [];
  for (const word of named) paths.push(isFolder(word, host) ? resolve(host.cwd(), word) : await fileNamed(word, host));
  const label = enumeration(
    named.map((word) => (word === '.' ? 'this folder' : word)),
    'and',
    mostNames,
  );
  return watching(
    { command: 'list', paths, recursive, label, answer: (shell) => listCommand(requested(), shell) },
    common,
    host,
  );
}

async function fileNamed(word: string, host: Host): Promise<string> {
  const [{ place }] = await originsOf([word], surroundingsOf('list', host));
  if (place.kind === 'file') return place.path;
  throw new UsageError('nothing-to-watch', '--watch needs files or folders');
}
