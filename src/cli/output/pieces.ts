/** A text in pieces of so many UTF-16 code units, or one more where a piece would part the two halves of a character. */
export function* piecesOf(text: string, most: number): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + most;
    const last = text.charCodeAt(end - 1);
    const next = last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
    yield text.slice(start, next);
    start = next;
  }
}
