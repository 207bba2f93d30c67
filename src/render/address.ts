const encoder = new TextEncoder();

/** What no address needs as it is, and what Markdown, HTML or a terminal might take for an end. */
const unsafe = /[^!-~]|["'()<>\\^`{|}]/gu;

/** An address in printable ASCII: everything else, and all that could end a link, is written as bytes in percent. */
export function addressText(address: string): string {
  return address.replace(unsafe, (character) =>
    [...encoder.encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
