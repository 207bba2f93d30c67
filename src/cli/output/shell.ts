import { markdownText } from '../../render/format/markdown.ts';
import { wordOfShell } from '../../render/format/shell-word.ts';
import type { Layout, Painted } from '../../render/layout/theme.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { wrap } from '../../text/width.ts';
import { type Answering, type CommonOptions, type Format, type FormatOf, formatsOf } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';
import { type Surroundings, surroundingsOf } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { Origin } from '../input/origin.ts';
import { terminalWidth, themeFor, wantsAscii } from './terminal.ts';
import { inEnvironment } from './workflow-log.ts';

/** A run's ways out: answers to standard output, everything said about the run to standard error. */
export interface Shell<F extends Format = Format> extends Surroundings {
  readonly format: F;
  readonly answers: Layout;
  /** The layout of standard error, made only when there is a remark: opening a stream takes Node time. */
  remarks(): Promise<Layout>;
  answer(text: string): void;
  remark(text: Painted): void;
}

/** The renderer of a command in one format. */
export interface Renderer<View> {
  render(view: View, layout: Layout): string | Promise<string>;
  /** The answer names the roster that was read, so that no remark is needed. */
  readonly namesOrigin: boolean;
}

/** The shell for a run of a command. @throws Error for a format that the command does not have */
export async function shellFor<Name extends Answering>(
  name: Name,
  host: Host,
  { format: asked, color, all = false, ascii = false, bom = false }: CommonOptions,
): Promise<Shell<FormatOf<Name>>> {
  const format = formatsOf(name).find((one) => one === asked);
  // The command line parser has refused any other format already.
  if (format === undefined) throw new Error(`${name} does not answer in ${asked}`);
  if (bom && format !== 'csv') throw new UsageError('conflicting-option', '--bom goes with --format csv');
  let mark = bom ? '\ufeff' : '';
  const layout = async (stream: Host['stdout']): Promise<Layout> => ({
    width: terminalWidth(stream),
    theme: await themeFor(stream, color, host.env),
    all,
    ascii: wantsAscii(stream, ascii, host.env),
  });
  return {
    ...surroundingsOf(name, host),
    format,
    answers: await layout(host.stdout),
    remarks: () => layout(host.stderr),
    answer: (text) => {
      host.stdout.write(mark + inEnvironment(text, format, host));
      mark = '';
    },
    remark: (text) => void host.stderr.write(inEnvironment(text, 'table', host)),
  };
}

/** Most rosters named in a line. */
const mostNames = 3;

/** Says that an answer is about the bundled example, and how to ask about a roster of one's own. */
function exampleText({ instead = [] }: Origin): Shown {
  const [first] = instead;
  return first === undefined
    ? shown`Bundled example: no rutte-tally.yaml here; begin one with rutte-tally init`
    : shown`Bundled example: this folder has ${enumeration(instead, 'and', mostNames)}: rutte-tally status ${wordOfShell(first)}`;
}

/** The first lines of an answer about the bundled example, in formats for people; programs read none. */
const exampleLines: Readonly<Record<Format, ((text: Shown, layout: Layout) => string) | undefined>> = {
  table: (text, { width, theme }) =>
    wrap(text, width)
      .map((line) => `${theme.advice(line)}\n`)
      .join(''),
  json: undefined,
  markdown: (text) => `${markdownText(text)}\n\n`,
  csv: undefined,
  github: undefined,
  junit: undefined,
  yaml: undefined,
  ics: undefined,
  svg: undefined,
};

/**
 * Prints an answer about one roster. An answer about the bundled example, which nobody named, says so first, or a remark
 * does. The answer follows without an empty line, so that its verdict stands among the first lines of a screen.
 *
 * @param namesOrigin the answer says itself which roster was read
 */
export function answerAbout(origin: Origin, text: string, namesOrigin: boolean, shell: Shell<Format>): void {
  const head = origin.isExample ? exampleLines[shell.format] : undefined;
  if (head === undefined) remarkOrigin(origin, shell, namesOrigin);
  shell.answer(head === undefined ? text : `${head(exampleText(origin), shell.answers)}${text}`);
}

/** Says which roster is read where nobody named one and the answer does not say so, and which other is passed over. */
export function remarkOrigin(from: Origin, { remark }: Pick<Shell<Format>, 'remark'>, namesOrigin = false): void {
  const { chosen, isExample, origin, passedOver = [] } = from;
  const others = passedOver.length === 0 ? '' : `, and not ${enumeration(passedOver, 'or')}`;
  if (isExample) remark(shown`rutte-tally: ${exampleText(from)}\n`);
  else if (chosen && (others !== '' || !namesOrigin)) remark(shown`rutte-tally: reading ${origin}${others}\n`);
}

/** Says how many files of folders were no rosters; nothing where all were. */
export function remarkPassedOver(count: number, { remark }: Pick<Shell<Format>, 'remark'>): void {
  const what = plural(count, 'file that is not a roster', 'files that are not rosters');
  if (count > 0) remark(shown`rutte-tally: passed over ${what}\n`);
}
