import type { MemberView } from '../../model/view.ts';
import { csv, yesNo } from '../format/csv.ts';
import { sourceEntries } from './sources.ts';

const head = [
  'member',
  'name',
  'date',
  'circa',
  'stance',
  'basis',
  'by',
  'why',
  'wants',
  'quote',
  'note',
  'sources',
  'addresses',
];

/** The cells that are empty where nobody said anything. */
const nothing = head.slice(6).map(() => undefined);

/** A member's positions, one row each, the oldest first, and what is assumed of it in a last one, for a spreadsheet. */
export function renderMemberCsv({ history }: MemberView): string {
  const { member, standing, positions, sources } = history;
  const assumed = standing?.assumed === true ? [standing.stance] : [];
  return csv([
    head,
    ...positions.map(({ date, circa, stance, basis, by, why, wants, quote, note, sources: refs }) => [
      member.code,
      member.name,
      date?.text,
      yesNo(circa),
      stance,
      basis,
      by,
      why,
      wants.join('; '),
      quote,
      note,
      refs.join('; '),
      sourceEntries(refs, sources)
        .flatMap(({ address }) => address ?? [])
        .join(' '),
    ]),
    ...assumed.map((stance) => [member.code, member.name, undefined, undefined, stance, 'assumed', ...nothing]),
  ]);
}
