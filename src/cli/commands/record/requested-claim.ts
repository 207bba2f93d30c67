import { isDeepStrictEqual } from 'node:util';
import type { Claim, ReportedCount, Roster } from '../../../model/roster.ts';
import { addClaim } from '../../../roster/edit/add-claim.ts';
import { readReportedCount } from '../../../roster/schema/reported-count.ts';
import { compareText } from '../../../text/compare.ts';
import { defined } from '../../../text/defined.ts';
import { tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { directoryOf } from '../../input/find-member.ts';
import { parseDate } from '../../input/parse-date.ts';
import { checkSources } from './check-sources.ts';
import type { Recording } from './recording.ts';

/** Whether what is to be recorded is a claim about several members, and no position of one. */
export const asksForClaim = ({ claim, holdingOut, holdouts }: WrittenOptions): boolean =>
  [claim, holdingOut, holdouts].some((option) => option !== undefined);

/** What a position says and a claim does not. */
const ofPositions = ['csv', 'basis', 'why', 'wants'] as const;

/** The claim that is to be recorded, and where. `today` is an ISO day. @throws UsageError */
export function requestedClaim(words: readonly string[], options: WrittenOptions, today: string): Recording {
  const [designator, second] = words;
  if (second !== undefined)
    throw new UsageError('excess-arguments', 'a claim is not about one member: pass only the roster');
  const odd = ofPositions.find((name) => options[name] !== undefined && options[name] !== false);
  if (odd !== undefined) throw new UsageError('conflicting-option', `--${odd} goes with a position, not with a claim`);
  const { holdouts: listed } = options;
  const claim = claimIn(options, today);
  return {
    designator,
    add: (text, values, before) => {
      const whole = listed === undefined ? claim : { ...claim, holdouts: codesIn(listed, before) };
      if (before !== undefined) {
        checkSources(whole.sources, '--source', before);
        refuseRepetition(whole, before);
      }
      const added = addClaim(text, values, whole);
      return added === undefined ? undefined : { text: added, moves: [], claims: [whole], dates: [whole.date] };
    },
  };
}

/** All that a claim says but its list. */
function claimIn(options: WrittenOptions, today: string): Claim {
  const { date = today, circa = false, claim, holdingOut, by, source = [], quote, note } = options;
  return defined<Claim>({
    date: parseDate('--date', date, today),
    circa,
    by: textIn('--by', by),
    supporting: countIn('--claim', claim),
    holdingOut: countIn('--holding-out', holdingOut),
    holdouts: undefined,
    sources: [...new Set(source.flatMap((one) => textIn('--source', one) ?? []))],
    quote: textIn('--quote', quote),
    note: textIn('--note', note),
  });
}

function textIn(option: string, value: string | undefined): string | undefined {
  if (value === undefined || tidy(value) !== '') return value === undefined ? undefined : tidy(value);
  throw new UsageError('missing-value', `${option}: nothing is written here; write a text, or leave it out`);
}

function countIn(option: string, value: string | undefined): ReportedCount | undefined {
  if (value === undefined) return undefined;
  const read = readReportedCount(tidy(value));
  if ('value' in read) return read.value;
  const { message, hint } = read.fault;
  throw new UsageError('invalid-count', `${option}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
}

/** The codes of a list of members and groups, sorted; none for the word `none`. */
function codesIn(listed: string, roster: Roster | undefined): readonly string[] {
  const words = listed.split(',').map(tidy);
  if (words.includes(''))
    throw new UsageError('missing-value', '--holdouts: write codes or names, as in TR,HU; or none');
  const directory = roster && directoryOf(roster);
  const codes = words.flatMap((word): readonly string[] => {
    const found = directory?.memberOrGroup(word);
    if (found?.kind === 'member') return [found.member.code];
    if (found?.kind === 'group') return found.codes;
    if (words.length === 1 && word.toLowerCase() === 'none') return [];
    if (found === undefined) return [word];
    throw new UsageError(found.code, `--holdouts: ${found.message}; ${found.hint('add it under "members:" first')}`);
  });
  return [...new Set(codes)].sort(compareText);
}

function refuseRepetition(claim: Claim, { claims }: Roster): void {
  if (claims.some((known) => isDeepStrictEqual(known, claim)))
    throw new UsageError('same-claim', 'the roster already has this claim');
}
