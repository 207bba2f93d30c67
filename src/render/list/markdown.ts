import { type ListedDecision, type ListView, nextDue } from '../../model/decisions/listed.ts';
import { shown } from '../../text/escape-controls.ts';
import {
  type MarkdownText,
  markdown,
  markdownBlocks,
  markdownLink,
  markdownTable,
  markdownText,
} from '../format/markdown.ts';
import { dateText } from '../words/dates.ts';
import { namesWithin } from '../words/names.ts';
import { needText } from './need.ts';
import { stateText, toldApart } from './summary.ts';
import { agoText, dueWhat, headText, holdoutNames, leftOutText, nextText } from './words.ts';

/** Cells for the names of holdouts; a page has more room than a terminal. */
const roomForNames = 60;

/** `list` as GitHub's Markdown, for a page of a wiki: each title is a link to its roster. */
export function renderListMarkdown(view: ListView): string {
  const decisions = toldApart(view.decisions);
  const columns = columnsFor(decisions);
  const left = leftOutText(view);
  return markdownBlocks([
    [markdown`**${markdownText(headText(view))}**`],
    decisions.length === 0
      ? []
      : markdownTable(
          columns.map(({ head }) => markdownText(head)),
          decisions.map((decision) => columns.map(({ cell }) => cell(decision))),
        ),
    left === undefined ? [] : [markdownText(left)],
  ]);
}

interface Column {
  readonly head: string;
  readonly cell: (decision: ListedDecision) => MarkdownText;
}

const ifUndecided = ({ state }: ListedDecision, text: string): MarkdownText =>
  markdownText(state === 'decided' ? '' : text);

function columnsFor(decisions: readonly ListedDecision[]): readonly Column[] {
  const [first] = decisions;
  const isDated = decisions.some(({ asOf }) => asOf.text !== first?.asOf.text);
  return [
    { head: '', cell: (decision) => markdownText(stateText(decision)) },
    { head: 'decision', cell: ({ title, file }) => markdownLink(title, file.split('\\').join('/')) },
    { head: 'have of need', cell: ({ evaluation }) => markdownText(needText(evaluation)) },
    {
      head: 'holding out',
      cell: (decision) =>
        ifUndecided(decision, decision.holdouts.length === 0 ? '' : namesWithin(holdoutNames(decision), roomForNames)),
    },
    {
      head: 'last move',
      cell: (decision) => ifUndecided(decision, agoText(decision.lastMove)),
    },
    {
      head: 'next',
      cell: (decision) => {
        const next = nextDue(decision);
        return next === undefined
          ? markdownText(nextText(decision))
          : markdownText(shown`${dateText(next.date)}: ${dueWhat(next)}`);
      },
    },
    ...(isDated ? [{ head: 'as of', cell: ({ asOf }: ListedDecision) => markdownText(dateText(asOf)) }] : []),
  ];
}
