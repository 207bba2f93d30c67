import type { Source, SourceRefs } from '../../model/roster.ts';
import { type Shown, visible } from '../../text/escape-controls.ts';
import { dateText } from '../words/dates.ts';

/** A source in words, and its address if it has one. */
export interface SourceEntry {
  readonly text: Shown;
  readonly address?: string;
}

/**
 * The sources of a statement, in its order: title, publisher and date, or the reference itself when it names no entry.
 */
export function sourceEntries(refs: SourceRefs, sources: Readonly<Record<string, Source>>): SourceEntry[] {
  return refs.map((ref) => {
    const source = Object.hasOwn(sources, ref) ? sources[ref] : undefined;
    if (source === undefined) return { text: visible(ref), ...(isAddress(ref) && { address: ref }) };
    const { title, publisher, date, url } = source;
    const words = [title, publisher].flatMap((word) => word ?? []);
    const text = [...(words.length === 0 ? [ref] : words), ...(date === undefined ? [] : [publishedText(date)])];
    return { text: visible(text.join(', ')), ...(url !== undefined && { address: url }) };
  });
}

const isAddress = (ref: string): boolean => /^https?:\/\//i.test(ref);

/** A publication date: a year alone stays as it is, other dates are written as everywhere. */
function publishedText(date: string): string {
  return /^\d{4}$/.test(date) ? date : dateText({ text: date, day: date.slice(0, 10) });
}
