import { widthOf, wrap } from './text.ts';
import type { Layout } from './theme.ts';
import { visible } from './visible.ts';

/** What an answer is about on the left; the body and the dates on the right, or below where there is no room. */
export function headingLines(
  { title, body }: { readonly title: string; readonly body?: string },
  dates: string,
  { width, theme }: Pick<Layout, 'width' | 'theme'>,
  separator = ' · ',
): string[] {
  const when = [body === undefined ? '' : visible(body), dates].filter((part) => part !== '').join(separator);
  const shown = visible(title);
  const gap = width - widthOf(shown) - widthOf(when);
  return gap >= 2
    ? [`${theme.strong(shown)}${' '.repeat(gap)}${theme.faint(when)}`]
    : [
        ...wrap(shown, width).map((line) => theme.strong(line)),
        ...(when === '' ? [] : wrap(when, width).map((line) => theme.faint(line))),
      ];
}
