import type { DecisionSummary } from '../../model/decisions/summary.ts';
import type { MatrixView } from '../../model/decisions/voting-record.ts';
import { visible } from '../../text/escape-controls.ts';
import { csv } from '../format/csv.ts';

const memberColumns = ['member', 'name'];

/** `matrix` for a spreadsheet: a row for each member, a column for each decision; blank where nothing is known. */
export const renderMatrixCsv = ({ decisions, members }: MatrixView): string =>
  csv([
    [...memberColumns, ...columnNames(decisions)],
    ...members.map(({ code, name, stances }) => [
      code,
      name,
      ...stances.map((stance) => (stance === 'undeclared' ? undefined : (stance ?? '·'))),
    ]),
  ]);

/** The file of each decision; with its date where a file was read at several, and a number where that is not enough. */
function columnNames(decisions: readonly DecisionSummary[]): readonly string[] {
  const files: readonly string[] = decisions.map(({ file }) => visible(file));
  const used = new Set<string>(memberColumns);
  return decisions.map(({ asOf }, index) => {
    const file = files[index] ?? '';
    const wanted = files.indexOf(file) === files.lastIndexOf(file) ? file : `${file}@${asOf.text}`;
    let name = wanted;
    for (let number = 2; used.has(name); number += 1) name = `${wanted} (${number})`;
    used.add(name);
    return name;
  });
}
