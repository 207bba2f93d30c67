import type { DiagnosticCode, Severity } from '../../model/diagnostic.ts';

/** The path from the root of a document to a value: keys of mappings and zero-based indices of lists. */
export type KeyPath = readonly (string | number)[];

/** A place in a document: a path, and whether it means the key or the value there. */
export interface Location {
  readonly path: KeyPath;
  readonly at: 'key' | 'value';
}

/** A remedy, or how to find it: only problems that are listed need theirs, and a comparison with all codes takes a while. */
export type Hint = string | (() => string);

/** A problem with the path to it; its span in the text has not been looked up yet. */
export interface Problem extends Location {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: Hint;
  readonly related?: Location & { readonly message: string };
}

/** A problem with a single scalar, without its place. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
}

/** The value of a scalar, or the reason why it has none. */
export type Read<T> = { readonly value: T } | { readonly fault: Fault };
