import { type Context, writtenText } from '../yaml/quote-scalar.ts';

/** A list in a block is written in one line unless that is longer than this. */
const longestLine = 100;

/** A key with its value: a word of the format, a text of somebody's, or several. */
export type Field = readonly [key: string, value: Value];
export type Value = { readonly word: string } | { readonly text: string } | { readonly list: readonly string[] };

/** A new entry of a list in order of time: its fields as they are written, and its place in history. */
export interface Entry {
  /** Its place in history (`momentOf`). */
  readonly moment: string;
  readonly fields: readonly Field[];
}

/** A word as a value; undefined for none. */
export const word = (value: string | undefined): Value | undefined =>
  value === undefined ? undefined : { word: value };
/** A text as a value; undefined for none. */
export const text = (value: string | undefined): Value | undefined =>
  value === undefined ? undefined : { text: value };
/** Texts as a value; undefined for none. */
export const list = (items: readonly string[]): Value | undefined => (items.length === 0 ? undefined : { list: items });

/** The fields of values by their keys, without those that are undefined. */
export const fieldsIn = (values: readonly (readonly [key: string, value: Value | undefined])[]): readonly Field[] =>
  values.flatMap(([key, value]): Field[] => (value === undefined ? [] : [[key, value]]));

function inFlow(value: Value, context: Context): string {
  if ('list' in value) return `[${value.list.map((item) => inFlow({ text: item }, context)).join(', ')}]`;
  if ('text' in value) return writtenText(value.text, context);
  return context === 'json' && value.word !== 'true' ? writtenText(value.word, context) : value.word;
}

/** How a mapping in braces is laid out. */
export interface FlowLayout {
  readonly json: boolean;
  /** Between brace and entry. */
  readonly padding: string;
  /** With it every entry has a line of its own: what stands before each of them, and before the brace that closes. */
  readonly lines?: { readonly before: string; readonly last: string };
}

/** The layout of braces on one line. */
export const oneLine = (json: boolean): FlowLayout => ({ json, padding: ' ' });

/** A key as it stands in braces. */
export const keyInFlow = (key: string, json: boolean): string => (json ? `"${key}"` : key);

/** An entry in braces. */
export function flowEntry({ fields }: Entry, { json, padding, lines }: FlowLayout): string {
  const context = json ? 'json' : 'flow';
  const entries = fields.map(([key, value]) => `${keyInFlow(key, json)}: ${inFlow(value, context)}`);
  return lines === undefined
    ? `{${padding}${entries.join(', ')}${padding}}`
    : `{${entries.map((entry) => lines.before + entry).join(',')}${lines.last}}`;
}

/** How a list in a block is laid out. */
export interface BlockLayout {
  /** The column of the dashes. */
  readonly dash: number;
  /** How many blanks follow a dash. */
  readonly gap: number;
  /** How far a list is indented under its key. */
  readonly listIndent: number;
}

/** An entry as an item of a list in a block, a line for each key. */
function blockEntry({ fields }: Entry, { dash, gap, listIndent }: BlockLayout): string[] {
  const column = dash + 1 + gap;
  const lines = fields.flatMap(([key, value]) => {
    const line = `${key}: ${'text' in value ? writtenText(value.text, 'block') : inFlow(value, 'flow')}`;
    if (!('list' in value) || column + line.length <= longestLine) return [line];
    return [`${key}:`, ...value.list.map((item) => `${' '.repeat(listIndent)}- ${writtenText(item, 'block')}`)];
  });
  return lines.map((line, index) => (index === 0 ? itemStart(dash, gap) : ' '.repeat(column)) + line);
}

/** The beginning of an item in a block, up to its dash and the blanks after it. */
export const itemStart = (dash: number, gap: number): string => `${' '.repeat(dash)}-${' '.repeat(gap)}`;

/** How the items of a list in a block are written: a line for each key, or in braces. */
export interface ItemLayout extends BlockLayout {
  readonly braces?: FlowLayout;
}

/** An entry as an item of a list in a block, line by line. */
export function itemLines(entry: Entry, layout: ItemLayout): string[] {
  return layout.braces === undefined
    ? blockEntry(entry, layout)
    : [itemStart(layout.dash, layout.gap) + flowEntry(entry, layout.braces)];
}

/** How a member is written that has a line for each key. */
export interface BlockStyle {
  /** The column of the member's own keys. */
  readonly column: number;
  readonly items: ItemLayout;
}
