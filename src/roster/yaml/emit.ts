import { writtenText } from './quote-scalar.ts';

/** A word of the format, a date or a number, which is written without quotes. */
export interface Plain {
  readonly plain: string;
}

/** A value to write as YAML. A text gets quotes if a reader of YAML 1.1 or 1.2 could see anything but that text. */
export type Written = string | Plain | readonly Written[] | WrittenMapping;

/** A mapping to write, in the order of its entries. */
export interface WrittenMapping extends ReadonlyMap<string, Written> {}

/** The longest list or mapping that is written on one line, in characters. */
const widest = 100;

/** The longest key written without `?`, in characters: readers of YAML look for the colon within 1,024. */
const longestKey = 1000;

const isList = (value: Written): value is readonly Written[] => Array.isArray(value);
/** Whether a value to write is a mapping. */
export const isWrittenMapping = (value: Written): value is WrittenMapping => value instanceof Map;

/** A value in flow style, on one line. */
function onLine(value: Written): string {
  if (typeof value === 'string') return writtenText(value, 'flow');
  if (isList(value)) return `[${value.map(onLine).join(', ')}]`;
  if (!isWrittenMapping(value)) return value.plain;
  return `{ ${[...value].map(([key, part]) => `${writtenText(key, 'flow')}: ${onLine(part)}`).join(', ')} }`;
}

const listsMappings = (value: Written): boolean => isList(value) && value.some(isWrittenMapping);

type Compound = readonly Written[] | WrittenMapping;
const isCompound = (value: Written): value is Compound => isList(value) || isWrittenMapping(value);

/**
 * A value as text after its key or dash; undefined for one that takes lines below.
 *
 * @param open the number of levels of mappings that get a line for each entry, however short they are
 */
function textBeside(value: Written, open: number): string | undefined {
  if (typeof value === 'string') return writtenText(value, 'block');
  if (!isCompound(value)) return value.plain;
  const fits = isList(value) ? !listsMappings(value) : open === 0 && ![...value.values()].some(listsMappings);
  const line = fits ? onLine(value) : undefined;
  return line === undefined || line.length > widest ? undefined : line;
}

/** A list or a mapping as lines below its key. */
function linesBelow(value: Compound, open: number, indent: string): string[] {
  if (isList(value)) return value.flatMap((item) => itemLines(item, indent));
  const lines: string[] = [];
  for (const [key, part] of value) addEntry(lines, key, part, Math.max(0, open - 1), indent);
  return lines;
}

/**
 * An entry of a mapping as lines of YAML, without line breaks. An empty mapping gives the key alone.
 *
 * @param open the number of levels of mappings that get a line for each entry, however short they are
 * @param indent blanks before each line
 */
export function entryLines(key: string, value: Written, open = 0, indent = ''): string[] {
  const lines: string[] = [];
  addEntry(lines, key, value, open, indent);
  return lines;
}

function addEntry(lines: string[], key: string, value: Written, open: number, indent: string): void {
  const name = writtenText(key, 'flow');
  const isLong = name.length > longestKey;
  if (isLong) lines.push(`${indent}? ${name}`);
  const colon = isLong ? `${indent}:` : `${indent}${name}:`;
  const isEmpty = isWrittenMapping(value) && value.size === 0;
  const beside = isEmpty ? undefined : textBeside(value, open);
  lines.push(beside === undefined ? colon : `${colon} ${beside}`);
  if (isEmpty || beside !== undefined) return;
  for (const line of linesBelow(value as Compound, open, `${indent}  `)) lines.push(line);
}

function itemLines(item: Written, indent: string): string[] {
  const beside = textBeside(item, 0);
  if (beside !== undefined) return [`${indent}- ${beside}`];
  const [first = '', ...others] = linesBelow(item as Compound, 0, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...others];
}

/** A comment as one line of YAML; characters that could end the line are replaced. */
export function commentLine(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '\ufffd')}`;
}

/** A word of the format, a date or a number, as a value to write. */
export const plain = (text: string): Plain => ({ plain: text });

/** A mapping of the entries that are not undefined, in the order given; a key that comes again keeps its place. */
export function mappingOf(...parts: readonly Readonly<Record<string, Written | undefined>>[]): WrittenMapping {
  const mapping = new Map<string, Written>();
  for (const entries of parts) {
    for (const key of Object.keys(entries)) {
      const value = entries[key];
      if (value !== undefined) mapping.set(key, value);
    }
  }
  return mapping;
}

/** The items as a list; undefined if there are none. */
export function list(items: readonly Written[]): readonly Written[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** The word `true`, or undefined for false. */
export const ifTrue = (truth: boolean): Plain | undefined => (truth ? plain('true') : undefined);
