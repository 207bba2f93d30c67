import { type MarkdownText, markdown, markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import { namesWithin } from '../words/names.ts';
import type { Turn } from '../words/verdict.ts';
import type { CheckedDecision, CheckedDecisions } from './checked.ts';
import { decisionsText, remarkTexts } from './words.ts';

/** Cells for the names of holdouts; the others are counted. */
const roomForNames = 60;

/** `check` of several rosters as GitHub's Markdown: a table with a row for each. */
export const renderChecksMarkdown = (all: CheckedDecisions): string => markdownBlocks([table(all)]);

/** The beginning of a step summary: how many there are, and the table. */
export const renderChecksSummary = (all: CheckedDecisions): string =>
  markdownBlocks([
    [markdown`### ${markdownText(decisionsText(all))}`],
    ...remarkTexts(all).map((remark) => [markdownText(remark)]),
    table(all),
  ]);

/** A row for each decision, then one for each roster that is not valid. */
function table(all: CheckedDecisions): MarkdownText[] {
  const columns = columnsFor(all);
  return markdownTable(
    columns.map(({ head }) => markdownText(head)),
    [
      ...all.decisions.map((decision) => columns.map(({ cell }) => markdownText(cell(decision)))),
      ...all.problems.map(({ file }) => columns.map(({ head }) => markdownText(invalidCells[head]?.(file) ?? ''))),
    ],
  );
}

interface Column {
  readonly head: string;
  readonly cell: (decision: CheckedDecision) => string;
}

const columnsFor = ({ decisions, since }: CheckedDecisions): readonly Column[] => {
  const titles = decisions.map(({ title }) => title);
  const isShared = (title: string): boolean => titles.indexOf(title) !== titles.lastIndexOf(title);
  return [
    { head: 'decision', cell: ({ title, file }) => (isShared(title) ? `${title} (${file})` : title) },
    { head: 'outcome', cell: ({ outcome }) => outcome.toUpperCase() },
    { head: 'have of need', cell: ({ need }) => need },
    { head: 'holding out', cell: ({ names }) => (names.length === 0 ? '' : namesWithin(names, roomForNames)) },
    ...(since === undefined ? [] : [{ head: `since ${since}`, cell: turnCell }]),
  ];
};

const turnWords: Readonly<Record<Turn, string>> = {
  'newly-reached': 'newly reached',
  lost: 'lost',
  changed: '',
  unchanged: '',
  new: 'new',
};

/** What changed: `newly reached, was open`, `new`; empty for what did not. */
function turnCell({ turn, before }: CheckedDecision): string {
  if (turn === undefined || turn === 'unchanged') return '';
  return [turnWords[turn], before === undefined ? '' : `was ${before}`].filter((word) => word !== '').join(', ');
}

const invalidCells: Readonly<Record<string, (file: string) => string>> = {
  decision: (file) => file,
  outcome: () => 'INVALID',
};
