import type { Stance } from '../../model/stance.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { json } from '../format/json.ts';
import { linesText, type SectionEntry, section } from '../layout/section.ts';
import { type Layout, narrow, type Painted } from '../layout/theme.ts';

/** The words that `import` takes for stances. */
export interface Words {
  readonly stances: readonly { readonly stance: Stance; readonly words: readonly string[] }[];
  /** Words that have their meaning in one kind of file alone. */
  readonly kinds: readonly {
    readonly kind: string;
    readonly what: string;
    readonly words: readonly { readonly word: string; readonly stance: Stance }[];
  }[];
  /** Words that may mean several stances, and what to write. */
  readonly open: readonly { readonly words: readonly string[]; readonly hint: string }[];
}

/** `import --words` for people. */
export function renderWords({ stances, kinds, open }: Words, layout: Layout): Painted {
  const entry = (key: Shown, text: Shown): SectionEntry =>
    layout.width >= narrow ? [key, text] : shown`${key}: ${text}`;
  const lines = [
    ...section(
      'Stances',
      stances.map(({ stance, words }) => entry(visible(stance), shown`${words.join(', ')}`)),
      layout,
    ),
    ...section(
      'Files',
      kinds.map(({ kind, words }) =>
        entry(visible(kind), shown`${words.map(({ word, stance }) => `${word} = ${stance}`).join(', ')}`),
      ),
      layout,
    ),
    ...section(
      'Not taken',
      open.map(({ words, hint }) => shown`${words.join(', ')}: ${hint}`),
      layout,
    ),
    ...section('More', [shown`rutte-tally import FILE --stance WORD=STANCE`], layout),
  ];
  return linesText(lines);
}

/** `import --words` as data: `rutte-tally/words/1`. */
export const renderWordsJson = ({ stances, kinds, open }: Words): string =>
  json({ schema: 'rutte-tally/words/1', stances, kinds, open });
