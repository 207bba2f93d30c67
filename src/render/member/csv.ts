import type { PositionField } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import type { MemberView } from '../../model/view.ts';
import { csv, yesNo } from '../format/csv.ts';
import { sourceEntries } from './sources.ts';

/** The cell of each field of a position. */
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
} satisfies Readonly<Record<PositionField, (position: Position) => string | undefined>>;

const head = ['member', 'name', ...Object.keys(cells), 'addresses'];

/** The cells that are empty where nobody said anything. */
const nothing = head.slice(6).map(() => undefined);

/** A member's positions, one row each, the oldest first, and what is assumed of it in a last one, for a spreadsheet. */
export function renderMemberCsv({ history }: MemberView): string {
  const { member, standing, positions, sources } = history;
  const assumed = standing?.assumed === true ? [standing.stance] : [];
  return csv([
    head,
    ...positions.map((position) => [
      member.code,
      member.name,
      ...Object.values(cells).map((cell) => cell(position)),
      sourceEntries(position.sources, sources)
        .flatMap(({ address }) => address ?? [])
        .join(' '),
    ]),
    ...assumed.map((stance) => [member.code, member.name, undefined, undefined, stance, 'assumed', ...nothing]),
  ]);
}
