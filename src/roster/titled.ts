import { writtenText } from './written-text.ts';

/** The text of a roster under another title, in quotes; it must have one on a line of its own. */
export function titled(text: string, title: string): string {
  return text.replace(/^title: .*$/m, () => `title: ${writtenText(title, 'json')}`);
}
