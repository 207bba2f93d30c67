import type { DiagnosticCode, Severity } from '../../model/diagnostic.ts';

/** The way from the root of a document to a value: keys of mappings and indices of lists. */
export type KeyPath = readonly (string | number)[];

/** A place as the checks know it: a path, and whether its key or its value is meant. */
export interface Location {
  readonly path: KeyPath;
  readonly at: 'key' | 'value';
}

/** What is wrong, before anybody has looked up where that stands in the text. */
export interface Problem extends Location {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly related?: Location & { readonly message: string };
}

/** What is wrong with a single scalar. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
}

/** A value, or why there is none. */
export type Read<T> = { readonly value: T } | { readonly fault: Fault };
