/** A request on the command line that cannot be met. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Kind of error, in kebab-case. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether an error is a usage error, including one thrown by another bundle, which has its own copy of the class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError' && 'code' in error;
}
