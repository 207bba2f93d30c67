import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../contract/host.ts';
import { reasonFor, systemCodeOf } from '../contract/system-error.ts';
import { type Bytes, mostBytes, tooLarge } from './decode.ts';

/** The bytes of a file, or the operating system's reason for refusing them. */
export function readFile(path: string): Bytes {
  try {
    const file = openSync(path, 'r');
    try {
      const chunks: Uint8Array[] = [];
      let total = 0;
      // A file that has a size fits into the first chunk, with room to see that it ends there.
      let free: Uint8Array = new Uint8Array(Math.min(fstatSync(file).size + 1, mostBytes + 1));
      for (;;) {
        if (free.length === 0) free = new Uint8Array(64 * 1024);
        const length = readSync(file, free);
        if (length === 0) return { bytes: concat(chunks, total) };
        chunks.push(free.subarray(0, length));
        free = free.subarray(length);
        total += length;
        if (total > mostBytes) return { problem: tooLarge };
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: unreadable(error) };
  }
}

/** The bytes of a stream, or the operating system's reason for refusing them. */
export async function readStream(stream: Host['stdin']): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      chunks.push(bytes);
      total += bytes.length;
      if (total > mostBytes) return { problem: tooLarge };
    }
  } catch (error) {
    return { problem: unreadable(error) };
  }
  return { bytes: concat(chunks, total) };
}

function concat(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const [only, another] = chunks;
  if (only !== undefined && another === undefined) return only;
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** The operating system's reason for refusing, as a problem. */
function unreadable(error: unknown): Diagnostic {
  const reason = reasonFor(systemCodeOf(error), 'read');
  return { code: 'unreadable-file', severity: 'error', message: `cannot be read: ${reason}` };
}

/** The path with links resolved; unchanged when nothing exists there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
