/** A stream that the program writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on?(event: 'resize', listener: () => void): unknown;
  off?(event: 'resize', listener: () => void): unknown;
}

/** The world around a run: what `process` offers, so that a test can offer something else. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  /** Calls back when the user wants it to end. */
  once?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  /** The time; that of the machine unless given. */
  readonly now?: () => Date;
}

/** The day in UTC, as ISO has it. */
export const todayOf = ({ now }: Pick<Host, 'now'>): string => (now?.() ?? new Date()).toISOString().slice(0, 10);
