import { type PositionKey, positionKeys } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { type Context, writtenText } from '../yaml/quote-scalar.ts';

/** The longest line with a list in brackets, in characters; a longer list gets a line for each item. */
const longestLine = 100;

type Field = readonly [key: PositionKey, value: Value];
type Value = { readonly word: string } | { readonly text: string } | { readonly list: readonly string[] };

/** The fields of a position in the order in which they are written, without defaults and empty fields. */
function fieldsOf({ date, circa, stance, basis, by, why, wants, sources, quote, note }: Position): Field[] {
  const values: Readonly<Record<PositionKey, Value | undefined>> = {
    date: word(date?.text),
    circa: word(circa ? 'true' : undefined),
    stance: word(stance),
    basis: word(basis === 'stated' ? undefined : basis),
    by: text(by),
    why: text(why),
    wants: list(wants),
    source: sources.length > 1 ? undefined : text(sources[0]),
    sources: sources.length > 1 ? list(sources) : undefined,
    quote: text(quote),
    note: text(note),
  };
  return positionKeys.flatMap((key): Field[] => {
    const value = values[key];
    return value === undefined ? [] : [[key, value]];
  });
}

const word = (value: string | undefined): Value | undefined => (value === undefined ? undefined : { word: value });
const text = (value: string | undefined): Value | undefined => (value === undefined ? undefined : { text: value });
const list = (items: readonly string[]): Value | undefined => (items.length === 0 ? undefined : { list: items });

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

/** A key in braces, in quotes for JSON. */
export const keyInFlow = (key: string, json: boolean): string => (json ? `"${key}"` : key);

/** A position as a mapping in braces. */
export function flowPosition(position: Position, { json, padding, lines }: FlowLayout): string {
  const context = json ? 'json' : 'flow';
  const entries = fieldsOf(position).map(([key, value]) => `${keyInFlow(key, json)}: ${inFlow(value, context)}`);
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

/** A position as an item of a block list with a line for each key, in lines without line breaks. */
export function blockPosition(position: Position, { dash, gap, listIndent }: BlockLayout): string[] {
  const column = dash + 1 + gap;
  const lines = fieldsOf(position).flatMap(([key, value]) => {
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

/** The style of a member that has a line for each key. */
export interface BlockStyle {
  /** The column of the member's own keys. */
  readonly column: number;
  readonly items: ItemLayout;
}
