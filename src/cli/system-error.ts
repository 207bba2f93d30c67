/** The code by which the operating system says what it had against something. Anything else is a bug and thrown on. */
export function systemCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A path that has a zero in it does not get as far as the operating system.
  if (!/^E[A-Z0-9]+$|^ERR_INVALID_ARG_VALUE$/.test(code)) throw error;
  return code;
}
