/** What neither reader of YAML takes as it is, and what a terminal might act on. */
const unsafe = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Cf}/gu;

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index).toString(16).padStart(4, '0'))
    .map((digits) => `\\u${digits}`)
    .join('');

/** A text between quotes, in YAML and in JSON, whatever it holds. */
function quotedText(text: string): string {
  return JSON.stringify(text).replace(unsafe, escaped);
}

/** The text of a roster under another title; it must have one on a line of its own. */
export function titled(text: string, title: string): string {
  return text.replace(/^title: .*$/m, () => `title: ${quotedText(title)}`);
}
