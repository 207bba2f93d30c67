import { asCode, asText } from '../schema/combinators.ts';
import type { Reader } from '../schema/metadata.ts';
import { countForms, countPatterns, readReportedCount } from '../schema/reported-count.ts';
import {
  isCode,
  readAddress,
  readBeginning,
  readDecimal,
  readQuantity,
  readSourceDate,
  readTime,
  readTruth,
  readWholeNumber,
} from '../schema/scalars.ts';

/** A piece of a JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

// Editors read YAML with the core schema, so that a scalar may be a number or a boolean there.

/** The schema of text with a pattern. Surrounding blanks are allowed, as when a roster is read. */
const ofForm = (pattern: string, patternErrorMessage: string): JsonSchema => ({
  pattern: `^\\s*(?:${pattern})\\s*$`,
  patternErrorMessage,
});

const year = '(?!0000)\\d{4}';
const leapYear = '(?:(?!0000)(?:[02468][048]|[13579][26])00|\\d\\d(?:0[48]|[2468][048]|[13579][26]))';
const month = `${year}-(?:0[1-9]|1[0-2])`;
const day = [
  `${year}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])`,
  `${year}-(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)`,
  `${year}-02-(?:0[1-9]|1\\d|2[0-8])`,
  `${leapYear}-02-29`,
].join('|');
const hourAndMinute = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const clock = `T${hourAndMinute}(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]${hourAndMinute})`;
const beginning = `(?:${day})(?:${clock})?`;
const time = `${month}|${beginning}`;

const decimal = '\\d+(?:\\.\\d+)?';
const notLong = '(?=[\\s\\S]{1,100}\\s*$)';
/** A percentage of up to 100, or a fraction. No pattern can tell whether a fraction is above one. */
const share = '0*(?:100(?:\\.0+)?|\\d{1,2}(?:\\.\\d+)?)\\s?%|\\d+\\s?/\\s?0*[1-9]\\d*';
/** A pattern whose letters stand for themselves in either case: a JSON Schema has no flag for that. */
const anyCase = (pattern: string): string =>
  pattern.replace(/\\[a-z]|[a-z]/g, (part) => (part.length > 1 ? part : `[${part}${part.toUpperCase()}]`));
/** A number of members. Whether its ends are the right way round is more than a pattern can tell. */
const count = countPatterns.map(anyCase).join('|');
const whole = { type: ['integer', 'string'], minimum: 0, maximum: 999_999_999 } as const;

/** A bound that is a number and not a share. */
export const absoluteBound: JsonSchema = { type: ['number', 'string'], pattern: `^\\s*${decimal}\\s*$` };

const countedWhole = 'members are counted whole: write a whole number, or a part such as 55% or 2/3';
/** A bound for a count of members: no number with decimals. */
export const wholeBound: JsonSchema = {
  type: ['string', 'integer'],
  errorMessage: countedWhole,
  pattern: '^(?!\\s*(?:all but )?\\d+\\.\\d+\\s*$)',
  patternErrorMessage: countedWhole,
};

const code = '(?!__proto__\\s*$)(?:[\\p{L}\\p{Nd}._-]\\p{M}*){1,64}';
const someText = {
  type: ['string', 'number', 'boolean'],
  pattern: '\\S',
  patternErrorMessage: 'nothing is written here',
};
const timeForms = 'write a day (2024-02-21), a month (2024-04) or an instant (2024-02-21T09:00:00Z)';

/** What each function that reads a scalar accepts, as far as JSON Schema can express it. A new function needs a row. */
export const scalarShapes: ReadonlyMap<Reader, JsonSchema> = new Map<Reader, JsonSchema>([
  [asText, someText],
  [asCode, someText],
  // A letter and a combining mark are read as one composed letter, so a pattern has to allow marks. No type is given
  // because editors may see keys as numbers.
  [isCode, ofForm(code, 'a code has at most 64 letters, digits, ".", "_" and "-"; the full name goes under "name"')],
  [readTime, { type: 'string', ...ofForm(time, timeForms) }],
  [
    readBeginning,
    { type: 'string', ...ofForm(beginning, 'write a day (2024-02-21) or an instant (2024-02-21T09:00:00Z)') },
  ],
  [
    readSourceDate,
    {
      type: ['string', 'integer'],
      minimum: 0,
      maximum: 9999,
      ...ofForm(`\\d{4}|${time}`, 'write a day (2024-02-21), a month (2024-04) or a year (2024)'),
    },
  ],
  [readTruth, { type: ['boolean', 'string'], ...ofForm('true|false', 'write true or false') }],
  [
    readDecimal,
    {
      type: ['number', 'string'],
      minimum: 0,
      ...ofForm(`${notLong}${decimal}`, 'write digits, with a point before decimals: 10551707 or 2.02'),
    },
  ],
  [
    readQuantity,
    {
      type: ['number', 'string'],
      minimum: 0,
      ...ofForm(
        `${notLong}(?:all(?: but ${decimal})?|${share}|${decimal})`,
        'write a number (9), a share (55%, 2/3), "all" or "all but 3"',
      ),
    },
  ],
  [
    readReportedCount,
    {
      ...whole,
      ...ofForm(count, countForms),
    },
  ],
  [readWholeNumber, { ...whole, ...ofForm('\\d{1,9}', 'write digits: 31') }],
  [
    readAddress,
    {
      type: 'string',
      ...ofForm('[Hh][Tt][Tt][Pp][Ss]?://\\S+', 'write the full address: https://example.org/article'),
    },
  ],
]);
