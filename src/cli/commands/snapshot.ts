import { abridge } from '../../engine/abridge.ts';
import { snapshot as snapshotOf } from '../../engine/snapshot.ts';
import { tally } from '../../engine/tally.ts';
import type { Stance } from '../../model/stance.ts';
import { headComments, memberComments } from '../../render/abridged.ts';
import { json } from '../../render/json.ts';
import { schemaComment } from '../../roster/schema-comment.ts';
import { quote } from '../../roster/wording.ts';
import { rosterValues, writeRoster } from '../../roster/write.ts';
import { readAsked } from '../assumptions.ts';
import { type ExitCode, exit } from '../exit.ts';
import { remarkOrigin } from '../input.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage.ts';
import { type SnapshotOptions, snapshotView } from '../view.ts';

/** `snapshot [SNAPSHOT]`: the roster as it stood on a date, as a roster. */
export async function snapshot(
  designator: string | undefined,
  options: SnapshotOptions,
  shell: Shell,
): Promise<ExitCode> {
  const read = await readAsked(designator, options, shell);
  if (read === undefined) return exit.badRoster;
  const { input, asked } = read;
  const { onRecord = false, assume = new Map<string, Stance>() } = asked;
  const { snapshot: wanted, tally: answer } = snapshotView(input, asked, shell.today);
  const abridged = abridge(input.roster, wanted.asOf, { onRecord, assume });
  const written = snapshotOf(abridged.roster, wanted.asOf);
  const differs = wanted.members.some(({ stance }, index) => stance !== written.members[index]?.stance);
  if (differs || tally(written).outcome !== answer.outcome) throw unwritable(assume);
  remarkOrigin(input, shell);
  if (shell.format === 'json') {
    shell.answer(json(rosterValues(abridged.roster)));
    return exit.done;
  }
  const assumed = [...assume].map(([code, stance]) => `${code} = ${stance}`);
  const top = headComments(abridged, { origin: input.origin, onRecord, assumed });
  shell.answer(`${schemaComment()}\n${writeRoster(abridged.roster, { top, members: memberComments(abridged) })}`);
  return exit.done;
}

/** A roster cannot say that nothing is known of a member of which a list of holdouts speaks. */
function unwritable(assume: ReadonlyMap<string, Stance>): UsageError {
  const codes = [...assume].filter(([, stance]) => stance === 'undeclared').map(([code]) => quote(code));
  const message = `--assume: a roster cannot say "undeclared" of ${codes.join(', ')}, of which a list of holdouts speaks`;
  return new UsageError('unwritable-assumption', `${message}; "unclear" can be written`);
}
