import type { PositionField } from '../../model/position-fields.ts';
import type { Position, SourceRefs } from '../../model/roster.ts';
import type { MemberView } from '../../model/view.ts';
import { csvOf, yesNo } from '../format/csv.ts';
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

const fields = Object.keys(cells) as readonly PositionField[];
const head = ['member', 'name', ...fields, 'denied by', 'addresses', 'demand'] as const;

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
  const of = { member: member.code, name: member.name };
  const assumed = standing?.assumed === true ? [standing.stance] : [];
  return csvOf(head, [
    ...positions.map((position) => ({
      ...of,
      ...Object.fromEntries(fields.map((field) => [field, cells[field](position)])),
      'denied by': position.denied?.by,
      addresses: addressesOf(position.sources),
    })),
    ...assumed.map((stance) => ({ ...of, stance, basis: 'assumed' })),
    ...demands.flatMap(({ text, history: events }) =>
      events.map(({ date, circa, by, quote, note, sources: refs, status }) => {
        const told = { date: date.text, circa: yesNo(circa), by, wants: text, quote, note };
        return { ...of, ...told, sources: refs.join('; '), addresses: addressesOf(refs), demand: status };
      }),
    ),
  ]);
}
