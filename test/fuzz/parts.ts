import { isCollection, isScalar, type Node, type Pair, parseDocument, visit } from 'yaml';

/** A key or a value of a text, as a reader of YAML sees it. */
export interface Part {
  readonly kind: 'key' | 'value';
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly flow: boolean;
  /** The indentation that a line of it must have. */
  readonly indent: string;
}

/** The scalars of a text with their places; what cannot be read is left out. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  visit(document, {
    Scalar: (key, node, path) => {
      const [start, end] = node.range ?? [0, 0];
      if (end <= start) return;
      const flow = path.some((above) => isCollection(above as Node) && (above as { flow?: boolean }).flow === true);
      const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
      const [margin = ''] = /^ *(?:- +)*/.exec(line) ?? [];
      const indent = ' '.repeat(margin.length + 2);
      parts.push({ kind: key === 'key' ? 'key' : 'value', start, end, value: String(node.value), flow, indent });
    },
  });
  return parts;
}

/** The whole entries of mappings, from the key to the end of the value. */
export function entriesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const entries: { start: number; end: number }[] = [];
  const ends = (node: unknown): number => (node as Node | null)?.range?.[1] ?? -1;
  visit(parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' }), {
    Pair: (_, pair: Pair) => {
      const start = isScalar(pair.key) ? (pair.key.range?.[0] ?? -1) : -1;
      const end = Math.max(ends(pair.key), ends(pair.value));
      if (start >= 0 && end > start) entries.push({ start, end });
    },
  });
  return entries;
}

/** A text with another one between two places. */
export const spliced = (text: string, start: number, end: number, put: string): string =>
  text.slice(0, start) + put + text.slice(end);
