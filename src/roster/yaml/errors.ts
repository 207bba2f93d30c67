import type { Diagnostic, DiagnosticCode, Span } from '../../model/diagnostic.ts';
import { keyBelowValue, unevenLine, type YamlError } from './indentation.ts';
import type { Hint } from './problem.ts';

/** A diagnostic with a span. Only a diagnostic of a file that cannot be read has none. */
export type Found = Omit<Diagnostic, 'hint'> & { readonly span: Span; readonly hint?: Hint };

interface Wording {
  readonly code?: DiagnosticCode;
  readonly message?: string;
  readonly hint: string;
}

/** Codes, messages and hints by the slow reader's own codes; without a message here, the reader's is kept. */
const wordings: Readonly<Record<string, Wording>> = {
  MULTIPLE_DOCS: {
    code: 'several-documents',
    message: 'a second document begins here, but a file holds one roster',
    hint: 'move it to a file of its own',
  },
  TAG_RESOLVE_FAILED: {
    code: 'tag',
    message: 'tags are not allowed in rosters',
    hint: 'delete it',
  },
  NON_STRING_KEY: {
    code: 'complex-key',
    message: 'a key must be text, not a list or a mapping',
    hint: 'write the key as one word, or in quotes',
  },
  RESOURCE_EXHAUSTION: {
    code: 'too-deep',
    message: 'lists or mappings are nested too deeply',
    hint: 'a roster needs no more than ten levels',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'the text contains ": ", which begins a mapping',
    hint: 'put the whole value in quotes',
  },
  BAD_SCALAR_START: { hint: 'put it in quotes' },
  TAB_AS_INDENT: { hint: 'indent with spaces' },
  BAD_INDENT: { hint: 'indent it like its neighbours' },
  [unevenLine]: {
    message: 'this line is not indented like those above it',
    hint: 'indent it like its neighbours',
  },
  [keyBelowValue]: {
    message: 'this line is indented further than the one above, which already has its value',
    hint: 'indent it like its neighbours, or, if it continues the text above, put the whole text in quotes',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key on several lines',
    hint: 'write the key on one line, and a space after its colon',
  },
  BAD_DQ_ESCAPE: { hint: String.raw`double the backslash (\\), or use single quotes` },
};

/** Messages of the slow reader about a bracket, brace or quote that is never closed. */
const neverClosed = /^(?:Flow (?:map|sequence) in block collection .* end with a ([\]}])|Missing closing (["'])quote)$/;
const opener: Readonly<Record<string, string>> = { ']': '[', '}': '{' };

/** The diagnostic for an error of the slow reader. */
export function fromYaml({ code: theirs, message, pos }: YamlError, text: string): Found {
  // The reader reports a key with a tag as a key that is not text.
  const code = theirs === 'NON_STRING_KEY' && text.charAt(pos[0]) === '!' ? 'TAG_RESOLVE_FAILED' : theirs;
  const span = { start: pos[0], end: Math.max(pos[0], pos[1]) };
  const [, bracket, quoteMark] = neverClosed.exec(message) ?? [];
  if (bracket !== undefined) {
    const hint = `close it with a ${bracket}, indented further than the line that opens it`;
    return found('yaml-syntax', `a ${opener[bracket]} is never closed`, span, hint);
  }
  if (quoteMark !== undefined) {
    return found('yaml-syntax', `a ${quoteMark} is never closed`, span, 'write another quote where the text ends');
  }
  const [firstLine = ''] = text.slice(span.start, span.end).split(/[\r\n]/, 1);
  if (message.startsWith('Implicit map keys need') || (code === 'MULTILINE_IMPLICIT_KEY' && /:\S/.test(firstLine))) {
    const end = code === 'MULTILINE_IMPLICIT_KEY' ? span.start + firstLine.length : span.end;
    const key = { start: span.start, end };
    return found('yaml-syntax', 'a key without a value', key, 'write a colon and a space after the key');
  }
  const wording = wordings[code];
  return found(wording?.code ?? 'yaml-syntax', wording?.message ?? lowerFirst(message), span, wording?.hint);
}

function found(code: DiagnosticCode, message: string, span: Span, hint: string | undefined): Found {
  return { code, severity: 'error', message, span, ...(hint !== undefined && { hint }) };
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');

/** Hints by the fast reader's reasons, for texts that it refuses and the slow one accepts. */
const hintByReason: Readonly<Record<string, string>> = {
  'deficient indentation': 'indent it by at least one space',
  'a backslash at the end of a line, and an empty line after it': 'write the text as a block (|), or \\n for the line',
  'a line of blanks with a tab': 'delete the blanks',
  'a tab before a comment': 'write spaces before it',
  'a key of more than 1,024 characters': 'shorten it',
};

/** The diagnostic for a text that the fast reader refuses and the slow one accepts. */
export function fromFast(
  { reason, offset }: { readonly reason: string; readonly offset: number },
  text: string,
): Found {
  const span = { start: offset, end: offset + 1 };
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  // The reader takes a tab behind a bracket, a brace or a comma for the indentation of what follows.
  return reason === 'deficient indentation' && line.includes('\t')
    ? found('yaml-syntax', 'a tab before a value, or between braces or brackets', span, 'write spaces instead of tabs')
    : found('yaml-syntax', reason, span, hintByReason[reason]);
}
