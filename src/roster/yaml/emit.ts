import { writtenText } from './quote-scalar.ts';

/** A word of the format, a date or a number: it needs no quotes, whoever reads it. */
export interface Plain {
  readonly plain: string;
}

/** A value as it is to be written. Texts are quoted where any reader of YAML could take them for something else. */
export type Written = string | Plain | readonly Written[] | WrittenMapping;
export interface WrittenMapping extends ReadonlyMap<string, Written> {}

/** Longer lists and mappings do not stand on one line. */
const widest = 100;

/** Longer keys must be marked as keys: readers look no further for the colon. */
const longestKey = 1000;

const isList = (value: Written): value is readonly Written[] => Array.isArray(value);
export const isWrittenMapping = (value: Written): value is WrittenMapping => value instanceof Map;

/** A value on one line. */
function onLine(value: Written): string {
  if (typeof value === 'string') return writtenText(value, 'flow');
  if (isList(value)) return `[${value.map(onLine).join(', ')}]`;
  if (!isWrittenMapping(value)) return value.plain;
  return `{ ${[...value].map(([key, part]) => `${writtenText(key, 'flow')}: ${onLine(part)}`).join(', ')} }`;
}

/** Behind its key or dash, or in lines below it. */
type LaidOut = { readonly beside: string } | { readonly below: readonly string[] };

const listsMappings = (value: Written): boolean => isList(value) && value.some(isWrittenMapping);

/** @param open so many levels of mappings are not put on one line, however short they are */
function layOut(value: Written, open: number): LaidOut {
  if (typeof value === 'string') return { beside: writtenText(value, 'block') };
  if (!isList(value) && !isWrittenMapping(value)) return { beside: value.plain };
  const parts = isWrittenMapping(value) ? [...value.values()] : [];
  if ((isList(value) || open === 0) && !listsMappings(value) && !parts.some(listsMappings)) {
    const line = onLine(value);
    if (line.length <= widest) return { beside: line };
  }
  if (isList(value)) return { below: value.flatMap(itemLines) };
  return { below: [...value].flatMap(([key, part]) => entryLines(key, part, Math.max(0, open - 1))) };
}

/**
 * An entry of a mapping as lines of YAML. An empty mapping is an entry with nothing in it.
 *
 * @param open so many levels of mappings are not put on one line, however short they are
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

/** A comment as a line of YAML: nothing in it can end it. */
export function commentLine(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '\ufffd')}`;
}

/** A word of the format, a date or a number. */
export const plain = (text: string): Plain => ({ plain: text });

/** A mapping of those entries that are there. */
export function mappingOf(entries: Readonly<Record<string, Written | undefined>>): WrittenMapping {
  return new Map(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** A list, where there is something to list. */
export function list(items: readonly Written[]): readonly Written[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** `true`, where it is so. */
export const ifTrue = (truth: boolean): Plain | undefined => (truth ? plain('true') : undefined);
