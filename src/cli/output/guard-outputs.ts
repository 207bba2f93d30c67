import { writeSync } from 'node:fs';
import { exit } from '../contract/exit.ts';
import { reasonFor } from '../contract/system-error.ts';

/** A stream of the process, with the parts of it that Node does not declare. */
type Stream = NodeJS.Process['stdout'] & {
  _write(chunk: Uint8Array, encoding: string, done: (error?: Error) => void): void;
};

/** The process, as far as its outputs go. */
type Guarded = Pick<NodeJS.Process, 'exitCode'> & { readonly stdout: Stream; readonly stderr: Stream };

/**
 * Makes a failure to write to standard output or standard error the exit code of the process, whatever the answer was,
 * and says so once. A reader that has seen enough (`| head -1`) is no failure.
 */
export function guardOutputs(run: Guarded): void {
  let failed = false;
  const fail = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') return;
    run.exitCode = exit.unwritten;
    if (failed) return;
    failed = true;
    run.stderr.write(
      `rutte-tally: the answer could not be written: ${reasonFor(error.code ?? error.message, 'create')}\n`,
    );
  };
  for (const stream of [run.stdout, run.stderr]) {
    stream.on('error', fail);
    if (stream.constructor.name === 'SyncWriteStream') writeWhole(stream);
  }
}

/** Makes a stream to a file write all of each chunk: Node drops the rest of one that a full disk has taken in part. */
function writeWhole(stream: Stream): void {
  const { fd } = stream;
  stream._write = (chunk, _encoding, done) => {
    try {
      for (let at = 0; at < chunk.length; ) at += writeSync(fd, chunk, at);
    } catch (error) {
      done(error as Error);
      return;
    }
    done();
  };
}
