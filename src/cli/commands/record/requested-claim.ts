import { isDeepStrictEqual } from 'node:util';
import type { Claim, ReportedCount, Roster } from '../../../model/roster.ts';
import { addClaim } from '../../../roster/edit/add-item.ts';
import { readReportedCount } from '../../../roster/schema/reported-count.ts';
import { defined } from '../../../text/defined.ts';
import { tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { parseDate } from '../../input/parse-date.ts';
import { listedCodes, namedMembers } from './listed-members.ts';
import { nothing, type Recording } from './recording.ts';
import { checkSources, refuseOptions, type Saying, sourcesIn, textIn } from './written-options.ts';

/** Whether what is to be recorded is a claim about several members, and no position of one. */
export const asksForClaim = ({ claim, holdingOut, among, holdouts }: WrittenOptions): boolean =>
  [claim, holdingOut, among, holdouts].some((option) => option !== undefined);

/** The options that say something of a claim. */
const fitting: readonly Saying[] = [
  'date',
  'circa',
  'by',
  'source',
  'quote',
  'note',
  'claim',
  'holdingOut',
  'among',
  'holdouts',
];

/** The claim that is to be recorded, and where. `today` is an ISO day. @throws UsageError */
export function requestedClaim(words: readonly string[], options: WrittenOptions, today: string): Recording {
  const [designator, second] = words;
  if (second !== undefined)
    throw new UsageError('excess-arguments', 'a claim is not about one member: pass only the roster');
  refuseOptions(options, fitting, 'goes with a position, not with a claim');
  const { holdouts: listed, among } = options;
  if (among !== undefined) checkCounts(options);
  const claim = claimIn(options, today);
  return {
    designator,
    add: (text, values, before) => {
      const whole = {
        ...claim,
        ...(among !== undefined && { among: namedMembers('--among', among, before) }),
        ...(listed !== undefined && { holdouts: listedCodes(listed, before) }),
      };
      if (before !== undefined) {
        checkSources(whole.sources, '--source', before);
        refuseRepetition(whole, before);
      }
      const added = addClaim(text, values, whole);
      return added === undefined ? undefined : { ...nothing, text: added, claims: [whole], dates: [whole.date] };
    },
  };
}

/** @throws UsageError where there is no count of which `--among` could say whom it counts, or a list beside it */
function checkCounts({ claim, holdingOut, holdouts }: WrittenOptions): void {
  if (holdouts !== undefined)
    throw new UsageError('conflicting-option', '--among goes only with counts; --holdouts covers all members');
  if (claim === undefined && holdingOut === undefined)
    throw new UsageError('missing-argument', '--among needs a count: add --claim COUNT or --holding-out COUNT');
}

/** All that a claim says but whom it names. */
function claimIn(options: WrittenOptions, today: string): Claim {
  const { date = today, circa = false, claim, holdingOut, by, source, quote, note } = options;
  return defined<Claim>({
    date: parseDate('--date', date, today),
    circa,
    by: textIn('--by', by),
    supporting: countIn('--claim', claim),
    holdingOut: countIn('--holding-out', holdingOut),
    among: undefined,
    holdouts: undefined,
    sources: sourcesIn(source),
    quote: textIn('--quote', quote),
    note: textIn('--note', note),
  });
}

function countIn(option: string, value: string | undefined): ReportedCount | undefined {
  if (value === undefined) return undefined;
  const read = readReportedCount(tidy(value));
  if ('value' in read) return read.value;
  const { message, hint } = read.fault;
  throw new UsageError('invalid-count', `${option}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
}

function refuseRepetition(claim: Claim, { claims }: Roster): void {
  if (claims.some((known) => isDeepStrictEqual(known, claim)))
    throw new UsageError('same-claim', 'the roster already has this claim');
}
