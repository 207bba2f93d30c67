import { type CST, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { tidy } from '../../text/suggest.ts';
import { parserText } from '../yaml/parser-text.ts';
import { isBreak } from './text-edits.ts';

/** A value in the text with its extent, which does not include comments after it. Texts are as YAML reads them. */
export type Outline =
  | ({ readonly kind: 'mapping'; readonly flow: boolean; readonly pairs: readonly OutlinePair[] } & Extent)
  | ({
      readonly kind: 'list';
      readonly flow: boolean;
      readonly items: readonly OutlineItem[];
      /** The texts of the dates of the items, where they are known without reading the items. */
      readonly dates?: readonly (string | undefined)[];
    } & Extent)
  | ({ readonly kind: 'text'; readonly text: string } & Extent)
  | ({ readonly kind: 'nothing' } & Extent);

/** Offsets in UTF-16 units, the end not included. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** An item of a list; in a block its extent begins with the dash. */
export interface OutlineItem extends Extent {
  readonly value: Outline;
}

/** An entry of a mapping. Its extent begins with the key, or with the `?` before it. */
export interface OutlinePair extends Extent {
  /** The tidied text of the key. */
  readonly key: string;
  /** The extent of the key alone. */
  readonly name: Extent;
  /** Whether the key is in double quotes. */
  readonly quoted: boolean;
  /** Whether there is a colon; without one the value is `nothing`. */
  readonly colon: boolean;
  /** The extent of the tag before a value that is a text. */
  readonly tag: Extent | undefined;
  readonly value: Outline;
}

/** A mapping in the text. */
export type OutlineMapping = Extract<Outline, { kind: 'mapping' }>;
/** A list in the text. */
export type OutlineList = Extract<Outline, { kind: 'list' }>;

/**
 * The outline of a text that is sound YAML, from the slow reader. An empty text gives `nothing`.
 *
 * @param base added to all offsets: where the text begins in a longer one
 */
export function outline(text: string, base = 0): Outline {
  const { contents } = parseDocument(parserText(text), {
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: true,
    logLevel: 'error',
  });
  return outlineOf(contents as Node | null, base, base);
}

/** The entry with a key; undefined if there is none or the outline is not a mapping. */
export function under(outline: Outline, key: string): OutlinePair | undefined {
  return outline.kind === 'mapping' ? outline.pairs.find((pair) => pair.key === key) : undefined;
}

/** @param after the offset for `nothing` if there is no value */
function outlineOf(node: Node | null, after: number, base: number): Outline {
  const token = node?.srcToken;
  if (token === undefined || isEmpty(token)) return { kind: 'nothing', start: after, end: after };
  const extent = moved({ start: startOf(token), end: endOf(token) }, base);
  const flow = token.type === 'flow-collection';
  if (isMap(node)) return { kind: 'mapping', flow, ...extent, pairs: node.items.map((pair) => pairOf(pair, base)) };
  if (isSeq(node)) {
    const items = itemsOf(token)
      .map(extentOf)
      .filter((item) => item !== undefined)
      .map((item) => moved(item, base))
      .map((item, index) => ({ ...item, value: outlineOf(node.items[index] as Node, item.end, base) }));
    return { kind: 'list', flow, ...extent, items };
  }
  return { kind: 'text', ...extent, text: String((node as Scalar).value) };
}

const moved = ({ start, end }: Extent, by: number): Extent => ({ start: start + by, end: end + by });

function pairOf({ key, value, srcToken }: Pair, base: number): OutlinePair {
  const item = srcToken as CST.CollectionItem;
  const { start, end } = moved(extentOf(item) as Extent, base);
  const name = key as Scalar;
  const tag = isScalar(value) ? item.sep?.find(({ type }) => type === 'tag') : undefined;
  return {
    start,
    end,
    key: tidy(String(name.value)),
    name: item.key ? moved({ start: item.key.offset, end: endOf(item.key) }, base) : { start, end: start },
    quoted: name.type === 'QUOTE_DOUBLE',
    colon: tokensOf(item).some(({ type }) => type === 'map-value-ind'),
    tag: tag && moved({ start: tag.offset, end: endOf(tag) }, base),
    value: outlineOf(value as Node | null, end, base),
  };
}

const blanks: readonly string[] = ['space', 'newline', 'comment', 'comma'];

const isEmpty = (token: CST.Token): boolean => token.type === 'scalar' && token.source === '';

const tokensOf = ({ start, key, sep, value }: CST.CollectionItem): CST.Token[] =>
  [...start, key, ...(sep ?? []), value].filter((token) => token !== undefined && token !== null);

/** The extent from the first to the last token; undefined if there are only comments and blanks. */
function extentOf(item: CST.CollectionItem): Extent | undefined {
  const tokens = tokensOf(item).filter((token) => !blanks.includes(token.type) && !isEmpty(token));
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last && { start: first.offset, end: endOf(last) };
}

const itemsOf = (token: CST.Token): readonly CST.CollectionItem[] =>
  (token as CST.BlockSequence | CST.FlowCollection).items;

/** The start of a value: of a mapping in lines, what stands before its first key on the same line, such as a tag. */
function startOf(token: CST.Token): number {
  const [first] = token.type === 'block-map' ? token.items : [];
  return (first && extentOf(first)?.start) ?? token.offset;
}

/** The end of a value's own text, before any comment. */
function endOf(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq':
      return itemsOf(token).reduce((end, item) => extentOf(item)?.end ?? end, token.offset);
    case 'flow-collection':
      return token.end.reduce((end, { type, offset }) => (/^flow-/.test(type) ? offset + 1 : end), token.offset);
    case 'block-scalar':
      return endOfBlockScalar(token);
    default:
      return token.offset + (token as CST.SourceToken).source.length;
  }
}

/** The end of a block scalar, without the last line break and without empty lines that YAML drops. */
function endOfBlockScalar({ offset, props, source }: CST.BlockScalar): number {
  const header = props.map((prop) => (prop as CST.SourceToken).source).join('');
  const whole = header + withoutMargin(source);
  if (/^[|>]\d?\+/.test(header)) return offset + whole.replace(/(?:\r\n?|\n)$/, '').length;
  let { length } = whole;
  while (isBreak(whole.charAt(length - 1))) length -= 1;
  return offset + length;
}

/** The source of a block scalar without the blanks before a comment on the line after it. */
function withoutMargin(source: string): string {
  const indent = source.replace(/^(?: *[\r\n])+/, '').search(/[^ ]/);
  return source.replace(new RegExp(`(?<=[\\r\\n]) {0,${Math.max(0, indent - 1)}}\\t[ \\t]*$`), '');
}
