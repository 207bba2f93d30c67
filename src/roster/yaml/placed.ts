import type { Span } from '../../model/diagnostic.ts';

/** A plain value with its span in the text, and the spans of its parts. */
export interface Placed {
  readonly value: unknown;
  readonly span: Span;
  /** Whether it is a scalar without quotes. */
  readonly plain: boolean;
  readonly entries: ReadonlyMap<string, { readonly key: Span; readonly plain: boolean; readonly node: Placed }>;
  readonly items: readonly Placed[];
}
