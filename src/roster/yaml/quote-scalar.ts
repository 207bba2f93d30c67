/** Where a text is to stand: inside brackets, or in a block; JSON has everything in quotes. */
export type Context = 'block' | 'flow' | 'json';

/** A text as YAML (or JSON) has it on one line: without quotes where every reader then sees the same text. */
export function writtenText(text: string, context: Context): string {
  if (context === 'json') return quoted(text, escapedForJson);
  return isPlain(text, context) ? text : quoted(text, escaped);
}

/** What begins something else in YAML, and what ends a plain text or hides in it. */
const indicator = /^[-?:,[\]{}#&*!|>'"%@`=~]|^<<|^\.{3}/;
const hidden = /: | #|:$|^\s|\s$|[\t\n\r]/;
const bracket = /[,[\]{}]/;

/** Words, numbers and dates that readers take for something else than text, those of YAML 1.1 too. */
const misread =
  /^(?:y|n|yes|no|on|off|true|false|null)$|^[-+.]?[\d.][\d_,.:]*(?:e[-+]?\d+)?$|^0[xob][\da-f_]+$|^\.(?:inf|nan)$|^\d{4}-\d\d?-\d\d?(?:t|\s+\d)?[\d:.+\sz-]*$/i;

function isPlain(text: string, context: 'block' | 'flow'): boolean {
  if (text === '' || indicator.test(text) || hidden.test(text) || misread.test(text)) return false;
  return escaped(text) === text && (context === 'block' || !bracket.test(text));
}

/** Controls, separators of lines, halves of pairs, what is no character, and what is invisible or turns the direction of text; joiners stay. */
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

const quoted = (text: string, escapedOf: (text: string) => string): string =>
  `"${escapedOf(text.replace(/["\\]/g, '\\$&'))}"`;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

function escaped(text: string): string {
  return text.replace(unsafe, (character) => {
    const code = character.codePointAt(0) as number;
    return short[character] ?? (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`);
  });
}

/** JSON has no escapes but for halves of pairs. */
function escapedForJson(text: string): string {
  return text.replace(unsafe, (character) => {
    const halves = character.split('').map((half) => `\\u${hex(half.charCodeAt(0), 4)}`);
    return short[character] ?? halves.join('');
  });
}
