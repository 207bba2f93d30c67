const prime = 0x01000193;

/**
 * Checksum of bytes. Of two texts of one length that differ in one word only, it is never the same. It is our own because
 * loading a module with hashes takes Node longer than what is to be checked.
 *
 * @param bytes aligned to four bytes, as Node reads files
 */
export function checksum(bytes: Uint8Array, seed = 0): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = seed ^ bytes.length;
  // Rotated, so that the highest bit of a word reaches others, too.
  for (let index = 0; index < words.length; index += 1)
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (words[index] as number), prime);
  for (let index = words.length * 4; index < bytes.length; index += 1)
    sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ (bytes[index] as number), prime);
  return sum >>> 0;
}
