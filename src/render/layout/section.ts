import { visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, wrap } from '../../text/width.ts';
import { type Layout, narrow } from './theme.ts';

const labelWidth = 11;

/** How many cells the text of a section has. */
export const bodyWidth = ({ width }: Layout): number => (width >= narrow ? width - labelWidth : width - 2);

/** An entry of a section: a line, or a line behind something short that stays in a column of its own. */
export type SectionEntry = string | readonly [key: string, text: string];

/** Entries behind a label; in a narrow terminal below it. Lines that are laid out already are left as they are. */
export function* section(
  label: string,
  entries: readonly SectionEntry[],
  layout: Layout,
  laidOut = false,
): Generator<string> {
  if (entries.length === 0) return;
  const beside = layout.width >= narrow;
  if (!beside) yield layout.theme.strong(label);
  const keys = entries.reduce(
    (most, entry) => (typeof entry === 'string' ? most : Math.max(most, displayWidth(entry[0]) + 2)),
    0,
  );
  const lines = entries.flatMap((entry) => {
    if (laidOut && typeof entry === 'string') return [entry];
    const [key, text] = typeof entry === 'string' ? ['', entry] : entry;
    const wrapped = wrap(text, bodyWidth(layout) - keys);
    return wrapped.map((line, index) => `${layout.theme.faint(padEnd(index === 0 ? key : '', keys))}${line}`);
  });
  for (const [index, line] of lines.entries()) {
    const head = beside ? padEnd(index === 0 ? label : '', labelWidth) : '  ';
    yield `${index === 0 && beside ? layout.theme.strong(head) : head}${line}`;
  }
}

/** Blocks of lines as the text of an answer, an empty line between them. Blocks without lines are left out. */
export function blocksText(blocks: readonly (readonly string[])[]): string {
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** What an answer is about on the left; the body and the dates on the right, or below where there is no room. */
export function headingLines(
  { title, body }: { readonly title: string; readonly body?: string },
  dates: string,
  { width, theme }: Pick<Layout, 'width' | 'theme'>,
  separator = ' · ',
): string[] {
  const when = [body === undefined ? '' : visible(body), dates].filter((part) => part !== '').join(separator);
  const shown = visible(title);
  const gap = width - displayWidth(shown) - displayWidth(when);
  return gap >= 2
    ? [`${theme.strong(shown)}${' '.repeat(gap)}${theme.faint(when)}`]
    : [
        ...wrap(shown, width).map((line) => theme.strong(line)),
        ...(when === '' ? [] : wrap(when, width).map((line) => theme.faint(line))),
      ];
}
