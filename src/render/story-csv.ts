import { csv } from './csv.ts';
import { sourceEntries } from './sources.ts';
import type { StoryView } from './story.ts';

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

/** A member's positions, one row each, the oldest first, for a spreadsheet. */
export function renderStoryCsv({ story }: StoryView): string {
  const { member, positions, sources } = story;
  return csv([
    head,
    ...positions.map(({ date, circa, stance, basis, by, why, wants, quote, note, sources: refs }) => [
      member.code,
      member.name,
      date?.text,
      circa ? 'yes' : 'no',
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
  ]);
}
