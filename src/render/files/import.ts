import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { type Json, json } from '../format/json.ts';
import { wordOfShell } from '../format/shell-word.ts';
import { linesText, section } from '../layout/section.ts';
import type { Layout, Painted } from '../layout/theme.ts';

/** What `import` made of a file. */
export interface ImportView {
  /** The file as the user named it. */
  readonly file: string;
  readonly kind: string;
  /** The kind in words. */
  readonly what: string;
  readonly title: string;
  readonly body: string | undefined;
  /** The rule's name. */
  readonly rule: string;
  /** Neither the user nor a body gave a rule. */
  readonly ruleAssumed: boolean;
  readonly members: number;
  readonly positions: number;
  readonly leftOut: readonly { readonly line: number | undefined; readonly message: string }[];
  /** The file that was written; undefined for standard output. */
  readonly output: string | undefined;
  readonly replaced: boolean;
}

const inWords = ({ what, members, positions }: ImportView): string =>
  `${what}: ${plural(members, 'member')}, ${plural(positions, 'position')}`;

/** `import` for people: what was written, and the next steps. */
export function renderImport(view: ImportView, layout: Layout): Painted {
  const { output = '-', replaced, file, ruleAssumed } = view;
  const named = wordOfShell(output);
  const rule = ruleAssumed ? [shown`consensus, because no rule was given; rutte-tally rules lists the others`] : [];
  const next = [shown`rutte-tally validate ${named}`, shown`rutte-tally status ${named}`];
  return linesText([
    ...section(replaced ? 'Replaced' : 'Written', [shown`${output}, from ${file}, ${inWords(view)}`], layout),
    ...section('Rule', rule, layout),
    ...section('Next', next, layout),
  ]);
}

/** What is said of a roster that goes to standard output. */
export const importedText = (view: ImportView): Shown =>
  shown`${view.file}: ${inWords(view)}${view.ruleAssumed ? '; the rule is consensus, because none was given' : ''}`;

/** What did not come into the roster, one line for each. */
export const leftOutText = ({ file, leftOut }: ImportView): readonly Shown[] =>
  leftOut.map(({ line, message }) => shown`${file}${line === undefined ? '' : `:${line}`}: ${message}`);

/** Comments at the top of the roster, one for each line. */
export const importComments = ({ file, what, ruleAssumed }: ImportView): readonly string[] => [
  `Written by rutte-tally import from ${file === '-' ? 'standard input' : file} (${what}).`,
  ...(ruleAssumed ? ['No rule was given, so it is consensus; rutte-tally rules lists others.'] : []),
];

/**
 * `import` as data: `rutte-tally/import/1`.
 *
 * @param text the roster, when it goes to standard output and not to a file
 */
export function renderImportJson(view: ImportView, text: string | undefined): string {
  const { file, kind, title, body, rule, ruleAssumed, members, positions, leftOut, output, replaced } = view;
  const rest: { readonly [key: string]: Json } = text === undefined ? { replaced } : { text };
  return json({
    schema: 'rutte-tally/import/1',
    file,
    kind,
    output: output ?? null,
    title,
    body: body ?? null,
    rule,
    ruleAssumed,
    members,
    positions,
    leftOut: leftOut.map(({ line, message }) => ({ line: line ?? null, message })),
    ...rest,
  });
}
