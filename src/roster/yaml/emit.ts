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

/** A value as text after its key or dash, or as lines below it. */
type LaidOut = { readonly beside: string } | { readonly below: readonly string[] };

const listsMappings = (value: Written): boolean => isList(value) && value.some(isWrittenMapping);

/** @param open the number of levels of mappings that get a line for each entry, however short they are */
function layOut(value: Written, open: number): LaidOut {
  if (typeof value === 'string') return { beside: writtenText(value, 'block') };
  if (!isList(value) && !isWrittenMapping(value)) return { beside: value.plain };
  const fits = isList(value) ? !listsMappings(value) : open === 0 && ![...value.values()].some(listsMappings);
  if (fits) {
    const line = onLine(value);
    if (line.length <= widest) return { beside: line };
  }
  if (isList(value)) return { below: value.flatMap(itemLines) };
  const below: string[] = [];
  for (const [key, part] of value) below.push(...entryLines(key, part, Math.max(0, open - 1)));
  return { below };
}

/**
 * An entry of a mapping as lines of YAML, without line breaks. An empty mapping gives the key alone.
 *
 * @param open the number of levels of mappings that get a line for each entry, however short they are
 */
export function entryLines(key: string, value: Written, open = 0): string[] {
  const name = writtenText(key, 'flow');
  const head = name.length > longestKey ? [`? ${name}`, ':'] : [`${name}:`];
  if (isWrittenMapping(value) && value.size === 0) return head;
  const laid = layOut(value, open);
  if ('below' in laid) return [...head, ...laid.below.map((line) => `  ${line}`)];
  const colon = head.pop();
  return [...head, `${colon} ${laid.beside}`];
}

function itemLines(item: Written): string[] {
  const laid = layOut(item, 0);
  if ('beside' in laid) return [`- ${laid.beside}`];
  return laid.below.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
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
