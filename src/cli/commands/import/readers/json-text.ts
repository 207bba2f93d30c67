import type { Diagnostic, Span } from '../../../../model/diagnostic.ts';
import { tidy } from '../../../../text/suggest.ts';

/** A JSON value whose parts are looked at one by one. */
export type Parsed = unknown;

/** The entries of a JSON object; none of anything else. */
export const fieldsOf = (value: Parsed): Readonly<Record<string, Parsed>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, Parsed>) : {};

/** The items of a JSON list; none of anything else. */
export const itemsOf = (value: Parsed): readonly Parsed[] => (Array.isArray(value) ? value : []);

/** A text that is not blank; undefined for anything else. */
export const textOf = (value: Parsed): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? tidy(value) : undefined;

/** A text on one line, with its blanks and breaks as single blanks. */
export const oneLine = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim();

/** A place in a JSON text. */
export interface JsonPlace {
  readonly span: Span;
  readonly line: number;
}

/** Finds texts in a JSON text one after the other: each from the last place on, or from the beginning. */
export function placesIn(text: string): (words: string) => JsonPlace {
  let [from, line, counted] = [0, 1, 0];
  return (words) => {
    const wanted = JSON.stringify(words);
    const next = text.indexOf(wanted, from);
    const start = next < 0 ? text.indexOf(wanted) : next;
    if (start < 0) return { span: { start: 0, end: 0 }, line: 1 };
    from = start + 1;
    if (start < counted) [line, counted] = [1, 0];
    line += text.slice(counted, start).split('\n').length - 1;
    counted = start;
    return { span: { start, end: start + wanted.length }, line };
  };
}

/** The value of a JSON text, or why it is none. */
export function parsedJson(text: string): { readonly value: Parsed } | { readonly problem: Diagnostic } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = Number(/at position (\d+)/.exec(message)?.[1] ?? 0);
    const reason = message.replace(/ in JSON.*$|, ?".*$/s, '').replace(/[\r\n]+/g, ' ');
    const problem = { code: 'invalid-json', severity: 'error', message: `this is not JSON: ${reason}` } as const;
    return {
      problem: {
        ...problem,
        span: { start: at, end: Math.min(text.length, at + 1) },
        hint: 'save the output of the program unchanged',
      },
    };
  }
}
