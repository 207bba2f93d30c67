import type { Position } from './roster.ts';

/** The fields of a position, without the ids of demands, which are written with the demands. */
export type PositionField = Exclude<keyof Position, 'wantIds'>;

/** The keys of a position in a roster: its fields, and `source` for a single source. */
export type PositionKey = PositionField | 'source';

/** The declaration of a position's field, for rosters and for the command line. */
export interface FieldDeclaration {
  /** The kind of its value: a switch, a word of the format, one text, a list of texts, or an entry of its own. */
  readonly kind: 'switch' | 'word' | 'text' | 'texts' | 'entry';
  /** Its purpose, as a sentence with Markdown's backticks, and examples of its value. */
  readonly meaning: readonly [text: string, ...examples: unknown[]];
  /** Its option of `record` and column of CSV, named like the field; `value` is the placeholder in the help. */
  readonly option: { readonly value?: string; readonly help: string } | undefined;
}

/** The description of a date. */
export const dateMeaning =
  'When: a day (`2024-02-21`, all of it in UTC), a month (`2024-04`, from its last day on) or an instant with its offset (`2024-02-21T09:00:00Z`).';

/**
 * The declarations of a position's fields, in the order in which they are written. The options of `record`, the columns
 * of its CSV, the JSON Schema and the order of writing all follow from this table.
 */
export const positionFields = {
  date: {
    kind: 'word',
    meaning: [
      `${dateMeaning} Without it, the position is the member's earliest and holds from the beginning.`,
      '2024-02-21',
    ],
    option: {
      value: '<date>',
      help: 'when it took this position: a day, a month, an instant, yesterday or 7d (default: today)',
    },
  },
  circa: {
    kind: 'switch',
    meaning: ['`true` if the day is a best guess.'],
    option: { help: 'mark the date as a best guess' },
  },
  stance: {
    kind: 'word',
    meaning: [
      'What the member says. Without it, nothing is known about the member. `undeclared` with a date takes back what stood before.',
    ],
    // `record` takes it as an argument.
    option: undefined,
  },
  leaning: {
    kind: 'word',
    meaning: ['The side that a member leans to whose stance is pending: `support` or `oppose`. It is counted nowhere.'],
    option: { value: '<side>', help: 'the side to which it leans while its stance is pending: support or oppose' },
  },
  follows: {
    kind: 'texts',
    meaning: [
      'Whom the member follows while its stance is pending: a code or several. It is counted nowhere, and what-ifs can follow it.',
      'TR',
      ['DE', 'FR'],
    ],
    option: { value: '<codes>', help: 'whom it follows while its stance is pending: TR or TR,HU' },
  },
  basis: {
    kind: 'word',
    meaning: ['How it is known: `stated` by its own officials on record (the default), or `reported` by others.'],
    option: { value: '<basis>', help: 'how it is known: stated by its own officials, or reported by others' },
  },
  by: {
    kind: 'text',
    meaning: ['Who said so.', 'the prime minister'],
    option: { value: '<text>', help: 'who said so' },
  },
  why: {
    kind: 'text',
    meaning: ['Why the member holds out, or what made it move.', 'Parliament comes first.'],
    option: { value: '<text>', help: 'why it holds out, or what made it move' },
  },
  wants: {
    kind: 'texts',
    meaning: ['What the member asks for. A `conditional` position should say it.', ['a post for the region']],
    option: { value: '<text>', help: 'what it asks for' },
  },
  source: {
    kind: 'texts',
    meaning: ['Where it comes from: a key of `sources`, or an address.', 'https://example.org/article'],
    option: { value: '<source>', help: 'a key of "sources", or an address' },
  },
  sources: {
    kind: 'texts',
    meaning: ['Several sources: keys of `sources`, or addresses.'],
    // `record` takes several as repeated `source`.
    option: undefined,
  },
  quote: {
    kind: 'text',
    meaning: ['The words that this reading rests on.'],
    option: { value: '<text>', help: 'the words it rests on' },
  },
  denied: {
    kind: 'entry',
    meaning: [
      'Who denied the report, and when: from then on it does not stand. Only for a dated position with basis `reported`.',
      { date: '2024-03-14', by: 'the foreign minister' },
    ],
    // `record` denies a report that is there already.
    option: undefined,
  },
  note: {
    kind: 'text',
    meaning: ['Anything else worth knowing. It changes nothing.'],
    option: { value: '<text>', help: 'a remark' },
  },
} as const satisfies Record<PositionKey, FieldDeclaration>;

type Fields = typeof positionFields;
type KeysOf<Row> = { [K in PositionKey]: Fields[K] extends Row ? K : never }[PositionKey];

/** The fields of kind `text`. */
export type TextField = KeysOf<{ readonly kind: 'text' }>;
/** The fields that are options of `record`. */
export type RecordedField = KeysOf<{ readonly option: { readonly help: string } }>;

/** The type of a field's value in the options of `record`; `Switch` is the type for switches. */
export type Given<K extends PositionKey, Switch> = Fields[K]['kind'] extends 'switch'
  ? Switch
  : Fields[K]['kind'] extends 'texts'
    ? readonly string[]
    : string;

/** The keys of a position in the order in which they are written. */
export const positionKeys = Object.keys(positionFields) as PositionKey[];

/** The fields that are options of `record`, in the same order. */
export const recordedFields = positionKeys.filter(
  (key): key is RecordedField => positionFields[key].option !== undefined,
);
