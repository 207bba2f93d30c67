/** Wrong usage: the command line asks for something that cannot be. */
export class UsageError extends Error {
  /** What kind of wrong usage, in kebab-case. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
