/** Something that must not be. */
export interface Finding {
  /** The claim that does not hold: the same for all findings of one kind. */
  readonly claim: string;
  readonly detail: string;
  readonly text: string;
}

/** The error that was thrown, on one line. */
export const thrown = (error: unknown): string =>
  String(error instanceof Error ? (error.stack ?? error.message) : error)
    .split('\n')
    .slice(0, 4)
    .join(' | ');
