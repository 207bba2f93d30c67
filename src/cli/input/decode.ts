import { Buffer, isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** The bytes read, or the problem that prevented it. */
export type Bytes = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

/** Size limit in bytes; larger files are not rosters. */
export const mostBytes = 32 * 1024 * 1024;

/** The problem of a file above the size limit. */
export const tooLarge: Diagnostic = {
  code: 'too-large',
  severity: 'error',
  message: `more than ${mostBytes / 1024 / 1024} MiB, which is too large`,
  hint: 'is this the right file? A roster is text of a few kilobytes',
};

/**
 * Text, with a problem if the bytes are not text. Their text then has replacement characters, for the frame of a
 * diagnostic.
 */
export type Decoded = { readonly text: string } | { readonly text: string; readonly problem: Diagnostic };

/** Bytes as UTF-8, with or without a byte order mark. */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf8(bytes))
    return { text: withoutMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) };
  const text = withoutMark(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const start = withoutMark(validPrefix(bytes)).length;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const byte = bytes[offsetOfFault(bytes)]?.toString(16).padStart(2, '0') ?? '';
  const message = wide ? 'the file is UTF-16, not UTF-8' : `the byte 0x${byte} is not UTF-8`;
  const span = { start, end: Math.min(text.length, start + 1) };
  return { text, problem: { code: 'not-utf-8', severity: 'error', message, span, hint: 'save the file as UTF-8' } };
}

/** The byte order mark at the start of the bytes, which decoding removes; empty when there is none. */
export const markOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

function validPrefix(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offsetOfFault(bytes)));
}

/**
 * Offset of the first character that is not UTF-8, found by bisection: prefixes are valid up to there, and no longer
 * ones are.
 */
function offsetOfFault(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isCutUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  let start = Math.min(good, bytes.length);
  while (start > 0 && !isUtf8(bytes.subarray(0, start))) start -= 1;
  return start;
}

/** Whether bytes are UTF-8, apart from a last character that may be cut off. */
function isCutUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
