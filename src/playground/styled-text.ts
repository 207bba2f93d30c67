import { type Paint, type Painted, painted, type Theme } from '../render/layout/theme.ts';

/** The names by which a style sheet paints what a terminal shows in colour. */
export type Style =
  | 'reached'
  | 'open'
  | 'blocked'
  | 'support'
  | 'consent'
  | 'pending'
  | 'withheld'
  | 'against'
  | Weight;

type Weight = 'strong' | 'faint' | 'error' | 'advice';

/** Marks around a text that is not empty: the escape cannot stand in a text from outside, where it would be written `\u{1b}`. */
const by =
  (style: Style): Paint =>
  (text) =>
    text === '' ? text : painted`${start(style)}${text}${end}`;

const start = (style: Style): Painted => `\u001b{${style}}` as Painted;
const end = '\u001b{}' as Painted;

const plain: Paint = (text) => text;

/** A theme whose text `styledRuns` takes apart. Colours are those of the terminal, by meaning. */
export const markingTheme: Theme = {
  outcome: { reached: by('reached'), open: by('open'), blocked: by('blocked') },
  stance: {
    support: by('support'),
    'no-objection': by('consent'),
    abstain: by('consent'),
    undeclared: by('faint'),
    unclear: plain,
    conditional: by('pending'),
    withheld: by('withheld'),
    oppose: by('against'),
    recused: by('faint'),
  },
  strong: by('strong'),
  faint: by('faint'),
  error: by('error'),
  advice: by('advice'),
};

/** A part of a text in one look, of the styles around it from the outermost to the innermost. */
export interface StyledRun {
  readonly text: string;
  readonly styles: readonly string[];
}

/** The parts of a text that was painted with `markingTheme`, in order; none is empty. */
export function styledRuns(text: Painted): readonly StyledRun[] {
  const runs: StyledRun[] = [];
  let styles: readonly string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the mark begins with one, so that no roster can write it.
  for (const [index, part] of text.split(/\u001b\{([a-z]*)\}/).entries()) {
    if (index % 2 === 1) styles = part === '' ? styles.slice(0, -1) : [...styles, part];
    else if (part !== '') runs.push({ text: part, styles });
  }
  return runs;
}
