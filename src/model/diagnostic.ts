/** Severities of a diagnostic: an error makes a roster invalid, advice is about what is legal but unwise. */
export const severities = ['error', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** The kinds of problems in rosters. Codes are public API: they may be retired, but are never renamed. */
export const diagnosticCodes = [
  'no-roster',
  'unreadable-file',
  'busy-file',
  'too-large',
  'not-utf-8',
  'yaml-syntax',
  'empty-document',
  'several-documents',
  'too-deep',
  'alias',
  'tag',
  'complex-key',
  'duplicate-key',
  'reserved-key',
  'not-a-mapping',
  'not-a-list',
  'not-text',
  'missing-value',
  'missing-key',
  'unknown-key',
  'conflicting-keys',
  'invalid-code',
  'invalid-date',
  'invalid-number',
  'invalid-boolean',
  'invalid-bound',
  'invalid-count',
  'invalid-url',
  'unknown-value',
  'unknown-stance',
  'unknown-rule',
  'unknown-member',
  'ambiguous-member',
  'conflicting-assumptions',
  'unknown-group',
  'unknown-source',
  'missing-weight',
  'missing-group',
  'repeated-item',
  'not-monotone',
  'never-in-time',
  'undeclared-with-evidence',
  'not-pending',
  'follows-itself',
  'denied-statement',
  'denied-before-report',
  'same-date',
  'before-joined',
  'left-before-joined',
  'overlapping-terms',
  'after-left',
  'empty-claim',
  'empty-expectation',
  'several-proposed',
  'missed-expectation',
  'reason-missing',
  'conditional-without-wants',
  'source-missing',
  'future-date',
  'circa-without-date',
  'unquoted-code',
  'guessed-names',
  'not-a-member-then',
  'impossible-count',
  'decision-against-rule',
  'nobody-in-roster',
  'unused-demand',
  'invalid-csv',
  'invalid-json',
  'unknown-kind',
  'missing-column',
  'repeated-column',
  'long-row',
] as const;
export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** A part of a text, as offsets in UTF-16 units; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One problem with its place and a remedy. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence without a full stop, which makes sense on its own. */
  readonly message: string;
  /** The place in the text; absent if the file could not be read. */
  readonly span?: Span;
  /** A remedy. */
  readonly hint?: string;
  /** A second place, such as the first of two entries that conflict. */
  readonly related?: { readonly message: string; readonly span: Span };
}

/** The problems of a text, in the order of the text. At most a hundred are listed; `more` counts the rest. */
export interface Diagnosis {
  /** Whether there is no error, listed or not; advice does not matter. */
  readonly valid: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly more: number;
}
