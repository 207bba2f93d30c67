/** A text to begin with. */
export interface Example {
  /** Its name in an address. */
  readonly name: string;
  readonly title: string;
  /** The heading that it stands below in a list. */
  readonly group: string;
  readonly text: string;
}

/** The longest text that an address may hold, in bytes: a few bytes could otherwise unpack to gigabytes. */
const mostBytes = 2 * 1024 * 1024;

/**
 * A text as the part of an address after `#`: the name of an example that has this very text, else the text itself, packed
 * where the browser can.
 */
export async function hashOf(text: string, examples: readonly Example[]): Promise<string> {
  const example = examples.find((one) => one.text === text);
  if (example !== undefined) return `#roster=${example.name}`;
  const bytes = new TextEncoder().encode(text);
  return typeof CompressionStream === 'function'
    ? `#deflate=${base64Of(await through(bytes, new CompressionStream('deflate-raw')))}`
    : `#text=${base64Of(bytes)}`;
}

/** The text that the part of an address after `#` stands for; undefined where it stands for none. */
export async function textOf(hash: string, examples: readonly Example[]): Promise<string | undefined> {
  const [, key = '', value = ''] = /^#(roster|deflate|text)=([\w.-]*)$/.exec(hash) ?? [];
  if (key === 'roster') return examples.find(({ name }) => name === value)?.text;
  try {
    const bytes = bytesOf(value);
    if (key === 'text') return decoded(bytes);
    if (key === 'deflate') return decoded(await through(bytes, new DecompressionStream('deflate-raw')));
  } catch {
    // What was cut off or made up is no text.
  }
  return undefined;
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Bytes that went through a stream. @throws Error for more than `mostBytes` */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    length += read.value.length;
    if (length > mostBytes) {
      await reader.cancel();
      throw new Error('the text is too long');
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes in the alphabet of Base64 for addresses, without padding. */
function base64Of(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws Error for a text that is not Base64 */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
