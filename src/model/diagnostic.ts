/** How bad it is: an error makes a roster invalid, advice is about what is legal but unwise. */
export const severities = ['error', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** Everything that can be wrong with a roster. Codes are public: retired, never renamed. */
export const diagnosticCodes = [
  'unreadable-file',
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
  'unknown-group',
  'unknown-source',
  'missing-weight',
  'missing-group',
  'repeated-item',
  'not-monotone',
  'conditional-without-wants',
  'undeclared-with-evidence',
  'same-date',
  'before-joined',
  'left-before-joined',
  'after-left',
  'empty-claim',
  'empty-expectation',
  'several-proposed',
  'missed-expectation',
  'reason-missing',
  'source-missing',
  'future-date',
  'circa-without-date',
  'unquoted-code',
  'guessed-names',
] as const;
export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** A part of a text: offsets in UTF-16 units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing that is wrong, where, and what would be right. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence without a full stop that makes sense on its own. */
  readonly message: string;
  /** Where in the text; none when the file could not be read at all. */
  readonly span?: Span;
  /** What to do. */
  readonly hint?: string;
  /** Another place that matters: where the first of two stands. */
  readonly related?: { readonly message: string; readonly span: Span };
}

/** What is wrong with one text, in the order of the text. At most a hundred are listed; `more` counts the rest. */
export interface Diagnosis {
  /** There is no error, neither among those listed nor among the rest. */
  readonly valid: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly more: number;
}
