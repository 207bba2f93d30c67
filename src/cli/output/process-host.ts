import { fstatSync, statSync, writeSync } from 'node:fs';
import { exit } from '../contract/exit.ts';
import type { Host, Output } from '../contract/host.ts';
import { reasonFor } from '../contract/system-error.ts';
import { piecesOf } from './pieces.ts';

/** What a run needs of the process. */
type Process = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env' | 'platform' | 'cwd' | 'once'> & {
  exitCode?: string | number | null | undefined;
};

/**
 * The process as a host. A failure to write to standard output or standard error becomes the exit code of the process,
 * whatever the answer was, and is told once. A reader that has seen enough (`| head -1`) is no failure.
 */
export function hostOf(run: Process): Host {
  let failed = false;
  const fail = ({ code, message }: NodeJS.ErrnoException): void => {
    if (code === 'EPIPE') return;
    run.exitCode = exit.unwritten;
    if (failed) return;
    failed = true;
    host.stderr.write(`rutte-tally: the answer could not be written: ${reasonFor(code ?? message, 'create')}\n`);
  };
  const outputs: { stdout?: Output; stderr?: Output } = {};
  const host: Host = {
    get stdout() {
      outputs.stdout ??= outputOf('stdout', run, fail);
      return outputs.stdout;
    },
    get stderr() {
      outputs.stderr ??= outputOf('stderr', run, fail);
      return outputs.stderr;
    },
    get stdin() {
      return run.stdin;
    },
    env: run.env,
    cwd: () => run.cwd(),
    once: (signal, listener) => run.once(signal, listener),
  };
  return host;
}

type Fail = (error: NodeJS.ErrnoException) => void;

const descriptors = { stdout: 1, stderr: 2 } as const;

function outputOf(name: 'stdout' | 'stderr', run: Process, fail: Fail): Output {
  const stream = (): NodeJS.WriteStream => run[name].on('error', fail);
  const descriptor = descriptors[name];
  return run.platform !== 'win32' && isSimple(descriptor) ? directOutput(descriptor, stream, fail) : stream();
}

/** Whether what is written to a descriptor needs none of Node's streams: it is a file or a pipe, and no terminal. */
function isSimple(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isCharacterDevice()
      ? found.rdev === statSync('/dev/null').rdev
      : found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

/** Encoding a long answer in one piece would take as much room as the answer does. */
const longestPiece = 1_000_000;

/**
 * An output that is written to at once. Node takes longer to open a stream of its own than to calculate most answers,
 * and drops the rest of a chunk that a full disk takes only in part.
 *
 * @param stream Node's own, for a pipe that is full and does not wait
 */
function directOutput(descriptor: number, stream: () => NodeJS.WriteStream, fail: Fail): Output {
  let instead: { write(chunk: string | Uint8Array): unknown } | undefined;
  const listeners: (() => void)[] = [];
  const failed = (): void => {
    for (const listener of listeners) listener();
  };
  const writePiece = (text: string): void => {
    if (instead !== undefined) {
      instead.write(text);
      return;
    }
    const bytes = Buffer.from(text);
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code === 'EAGAIN') {
        instead = stream().on('error', failed);
        instead.write(bytes.subarray(at));
      } else {
        instead = { write: () => {} };
        fail(failure);
        failed();
      }
    }
  };
  const write = (text: string): void => {
    for (const piece of piecesOf(text, longestPiece)) writePiece(piece);
  };
  const on = (event: 'resize' | 'error', listener: () => void): void => {
    if (event === 'error') listeners.push(listener);
  };
  return { write, on, isTTY: false };
}
