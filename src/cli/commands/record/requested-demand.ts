import { type DemandEvent, type DemandStatus, demandStatuses, type Roster } from '../../../model/roster.ts';
import { momentOf } from '../../../model/time.ts';
import { addDemandEvent, type DemandRecord } from '../../../roster/amend/add-demand-event.ts';
import { demandHint } from '../../../roster/hints/value-words.ts';
import { defined } from '../../../text/defined.ts';
import { alternatives, didYouMean, quote, tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { parseDate } from '../../input/parse-date.ts';
import { nothing, type Recording } from './recording.ts';
import { checkSources, refuseOptions, type Saying, sourcesIn, textIn } from './written-options.ts';

/** The options that say something of a demand's status. */
const fitting: readonly Saying[] = ['date', 'circa', 'by', 'source', 'quote', 'note'];

/** What has become of a demand and is to be recorded, and where. `today` is an ISO day. @throws UsageError */
export function requestedDemand(
  words: readonly string[],
  { demand, ...options }: WrittenOptions & { readonly demand: string },
  today: string,
): Recording {
  const [word, designator, third] = words;
  if (word === undefined)
    throw new UsageError('missing-argument', 'what became of the demand? Write --demand ID STATUS');
  if (third !== undefined)
    throw new UsageError('excess-arguments', '--demand takes no member: pass only STATUS and the roster');
  refuseOptions(options, fitting, 'does not apply to a demand');
  const { date = today, circa = false, by, source, quote: quoted, note } = options;
  const named = textIn('--demand', demand) as string;
  const event = defined<DemandEvent>({
    date: parseDate('--date', date, today),
    circa,
    status: statusIn(word),
    by: textIn('--by', by),
    sources: sourcesIn(source),
    quote: textIn('--quote', quoted),
    note: textIn('--note', note),
  });
  return {
    designator,
    add: (text, values, before) => {
      const recorded = before === undefined ? { id: named, event } : resolved(before, { id: named, event });
      const added = addDemandEvent(text, values, recorded);
      if (added === undefined) return undefined;
      return { ...nothing, text: added, demands: [recorded], dates: [event.date] };
    },
  };
}

function statusIn(word: string): DemandStatus {
  const status = demandStatuses.find((known) => known === tidy(word));
  if (status !== undefined) return status;
  const hint = demandHint(word) ?? `expected one of ${alternatives(demandStatuses)}`;
  throw new UsageError('unknown-status', `STATUS: ${quote(word)} is not a demand's status; ${hint}`);
}

/** The same of a demand that is in the roster: by its id, or in its words. @throws UsageError */
function resolved(roster: Roster, { id: named, event }: DemandRecord): DemandRecord {
  checkSources(event.sources, '--source', roster);
  const ids = idsIn(roster);
  const byText = roster.demands.find(({ text }) => text === named)?.id ?? ids.texts.get(named);
  const id = ids.all.has(named) ? named : byText;
  if (id === undefined) {
    const hint = didYouMean(named, ids.all) ?? `name it in a position first: wants: [{ id: …, text: … }]`;
    throw new UsageError('unknown-demand', `--demand: no member wants ${quote(named)}; ${hint}`);
  }
  const known = roster.demands.find((demand) => demand.id === id)?.history ?? [];
  const same = known.find(({ date }) => momentOf(date) === momentOf(event.date));
  if (same !== undefined)
    throw new UsageError(
      'same-date',
      `--date: ${quote(id)} already has an entry of ${same.date.text}; change that one in the file, or use another date`,
    );
  const words = roster.demands.some((demand) => demand.id === id) ? undefined : ids.words.get(id);
  return { id, ...(words !== undefined && { text: words }), event };
}

/** The ids of all demands, and those that stand with a text in what somebody wants. */
function idsIn({ demands, members, reports }: Roster): {
  readonly all: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Their words, by id: those that somebody used first. */
  readonly words: ReadonlyMap<string, string>;
} {
  const statements = [...members.flatMap(({ positions }) => positions), ...reports];
  const texts = new Map(statements.flatMap(({ wantIds = {} }) => Object.entries(wantIds)));
  const words = new Map([...texts].reverse().map(([text, id]) => [id, text]));
  return { all: new Set([...demands.map(({ id }) => id), ...texts.values()]), texts, words };
}
