import type { DecisionSummary } from '../../model/decisions/summary.ts';
import type { MatrixView } from '../../model/decisions/voting-record.ts';
import { shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { markdown, markdownBlocks, markdownLink, markdownTable, markdownText } from '../format/markdown.ts';
import type { Layout } from '../layout/theme.ts';
import { needText } from '../list/need.ts';
import { haveOneDate, stateText, toldApart } from '../list/summary.ts';
import { leftOutText } from '../list/words.ts';
import { dateText } from '../words/dates.ts';
import { rowsOf, stanceText } from './cells.ts';
import { namesByCode, sizeText, statesText } from './decisions.ts';

/** Names of those of whom nothing is known; the others are counted. */
const mostNames = 20;

/** `matrix` as GitHub's Markdown: each title is a link to its roster. */
export function renderMatrixMarkdown(view: MatrixView, { all }: Layout): string {
  const { members } = view;
  const decisions = toldApart(view.decisions);
  const { told, silent } = rowsOf(view, all);
  const names = namesByCode(members);
  const nameOf = (code: string): string => names.get(code) ?? code;
  const left = leftOutText(view);
  const dated = !haveOneDate(decisions);
  const rowOf = (label: string, cell: (decision: DecisionSummary) => string) => [
    markdownText(label),
    ...decisions.map((decision) => markdownText(cell(decision))),
  ];
  const others = enumeration(
    silent.map(({ code }) => nameOf(code)),
    'and',
    mostNames,
  );
  return markdownBlocks([
    [markdown`**${markdownText(shown`${sizeText(decisions, members)}: ${statesText(decisions)}`)}**`],
    markdownTable(
      [markdownText(''), ...decisions.map(({ title, file }) => markdownLink(title, file.split('\\').join('/')))],
      [
        rowOf('', stateText),
        rowOf('have of need', ({ evaluation }) => needText(evaluation)),
        ...(dated ? [rowOf('as of', ({ asOf }) => dateText(asOf))] : []),
        ...told.map(({ code, stances }) => [
          markdownText(nameOf(code)),
          ...stances.map((stance) => markdownText(stanceText(stance).trim())),
        ]),
      ],
    ),
    told.some(({ stances }) => stances.includes(undefined)) ? [markdown`· not a member then`] : [],
    silent.length === 0 ? [] : [markdownText(shown`Undeclared in all (${grouped(`${silent.length}`)}): ${others}`)],
    left === undefined ? [] : [markdownText(left)],
  ]);
}
