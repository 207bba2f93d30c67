/** Wrong usage: the command line asks for something that cannot be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What kind of wrong usage, in kebab-case. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether it is one, also where it was thrown by another of the built files, which has a class of its own. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError' && 'code' in error;
}
