import type { Time } from '../../model/time.ts';
import { quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';

/**
 * The date at which a roster is read: that of `--as-of` or of its designator, else its own, else today.
 *
 * @param today ISO day
 * @throws UsageError where the option and the designator both name one
 */
export function asOfFor(
  { roster, date, file }: RosterInput,
  { asOf }: Pick<SnapshotRequest, 'asOf'>,
  today: string,
): Time {
  if (asOf !== undefined && date !== undefined)
    throw new UsageError(
      'two-dates',
      `${quote(file)} has two dates: ${date.text} after @, and ${asOf.text} from --as-of`,
    );
  return asOf ?? date ?? roster.asOf ?? { text: today, day: today };
}
