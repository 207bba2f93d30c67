import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLParseError } from 'yaml';
import type { Span } from '../../model/diagnostic.ts';
import { once } from '../../text/once.ts';
import { firstIndex } from '../../text/sorted.ts';
import { quote, tidy } from '../../text/suggest.ts';
import { reservedKey } from './cursor.ts';
import { type Found, fromYaml } from './errors.ts';
import { withoutConsequences } from './indentation.ts';
import { firstFault, isLarge, noPlace, placesIn } from './large-text.ts';
import { parserText } from './parser-text.ts';
import type { Placed } from './placed.ts';
import type { Location } from './problem.ts';
import { noDocument, readEvents } from './values.ts';

/** A document with places. `broken` is set for errors of syntax and depth; its values cannot be trusted then. */
export interface PlacedDocument {
  readonly root: Placed;
  readonly diagnostics: readonly Found[];
  readonly broken: boolean;
}

/** Whether the reader objects to a comment that begins a line among braces, as comments may. */
const isCommentAtMargin = ({ message, pos }: YAMLParseError, text: string): boolean =>
  message.startsWith('Comments must be separated') && /[\r\n]/.test(text.charAt(pos[0] - 1));

const noEntries: Placed['entries'] = new Map();
const start: Span = { start: 0, end: 0 };

/** The values of a text with their places, and its errors, as the slow reader finds them; of a large one by the fast reader. */
export function placeValues(text: string): PlacedDocument {
  return isLarge(text) ? placeLarge(text) : placeSmall(text);
}

/** The values of a text with their places, and no more than its first error, without a tree. */
export function placeLarge(text: string): PlacedDocument {
  const read = readEvents(text);
  const isEmpty = 'reason' in read && read.reason === noDocument;
  if (isEmpty) return { root: noPlace, diagnostics: [], broken: false };
  return 'value' in read
    ? { root: placesIn(text, read), diagnostics: [], broken: false }
    : { root: noPlace, diagnostics: [firstFault(read, text)], broken: true };
}

