import { type RecordedField, recordedFields } from '../../model/position-fields.ts';
import { bare, meantBy, type OtherWords } from '../../roster/hints/other-words.ts';
import { alternatives, didYouMean, quote } from '../../text/suggest.ts';

/** What a column of a sheet may hold. */
export const sheetColumns = [
  'code',
  'name',
  'stance',
  ...recordedFields,
  'groups',
  'weights',
  'as-of',
  'assumed',
  'source-titles',
  'source-addresses',
] as const;
/** What a column of a sheet holds. */
export type SheetColumn = 'code' | 'name' | 'stance' | RecordedField | (typeof sheetColumns)[number];

/** Usual names of columns; they are compared without case, hyphens and marks. */
export const columnWords: OtherWords<SheetColumn> = {
  code: 'member, members, member state, country, state, delegation, party, voter, person, participant, handle, user, username, login, who, iso, iso code, country code, member code, reviewer, approver',
  name: 'full name, member name, country name',
  stance:
    'vote, votes, voted, position, positions, answer, response, reply, choice, ballot, verdict, opinion, view, status',
  date: 'day, when, since, timestamp, dated, voted on',
  by: 'speaker, said by, stated by, according to, spokesperson',
  why: 'reason, reasons, rationale, comment, comments, explanation, because, justification',
  wants: 'want, demand, demands, asks, asks for, condition, conditions, request, requests',
  source: 'sources, url, urls, link, links, reference, references',
  quote: 'quotation',
  note: 'notes, remark, remarks',
  groups: 'group, bloc',
  weights: 'weight',
  'as-of': 'as of',
  'source-titles': 'source titles',
  'source-addresses': 'source addresses',
};

/** Words for the column of codes that leave another word for the member, such as `country`, to be its name. */
const codeWords = ['code', 'iso', 'iso code', 'country code', 'member code', 'handle', 'login', 'username'];

/** What each column of a sheet holds; undefined for one that is not known. */
export interface Columns {
  readonly kinds: readonly (SheetColumn | undefined)[];
  /** What is wrong with them, and with which: an index of the header; undefined for all of it. */
  readonly faults: readonly ColumnFault[];
}

/** A mistake in the header of a sheet. */
export interface ColumnFault {
  readonly index: number | undefined;
  readonly code: 'missing-column' | 'repeated-column';
  readonly message: string;
  readonly hint: string;
}

/** Columns that may come more than once in a sheet. */
const manyOf: readonly SheetColumn[] = ['wants', 'source', 'follows', 'groups'];

/** The columns of a header by their names. @param mapped what the user says that a column holds, by its index */
export function columnsIn(header: readonly string[], mapped: ReadonlyMap<number, SheetColumn>): Columns {
  const settled = new Set(mapped.values());
  const guesses = header.map((written, index): SheetColumn | undefined => {
    const given = mapped.get(index);
    if (given !== undefined) return given;
    const name = bare(written.replace(/[\s?:*]+$/, ''));
    const known =
      sheetColumns.find((column) => column === name.replaceAll(' ', '-')) ?? meantBy(name, sheetColumns, columnWords);
    return known !== undefined && settled.has(known) ? undefined : known;
  });
  const kinds = withName(header, guesses, mapped);
  const faults = sheetColumns.flatMap((column): ColumnFault[] => {
    const indexes = kinds.flatMap((kind, index) => (kind === column ? [index] : []));
    const names = indexes.map((index) => header[index]?.trim() ?? '');
    if (indexes.length < 2 || manyOf.includes(column) || new Set(names).size < 2) return [];
    const message = `${alternatives(names).replace(/ or (?="[^"]*"$)/, ' and ')} could both be the column "${column}"`;
    return [{ index: indexes[1], code: 'repeated-column', message, hint: `say which with --map ${column}=COLUMN` }];
  });
  return { kinds, faults };
}

/** The same, with one of two columns for the member as its name: `code` and `country`, or `name` alone as the member. */
function withName(
  header: readonly string[],
  kinds: readonly (SheetColumn | undefined)[],
  mapped: ReadonlyMap<number, SheetColumn>,
): readonly (SheetColumn | undefined)[] {
  const codes = kinds.flatMap((kind, index) => (kind === 'code' ? [index] : []));
  const hasName = kinds.includes('name');
  if (codes.length === 0) {
    const name = kinds.indexOf('name');
    return kinds.map((kind, index) => (index === name && !mapped.has(name) ? 'code' : kind));
  }
  if (codes.length !== 2 || hasName) return kinds;
  const exact = codes.filter((index) => codeWords.includes(bare(header[index] ?? '')) || mapped.has(index));
  const [only] = exact;
  if (exact.length !== 1) return kinds;
  return kinds.map((kind, index) => (kind === 'code' && index !== only ? 'name' : kind));
}

/** The fault of a header without a column that is needed. */
export function missingColumn(column: SheetColumn, header: readonly string[], unknown: readonly number[]): ColumnFault {
  const near = unknown
    .map((index) => ({ index, hint: likely(header[index] ?? '', [column]) }))
    .find(({ hint }) => hint !== undefined);
  const names = header.map((name) => quote(name.trim()));
  const hint =
    near?.hint ??
    `if another column has it, say so with --map ${column}=COLUMN; the columns are ${names.slice(0, 12).join(', ')}`;
  return { index: near?.index, code: 'missing-column', message: `the column "${column}" is missing`, hint };
}

/** Which column an unknown name is like, as a hint; undefined when it is like none. */
export const likely = (name: string, columns: readonly SheetColumn[] = sheetColumns): string | undefined =>
  didYouMean(bare(name).replaceAll(' ', '-'), columns);
