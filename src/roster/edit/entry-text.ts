import { type Context, writtenText } from '../yaml/quote-scalar.ts';

/** The longest line with a list in brackets, in characters; a longer list gets a line for each item. */
const longestLine = 100;

/** A key with its value: a word of the format, a text, or several texts. */
export type Field = readonly [key: string, value: Value];
export type Value = { readonly word: string } | { readonly text: string } | { readonly list: readonly string[] };

/** A new entry of a list that is in order of time. */
export interface Entry {
  /** Its place in history (`momentOf`). */
  readonly moment: string;
  /** Its fields in the order in which they are written. */
  readonly fields: readonly Field[];
}

/** A word as a value; undefined for none. */
export const word = (value: string | undefined): Value | undefined =>
  value === undefined ? undefined : { word: value };

/** A text as a value; undefined for none. */
export const text = (value: string | undefined): Value | undefined =>
  value === undefined ? undefined : { text: value };

/** A list as a value; undefined for an empty one. */
export const list = (items: readonly string[]): Value | undefined => (items.length === 0 ? undefined : { list: items });

/** The fields that have a value, in the order given. */
export const fieldsIn = (values: readonly (readonly [key: string, value: Value | undefined])[]): readonly Field[] =>
  values.flatMap(([key, value]): Field[] => (value === undefined ? [] : [[key, value]]));

function inFlow(value: Value, context: Context): string {
  if ('list' in value) return `[${value.list.map((item) => inFlow({ text: item }, context)).join(', ')}]`;
  if ('text' in value) return writtenText(value.text, context);
  return context === 'json' && value.word !== 'true' ? writtenText(value.word, context) : value.word;
}

/** The layout of a mapping in braces. */
export interface FlowLayout {
  readonly json: boolean;
  /** The blanks between brace and entry. */
  readonly padding: string;
  /** If set, every entry has a line of its own: the text before each entry, and before the closing brace. */
  readonly lines?: { readonly before: string; readonly last: string };
}

/** The layout of braces on one line. */
export const oneLine = (json: boolean): FlowLayout => ({ json, padding: ' ' });

/** A key in braces, in quotes for JSON. */
export const keyInFlow = (key: string, json: boolean): string => (json ? `"${key}"` : key);

/** An entry as a mapping in braces. */
export function flowEntry({ fields }: Entry, { json, padding, lines }: FlowLayout): string {
  const context = json ? 'json' : 'flow';
  const entries = fields.map(([key, value]) => `${keyInFlow(key, json)}: ${inFlow(value, context)}`);
  return lines === undefined
    ? `{${padding}${entries.join(', ')}${padding}}`
    : `{${entries.map((entry) => lines.before + entry).join(',')}${lines.last}}`;
}

/** The layout of a block list. */
export interface BlockLayout {
  /** The column of the dashes. */
  readonly dash: number;
  /** The number of blanks after a dash. */
  readonly gap: number;
  /** The number of columns by which a list is indented under its key. */
  readonly listIndent: number;
}

function blockEntry({ fields }: Entry, { dash, gap, listIndent }: BlockLayout): string[] {
  const column = dash + 1 + gap;
  const lines = fields.flatMap(([key, value]) => {
    const line = `${key}: ${'text' in value ? writtenText(value.text, 'block') : inFlow(value, 'flow')}`;
    if (!('list' in value) || column + line.length <= longestLine) return [line];
    return [`${key}:`, ...value.list.map((item) => `${' '.repeat(listIndent)}- ${writtenText(item, 'block')}`)];
  });
  return lines.map((line, index) => (index === 0 ? itemStart(dash, gap) : ' '.repeat(column)) + line);
}

/** The beginning of an item in a block: indentation, dash and the blanks after it. */
export const itemStart = (dash: number, gap: number): string => `${' '.repeat(dash)}-${' '.repeat(gap)}`;

/** The layout of items in a block list: in braces if `braces` is set, else a line for each key. */
export interface ItemLayout extends BlockLayout {
  readonly braces?: FlowLayout;
}

/** An entry as an item of a block list, in lines without line breaks. */
export function itemLines(entry: Entry, layout: ItemLayout): string[] {
  return layout.braces === undefined
    ? blockEntry(entry, layout)
    : [itemStart(layout.dash, layout.gap) + flowEntry(entry, layout.braces)];
}

/** The style of a member that has a line for each key. */
export interface BlockStyle {
  /** The column of the member's own keys. */
  readonly column: number;
  readonly items: ItemLayout;
}
