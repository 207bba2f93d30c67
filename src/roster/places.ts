import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
  type YAMLWarning,
} from 'yaml';
import type { Diagnostic, DiagnosticCode, Span } from '../model/diagnostic.ts';
import type { Place } from './problem.ts';
import { reservedKey } from './read.ts';
import { quote } from './wording.ts';

/** A plain value with its place in the text, and the places of its parts. */
export interface Placed {
  readonly value: unknown;
  readonly span: Span;
  /** A scalar without quotes. */
  readonly plain: boolean;
  readonly entries: ReadonlyMap<string, { readonly key: Span; readonly plain: boolean; readonly node: Placed }>;
  readonly items: readonly Placed[];
}

/** A document with places. Where YAML itself is at fault `broken` is set and the values are not to be trusted. */
export interface PlacedDocument {
  readonly root: Placed;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
}

const error = (
  code: DiagnosticCode,
  message: string,
  span: Span,
  more: Pick<Diagnostic, 'hint' | 'related'> = {},
): Diagnostic => ({
  code,
  severity: 'error',
  message,
  span,
  ...more,
});

const noEntries: Placed['entries'] = new Map();
const nowhere: Placed = { value: '', span: { start: 0, end: 0 }, plain: true, entries: noEntries, items: [] };

/** Reads a text with the slower of the two readers, which knows places and recovers from mistakes. */
export function placeValues(text: string): PlacedDocument {
  const document = parseDocument(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const diagnostics = [...document.errors, ...document.warnings].map(fromYaml);
  const broken = diagnostics.some(({ code }) => code === 'yaml-syntax' || code === 'too-deep');
  if (broken) return { root: nowhere, diagnostics: distinctDepth(diagnostics), broken };
  const root = place(document.contents as Node | null, diagnostics);
  if (root.value === '') {
    const hint = 'begin with "title:", "rule:" and "members:"';
    return {
      root,
      diagnostics: [error('empty-document', 'the file has no content', { start: 0, end: 0 }, { hint })],
      broken: true,
    };
  }
  return { root, diagnostics, broken };
}

const codeOf: Readonly<Partial<Record<YAMLError['code'], readonly [DiagnosticCode, message: string, hint: string]>>> = {
  MULTIPLE_DOCS: [
    'several-documents',
    'a second document begins here, and a roster is one document',
    'put it into a file of its own',
  ],
  TAG_RESOLVE_FAILED: ['tag', 'tags are not used in rosters', 'delete it: the format alone gives text its meaning'],
  NON_STRING_KEY: ['complex-key', 'a key is text, not a list or mapping', 'write the key as one word, or in quotes'],
  RESOURCE_EXHAUSTION: [
    'too-deep',
    'lists or mappings are nested too deeply',
    'a roster needs no more than ten levels',
  ],
};

function fromYaml({ code, message, pos }: YAMLError | YAMLWarning): Diagnostic {
  const span = { start: pos[0], end: Math.max(pos[0], pos[1]) };
  const [ours, text, hint] = codeOf[code] ?? [];
  if (ours !== undefined && text !== undefined && hint !== undefined) return error(ours, text, span, { hint });
  return error('yaml-syntax', lowerFirst(message.replace(/\.$/, '')), span);
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

/** One complaint about depth is enough. */
function distinctDepth(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const first = diagnostics.find(({ code }) => code === 'too-deep');
  return diagnostics.filter((diagnostic) => diagnostic.code !== 'too-deep' || diagnostic === first);
}

function spanOf(node: Node | null | undefined, fallback: Span): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : fallback;
}

function place(node: Node | null, diagnostics: Diagnostic[], fallback: Span = nowhere.span): Placed {
  const span = spanOf(node, fallback);
  if (isMap(node)) return { span, plain: false, items: [], ...placeEntries(node, span, diagnostics) };
  if (isSeq(node)) {
    const items = node.items.map((item) => place(item as Node | null, diagnostics, span));
    return { value: items.map((item) => item.value), span, plain: false, entries: noEntries, items };
  }
  if (isAlias(node)) {
    const hint = 'write the value out again';
    diagnostics.push(
      error('alias', `the alias ${quote(`*${node.source}`)} is not allowed in a roster`, span, { hint }),
    );
  }
  const text = isScalar(node) ? String(node.value ?? '') : '';
  return { value: text, span, plain: isScalar(node) && node.type === 'PLAIN', entries: noEntries, items: [] };
}

function placeEntries(map: YAMLMap, span: Span, diagnostics: Diagnostic[]): Pick<Placed, 'value' | 'entries'> {
  const value: Record<string, unknown> = {};
  const entries = new Map<string, { key: Span; plain: boolean; node: Placed }>();
  for (const pair of map.items) {
    const keyNode = pair.key as Node | null;
    if (keyNode !== null && !isScalar(keyNode)) continue;
    const key = String(keyNode?.value ?? '');
    const keySpan = spanOf(keyNode, span);
    const node = place(pair.value as Node | null, diagnostics, { start: keySpan.end, end: keySpan.end });
    const first = entries.get(key);
    if (key === reservedKey) {
      diagnostics.push(
        error('reserved-key', `"${reservedKey}" cannot be a key`, keySpan, { hint: 'choose another name' }),
      );
    } else if (first !== undefined) {
      const related = { message: 'first here', span: first.key };
      diagnostics.push(
        error('duplicate-key', `the key ${quote(key)} is here twice`, keySpan, {
          hint: 'delete or rename one of them',
          related,
        }),
      );
    } else {
      value[key] = node.value;
      entries.set(key, { key: keySpan, plain: isScalar(keyNode) && keyNode.type === 'PLAIN', node });
    }
  }
  return { value, entries };
}

/** Where a place is in the text: the part that is meant, or the nearest part around it that there is. */
export function locate(root: Placed, { path, at }: Place): Span {
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
