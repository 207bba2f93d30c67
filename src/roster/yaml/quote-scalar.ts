/** The style that surrounds a text: a YAML block, YAML inside brackets or braces, or JSON. */
export type Context = 'block' | 'flow' | 'json';

/** A text as a scalar on one line. In YAML it has quotes only if a reader could see anything else without them. */
export function writtenText(text: string, context: Context): string {
  if (context === 'json') return quoted(text, escapedForJson);
  return isPlain(text, context) ? text : quoted(text, escaped);
}

/** Beginnings that YAML does not read as plain text. */
const indicator = /^[-?:,[\]{}#&*!|>'"%@`=~]|^<<|^\.{3}/;
/** Parts that end a plain text or get lost in it. */
const hidden = /: | #|:$|^\s|\s$|[\t\n\r]/;
const bracket = /[,[\]{}]/;

/** Words, numbers and dates that a reader of YAML 1.1 or 1.2 does not take for text. */
const misread =
  /^(?:y|n|yes|no|on|off|true|false|null)$|^[-+.]?[\d.][\d_,.:]*(?:e[-+]?\d+)?$|^0[xob][\da-f_]+$|^\.(?:inf|nan)$|^\d{4}-\d\d?-\d\d?(?:t|\s+\d)?[\d:.+\sz-]*$/i;

/** The usual text, for speed: words of letters, digits and hyphens that are not misread. */
const usual = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z](?:[\w -]*\w)?$/i;

function isPlain(text: string, context: 'block' | 'flow'): boolean {
  if (usual.test(text)) return true;
  if (text === '' || indicator.test(text) || hidden.test(text) || misread.test(text)) return false;
  return escaped(text) === text && (context === 'block' || !bracket.test(text));
}

/** Controls, line separators, surrogates, noncharacters, invisible or bidirectional formatting; joiners stay. */
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

/** The text with JSON's escapes, which are of UTF-16 units. */
function escapedForJson(text: string): string {
  return text.replace(unsafe, (character) => {
    const halves = character.split('').map((half) => `\\u${hex(half.charCodeAt(0), 4)}`);
    return short[character] ?? halves.join('');
  });
}
