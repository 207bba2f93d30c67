import type { Roster, Round } from '../../../model/roster.ts';
import { momentOf, type Time } from '../../../model/time.ts';
import { addRound } from '../../../roster/edit/add-item.ts';
import { readBeginning } from '../../../roster/schema/scalars.ts';
import { defined } from '../../../text/defined.ts';
import { tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { parseDate } from '../../input/parse-date.ts';
import { nothing, type Recording } from './recording.ts';
import { refuseOptions, type Saying } from './written-options.ts';

/** The options that say something of a round. */
const fitting: readonly Saying[] = ['date'];

/** The round whose beginning is to be recorded, and where. `today` is an ISO day. @throws UsageError */
export function requestedRound(
  words: readonly string[],
  { round: name, ...options }: WrittenOptions & { readonly round: string },
  today: string,
): Recording {
  const [designator, second] = words;
  if (second !== undefined)
    throw new UsageError('excess-arguments', 'a round is not about one member: pass only the roster');
  refuseOptions(options, fitting, 'does not apply to a round');
  const round = defined<Round>({ date: beginningIn(options.date ?? today, today), name: tidy(name) || undefined });
  return {
    designator,
    add: (text, values, before) => {
      if (before !== undefined) refuseSameDate(round, before);
      const added = addRound(text, values, round);
      return added === undefined ? undefined : { ...nothing, text: added, rounds: [round], dates: [round.date] };
    },
  };
}

/** A date on which a round may begin. @throws UsageError for a month */
function beginningIn(date: string, today: string): Time {
  const time = parseDate('--date', date, today);
  const read = readBeginning(time.text);
  if ('value' in read) return time;
  throw new UsageError('invalid-date', `--date: ${read.fault.message}; ${read.fault.hint}`);
}

function refuseSameDate({ date }: Round, { rounds }: Roster): void {
  const same = rounds.find((known) => momentOf(known.date) === momentOf(date));
  if (same === undefined) return;
  throw new UsageError(
    'same-date',
    `--date: a round already begins on ${same.date.text}; change that one in the file, or use another date`,
  );
}
