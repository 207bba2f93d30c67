/** A stream that the program writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on?(event: 'resize' | 'error', listener: () => void): unknown;
  off?(event: 'resize', listener: () => void): unknown;
}

/** The environment of a run: what `process` offers, replaceable by a test. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  /** Calls the listener when the user ends the run. */
  once?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  /** The current time; the system clock when absent. */
  readonly now?: () => Date;
}

/** Today's date in UTC, as an ISO day. */
export const todayOf = ({ now }: Pick<Host, 'now'>): string => (now?.() ?? new Date()).toISOString().slice(0, 10);
