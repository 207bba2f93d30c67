import { type CST, isMap, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { tidy } from '../../text/suggest.ts';
import { isBreak } from './text-edits.ts';

/** A value as it stands in the text: what it is, and from where to where. Comments after it are outside. */
export type Outline =
  | ({ readonly kind: 'mapping'; readonly flow: boolean; readonly pairs: readonly OutlinePair[] } & Extent)
  | ({ readonly kind: 'list'; readonly flow: boolean; readonly items: readonly OutlineItem[] } & Extent)
  | ({ readonly kind: 'text'; readonly text: string } & Extent)
  | ({ readonly kind: 'nothing' } & Extent);

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** An item of a list; in a block it starts with its dash. */
export interface OutlineItem extends Extent {
  readonly value: Outline;
}

/** An entry of a mapping, from its key on, or from what marks it as one. */
export interface OutlinePair extends Extent {
  /** Tidied. */
  readonly key: string;
  /** Where the key's own text is. */
  readonly name: Extent;
  readonly quoted: boolean;
  readonly colon: boolean;
  readonly value: Outline;
}

export type OutlineMapping = Extract<Outline, { kind: 'mapping' }>;
export type OutlineList = Extract<Outline, { kind: 'list' }>;

/**
 * A text that is known to be a sound document, as the reader of YAML that keeps places sees it.
 *
 * @param base where it begins in the text to which the offsets are to belong
 */
export function outline(text: string, base = 0): Outline {
  // A lone carriage return ends a line in YAML, and this reader does not know it; the places stay the same.
  const { contents } = parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
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

/** The value under a key; undefined when there is no such key, or no mapping. */
export function under(outline: Outline, key: string): OutlinePair | undefined {
  return outline.kind === 'mapping' ? outline.pairs.find((pair) => pair.key === key) : undefined;
}

/** @param after where the value would stand, if there is none */
function outlineOf(node: Node | null, after: number, base: number): Outline {
  const token = node?.srcToken;
  if (token === undefined || isEmpty(token)) return { kind: 'nothing', start: after, end: after };
  const extent = moved({ start: token.offset, end: endOf(token) }, base);
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
  return {
    start,
    end,
    key: tidy(String(name.value)),
    name: item.key ? moved({ start: item.key.offset, end: endOf(item.key) }, base) : { start, end: start },
    quoted: name.type === 'QUOTE_DOUBLE',
    colon: tokensOf(item).some(({ type }) => type === 'map-value-ind'),
    value: outlineOf(value as Node | null, end, base),
  };
}

const blanks: readonly string[] = ['space', 'newline', 'comment', 'comma'];

const isEmpty = (token: CST.Token): boolean => token.type === 'scalar' && token.source === '';

const tokensOf = ({ start, key, sep, value }: CST.CollectionItem): CST.Token[] =>
  [...start, key, ...(sep ?? []), value].filter((token) => token !== undefined && token !== null);

/** @returns undefined where there are only comments */
function extentOf(item: CST.CollectionItem): Extent | undefined {
  const tokens = tokensOf(item).filter((token) => !blanks.includes(token.type) && !isEmpty(token));
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last && { start: first.offset, end: endOf(last) };
}

const itemsOf = (token: CST.Token): readonly CST.CollectionItem[] =>
  (token as CST.BlockSequence | CST.FlowCollection).items;

/** Where a value's own text ends, and a comment may begin. */
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

/** Without its last line break, and without the empty lines that it does not keep. */
function endOfBlockScalar({ offset, props, source }: CST.BlockScalar): number {
  const header = props.map((prop) => (prop as CST.SourceToken).source).join('');
  const whole = header + source;
  if (/^[|>]\d?\+/.test(header)) return offset + whole.replace(/(?:\r\n?|\n)$/, '').length;
  let { length } = whole;
  while (isBreak(whole.charAt(length - 1))) length -= 1;
  return offset + length;
}
