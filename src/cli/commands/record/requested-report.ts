import { isDeepStrictEqual } from 'node:util';
import type { Report, Roster } from '../../../model/roster.ts';
import { stances } from '../../../model/stance.ts';
import { addClaim } from '../../../roster/edit/add-item.ts';
import { stanceHint } from '../../../roster/hints/stance-words.ts';
import { defined } from '../../../text/defined.ts';
import { alternatives, quote, tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { parseDate } from '../../input/parse-date.ts';
import { namedMembers } from './listed-members.ts';
import { nothing, type Recording } from './recording.ts';
import { checkSources, refuseOptions, type Saying, sourcesIn, textIn } from './written-options.ts';

/** The options that say something of a report about several. */
const fitting: readonly Saying[] = ['date', 'circa', 'by', 'why', 'wants', 'source', 'quote', 'note'];

/** The report about several that is to be recorded, and where. `today` is an ISO day. @throws UsageError */
export function requestedReport(
  words: readonly string[],
  { of, ...options }: WrittenOptions & { readonly of: string },
  today: string,
): Recording {
  const [word, designator, third] = words;
  if (word === undefined)
    throw new UsageError('missing-argument', 'what stance is reported? Write --of MEMBERS STANCE');
  if (third !== undefined)
    throw new UsageError('excess-arguments', '--of names the members: pass only STANCE and the roster');
  refuseOptions(options, fitting, 'does not apply to a report about several');
  const stance = stanceIn(word);
  const wants = [...new Set((options.wants ?? []).flatMap((want) => textIn('--wants', want) ?? []))];
  const { date = today, circa = false, by, why, source, quote: quoted, note } = options;
  const said = {
    date: parseDate('--date', date, today),
    circa,
    stance,
    by: textIn('--by', by),
    why: textIn('--why', why),
    wants,
    wantIds: undefined,
    sources: sourcesIn(source),
    quote: textIn('--quote', quoted),
    denied: undefined,
    note: textIn('--note', note),
  };
  return {
    designator,
    add: (text, values, before) => {
      const report = defined<Report>({ ...said, of: namedMembers('--of', of, before) });
      if (before !== undefined) {
        checkSources(report.sources, '--source', before);
        refuseRepetition(report, before);
      }
      const added = addClaim(text, values, report);
      if (added === undefined) return undefined;
      return { ...nothing, text: added, reports: [report], dates: [report.date] };
    },
  };
}

function stanceIn(word: string): Report['stance'] {
  const stance = stances.find((known) => known === tidy(word));
  if (stance === 'undeclared')
    throw new UsageError(
      'undeclared-with-evidence',
      'STANCE: "undeclared" is the absence of a position; write "unclear"',
    );
  if (stance !== undefined) return stance;
  const hint = stanceHint(word) ?? `expected one of ${alternatives(stances)}`;
  throw new UsageError('unknown-stance', `STANCE: ${quote(word)} is not a stance; ${hint}`);
}

function refuseRepetition(report: Report, { reports }: Roster): void {
  if (reports.some((known) => isDeepStrictEqual(known, report)))
    throw new UsageError('same-claim', 'the roster already has this report');
}
