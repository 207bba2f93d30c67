import type { Time } from '../../../../model/time.ts';
import { bare } from '../../../../roster/hints/other-words.ts';
import { alternatives, didYouMean, enumeration, quote, tidy } from '../../../../text/suggest.ts';
import { UsageError } from '../../../contract/usage-error.ts';
import { missingColumn } from '../../../sheet/columns.ts';
import { readSheetDate } from '../../../sheet/sheet-date.ts';
import { headerFault, ignoredRemark, type SheetFault, type Table, unknownColumns } from '../../../sheet/table.ts';
import type { LeftOut, ReadFile, Reading } from './imported.ts';
import { longSheet } from './long-sheet.ts';
import type { RowsRead } from './rows-read.ts';
import { datedColumns, wideSheet } from './wide-sheet.ts';

/** The positions in a sheet: a row for each position, or a row for each member with a column for each date or decision. */
export function readSheet(table: Table, reading: Reading): ReadFile {
  const read = rowsOf(table, reading);
  const faults = [...table.faults, ...read.faults];
  if (faults.length > 0) return { problems: inOrder(faults) };
  const { title, members, sources } = read;
  const remark = ignoredRemark(table, read.ignored);
  const ignored: LeftOut[] = remark === undefined ? [] : [{ line: undefined, message: remark }];
  const leftOut = [...ignored, ...read.leftOut];
  return { imported: { title, asOf: asOfIn(table, reading), members, handles: false, rounds: [], sources, leftOut } };
}

function rowsOf(table: Table, reading: Reading): RowsRead {
  if (reading.decision === undefined && table.kinds.includes('stance')) return longSheet(table, reading);
  if (reading.decision === undefined && datedColumns(table).length > 0) return wideSheet(table, reading);
  const index = decisionColumn(table, reading);
  if (index !== undefined) {
    const title = titleIn(table.header[index] ?? '');
    return { ...longSheet(table.withColumn(index, 'stance'), reading), title };
  }
  const fault = headerFault(missingColumn('stance', table.header, unknownColumns(table)), table.headerRow);
  const none = { title: undefined, members: [], sources: {}, leftOut: [], ignored: [] };
  return { ...none, faults: [fault] };
}

/** The column of the decision: the one that the user names, or the only one that may be; undefined without any. @throws UsageError */
function decisionColumn(table: Table, { decision }: Reading): number | undefined {
  const { header } = table;
  const unknown = unknownColumns(table);
  const names = unknown.map((index) => tidy(header[index] ?? ''));
  if (decision === undefined) {
    if (unknown.length < 2) return unknown[0];
    throw new UsageError(
      'several-decisions',
      `several columns may hold stances: ${enumeration(names.map(quote), 'and', 8)}; name one with --decision COLUMN`,
    );
  }
  const named = (isIt: (name: string) => boolean): number | undefined =>
    unknown.find((index) => isIt(header[index] ?? ''));
  const index = named((name) => tidy(name) === tidy(decision)) ?? named((name) => bare(name) === bare(decision));
  if (index !== undefined) return index;
  const hint = didYouMean(decision, names) ?? `expected one of ${alternatives(names.slice(0, 12))}`;
  throw new UsageError('unknown-decision', `--decision: there is no column ${quote(decision)}; ${hint}`);
}

/** The title of a decision in the name of its column, which `matrix` names by the file. */
const titleIn = (name: string): string | undefined =>
  tidy(name)
    .replace(/^.*[\\/](?=[^\\/]+\.(?:ya?ml|json)\b)/, '')
    .replace(/\.(?:ya?ml|json)(?=@|$)/, '') || undefined;

const inOrder = (faults: readonly SheetFault[]): readonly SheetFault[] =>
  [...faults].sort((a, b) => a.span.start - b.span.start);

/** The date of the column `as of`, if all rows have the same. */
function asOfIn(table: Table, { order }: Reading): Time | undefined {
  const texts = new Set(table.rows.flatMap((row) => row.all('as-of').map(({ text }) => tidy(text))));
  const [only, another] = texts;
  const read = only === undefined || another !== undefined ? undefined : readSheetDate(only, order);
  return read !== undefined && 'value' in read ? read.value : undefined;
}