function placeSmall(text: string): PlacedDocument {
  const document = parseDocument(parserText(text), {
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const found = document.errors.filter((problem) => !isCommentAtMargin(problem, text));
  const errors = withoutConsequences(found, text);
  const problems = [...errors, ...document.warnings.filter(({ code }) => code !== 'BAD_DIRECTIVE')];
  const diagnostics = onceTooDeep(problems.map((problem) => fromYaml(problem, text)));
  const broken = diagnostics.some(({ code }) => code === 'yaml-syntax' || code === 'too-deep');
  const root = place(document.contents as Node | null, diagnostics, start);
  const taken = new Set(
    diagnostics.filter(({ code }) => code === 'alias' || code === 'tag').map(({ span }) => span.start),
  );
  // The reader reports a key with an alias or a tag a second time, as a list or mapping.
  const said = diagnostics.filter(({ code, span }) => code !== 'complex-key' || !taken.has(span.start));
  return { root, diagnostics: said.map(atOpener(root, text)), broken };
}

/** Moves a diagnostic to the opening bracket, brace or quote, if it is about one that is never closed. */
function atOpener(root: Placed, text: string): (found: Found) => Found {
  const spansOf = once(() => spansByOpener(root, text));
  return (found) => {
    const [, opener] = /^a (["'[{]) is never closed$/.exec(found.message) ?? [];
    if (opener === undefined) return found;
    const { spans, furthest } = spansOf().get(opener) as Opened;
    // The last one that does not end before the place of the error.
    const index = firstIndex(0, spans.length, (from) => (furthest[from] as number) < found.span.start) - 1;
    const start = spans[index]?.start;
    return start === undefined ? found : { ...found, span: { start, end: start + 1 } };
  };
}

/** Values that begin with one character, in the order of the text, and the furthest end of each and those after it. */
interface Opened {
  readonly spans: Span[];
  readonly furthest: number[];
}

function spansByOpener(root: Placed, text: string): ReadonlyMap<string, Opened> {
  const opened = new Map(['"', "'", '[', '{'].map((opener): [string, Opened] => [opener, { spans: [], furthest: [] }]));
  const visit = ({ span, entries, items }: Placed): void => {
    opened.get(text.charAt(span.start))?.spans.push(span);
    for (const { node } of entries.values()) visit(node);
    for (const item of items) visit(item);
  };
  visit(root);
  for (const { spans, furthest } of opened.values()) {
    let end = -1;
    for (let index = spans.length - 1; index >= 0; index -= 1) {
      end = Math.max(end, (spans[index] as Span).end);
      furthest[index] = end;
    }
  }
  return opened;
}

/** The diagnostics without all but the first about depth. */
function onceTooDeep(diagnostics: readonly Found[]): Found[] {
  const first = diagnostics.find(({ code }) => code === 'too-deep');
  return diagnostics.filter((diagnostic) => diagnostic.code !== 'too-deep' || diagnostic === first);
}

function spanOf(node: Node | null | undefined, fallback: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : fallback;
}

function place(node: Node | null, diagnostics: Found[], fallback: Span): Placed {
  const span = spanOf(node, fallback);
  if (isMap(node)) return { span, plain: false, items: [], ...placeEntries(node, span, diagnostics) };
  if (isSeq(node)) {
    const items = node.items.map((item) => place(item as Node | null, diagnostics, span));
    return { value: items.map((item) => item.value), span, plain: false, entries: noEntries, items };
  }
  if (isAlias(node)) diagnostics.push(aliasAt(node.source, span));
  return { value: textOf(node), span, plain: isPlain(node), entries: noEntries, items: [] };
}

/** The text of a scalar; empty for anything else. */
const textOf = (node: Node | null): string => (isScalar(node) ? String(node.value) : '');
const isPlain = (node: Node | null): boolean => isScalar(node) && node.type === 'PLAIN';

function placeEntries(map: YAMLMap, span: Span, diagnostics: Found[]): Pick<Placed, 'value' | 'entries'> {
  const value: Record<string, unknown> = {};
  const entries = new Map<string, { key: Span; plain: boolean; node: Placed }>();
  for (const pair of map.items) {
    const keyNode = pair.key as Node | null;
    const keySpan = spanOf(keyNode, span);
    const node = place(pair.value as Node | null, diagnostics, { start: keySpan.end, end: keySpan.end });
    if (isAlias(keyNode)) diagnostics.push(aliasAt(keyNode.source, keySpan));
    if (keyNode !== null && !isScalar(keyNode)) continue;
    const key = tidy(textOf(keyNode));
    const first = entries.get(key);
    if (key === reservedKey) {
      const message = `"${reservedKey}" cannot be a key`;
      diagnostics.push({
        code: 'reserved-key',
        severity: 'error',
        message,
        span: keySpan,
        hint: 'choose another name',
      });
    } else if (first !== undefined) {
      const message = `the key ${quote(key)} appears twice`;
      const related = { message: 'first here', span: first.key };
      const hint = 'delete or rename one of them';
      diagnostics.push({ code: 'duplicate-key', severity: 'error', message, span: keySpan, hint, related });
    } else {
      value[key] = node.value;
      entries.set(key, { key: keySpan, plain: isPlain(keyNode), node });
    }
  }
  return { value, entries };
}

function aliasAt(name: string, span: Span): Found {
  const message = `the alias ${quote(`*${name}`)} is not allowed in a roster`;
  return { code: 'alias', severity: 'error', message, span, hint: 'repeat the value itself' };
}

/** The span of a place in the text, or of the innermost part on its path that exists. */
export function locate(root: Placed, { path, at }: Location): Span {
  let here = root;
  let key: Span | undefined = root.entries.values().next().value?.key;
  for (const step of path) {
    const entry = typeof step === 'string' ? here.entries.get(step) : undefined;
    const next = entry?.node ?? (typeof step === 'number' ? here.items[step] : undefined);
    if (next === undefined) return here.span;
    [here, key] = [next, entry?.key];
  }
  return at === 'key' ? (key ?? here.span) : here.span;
}
