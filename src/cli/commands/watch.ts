import type { ExitCode } from '../contract/exit.ts';
import type { CommonOptions } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';
import { surroundingsOf } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import { originsOf } from '../input/origin.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { watching } from '../steps/watching.ts';
import { statusCommand } from './status.ts';

/**
 * `status --watch [FILE]`: shows the status, and shows it again whenever the file is changed or replaced, until
 * interrupted.
 *
 * @param requested the options, read again for each look
 * @throws UsageError for anything but a file
 */
export async function watchCommand(
  designator: string | undefined,
  requested: () => SnapshotRequest,
  common: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const [{ place, file, chosen, isExample }] = await originsOf([designator], surroundingsOf('status', host));
  if (place.kind !== 'file') throw new UsageError('nothing-to-watch', '--watch needs a file');
  if (requested().assumeFile === '-') throw new UsageError('stream-twice', '--watch cannot read standard input');
  // The roster of the folder stays the one to show while it is gone.
  const shown = chosen && isExample !== true ? file : designator;
  return watching(
    {
      command: 'status',
      paths: [place.path],
      recursive: false,
      label: file,
      answer: (shell) => statusCommand(shown, requested(), shell),
    },
    common,
    host,
  );
}
