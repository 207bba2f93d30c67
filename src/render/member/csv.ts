import type { PositionField } from '../../model/position-fields.ts';
import type { Position, SourceRefs } from '../../model/roster.ts';
import type { MemberView } from '../../model/view.ts';
import { csv, yesNo } from '../format/csv.ts';
import { sourceEntries } from './sources.ts';

/** The cell of each field of a position; undefined for an empty one. */
const cells = {
  date: ({ date }) => date?.text,
  circa: ({ circa }) => yesNo(circa),
  stance: ({ stance }) => stance,
  basis: ({ basis }) => basis,
  by: ({ by }) => by,
  why: ({ why }) => why,
  wants: ({ wants }) => wants.join('; '),
  quote: ({ quote }) => quote,
  note: ({ note }) => note,
  sources: ({ sources }) => sources.join('; '),
  follows: ({ follows }) => follows?.join('; '),
  leaning: ({ leaning }) => leaning,
  denied: ({ denied }) => denied?.date.text,
} satisfies Readonly<Record<PositionField, (position: Position) => string | undefined>>;

const head = ['member', 'name', ...Object.keys(cells), 'denied by', 'addresses', 'demand'];

/** The empty cells at the end of the row for an assumed stance. */
const nothing = head.slice(6).map(() => undefined);

/**
 * `member` as CSV: a row for each position, the oldest first, then one for an assumed stance, then one for each thing that
 * became of a demand, with its status in the last column.
 */
export function renderMemberCsv({ history }: MemberView): string {
  const { member, standing, positions, demands, sources } = history;
  const addressesOf = (refs: SourceRefs): string =>
    sourceEntries(refs, sources)
      .flatMap(({ address }) => address ?? [])
      .join(' ');
  const assumed = standing?.assumed === true ? [standing.stance] : [];
  return csv([
    head,
    ...positions.map((position) => [
      member.code,
      member.name,
      ...Object.values(cells).map((cell) => cell(position)),
      position.denied?.by,
      addressesOf(position.sources),
      undefined,
    ]),
    ...assumed.map((stance) => [member.code, member.name, undefined, undefined, stance, 'assumed', ...nothing]),
    ...demands.flatMap(({ text, history: events }) =>
      events.map(({ date, circa, by, quote, note, sources: refs, status }) => [
        ...[member.code, member.name, date.text, yesNo(circa), undefined, undefined, by, undefined, text, quote, note],
        ...[refs.join('; '), undefined, undefined, undefined, addressesOf(refs), status],
      ]),
    ),
  ]);
}
