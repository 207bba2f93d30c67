import type { Source } from '../../../../model/roster.ts';
import { quote, tidy } from '../../../../text/suggest.ts';
import { positionIn } from '../../../sheet/cell-position.ts';
import { type SheetFault, type Table, unknownColumns } from '../../../sheet/table.ts';
import type { ImportedMember, LeftOut, Reading } from './imported.ts';
import { aboutMember, isNoMember, lackingMembers, missingMember, notMember, type RowsRead } from './rows-read.ts';
import { sourcesIn } from './sheet-sources.ts';

/** A sheet with a row for each position. */
export function longSheet(table: Table, reading: Reading): RowsRead {
  const ignored = unknownColumns(table);
  const members: ImportedMember[] = [];
  const leftOut: LeftOut[] = [];
  const faults: SheetFault[] = [...lackingMembers(table)];
  const sources: Record<string, Source> = {};
  for (const row of table.rows) {
    const word = row.all('code')[0];
    if (word !== undefined && isNoMember(row.all('stance')[0]?.text ?? '')) {
      leftOut.push({ line: row.line, message: notMember(tidy(word.text)) });
      continue;
    }
    const read = positionIn(row, reading);
    faults.push(...read.faults);
    if (word === undefined) {
      if (faults[0]?.code !== 'missing-column') faults.push(missingMember(row));
      continue;
    }
    const assumed = /^(?:yes|true)$/i.test(row.all('assumed')[0]?.text.trim() ?? '');
    if (assumed) leftOut.push({ line: row.line, message: `${quote(tidy(word.text))}: an assumed stance is left out` });
    leftOut.push(
      ...read.leftOut.map((message) => ({ line: row.line, message: `${quote(tidy(word.text))}: ${message}` })),
    );
    const { position } = read;
    const named = position && sourcesIn(row, position.sources, sources);
    members.push({
      ...aboutMember(row),
      word: tidy(word.text),
      span: word.span,
      positions:
        position === undefined || assumed
          ? []
          : [
              {
                position: { ...position, sources: named ?? [] },
                span: row.all('stance')[0]?.span ?? row.span,
                line: row.line,
              },
            ],
    });
  }
  return { title: undefined, members, sources, leftOut, faults, ignored };
}
