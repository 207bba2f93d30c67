import type { MemberDecision, MemberDecisionsView } from '../../model/decisions/member.ts';
import {
  type MarkdownText,
  markdown,
  markdownBlocks,
  markdownLink,
  markdownTable,
  markdownText,
} from '../format/markdown.ts';
import { stateText } from '../list/summary.ts';
import { leftOutText } from '../list/words.ts';
import { dateText } from '../words/dates.ts';
import { decisiveText, headText, holdingText, stanceSince, withTitlesToldApart } from './words.ts';

/** `member` over several decisions as GitHub's Markdown: each title is a link to its roster. */
export function renderMemberDecisionsMarkdown(view: MemberDecisionsView): string {
  const left = leftOutText(view);
  return markdownBlocks([
    [markdown`**${markdownText(headText(view))}**`],
    markdownTable(
      columns.map(({ head }) => markdownText(head)),
      withTitlesToldApart(view.decisions).map((one) => columns.map(({ cell }) => cell(one))),
    ),
    left === undefined ? [] : [markdownText(left)],
  ]);
}

const columns: readonly { readonly head: string; readonly cell: (one: MemberDecision) => MarkdownText }[] = [
  { head: '', cell: ({ decision }) => markdownText(stateText(decision)) },
  {
    head: 'decision',
    cell: ({ decision: { title, file } }) => markdownLink(title, file.split('\\').join('/')),
  },
  { head: 'stance', cell: (one) => markdownText(stanceSince(one)) },
  { head: 'holding out', cell: (one) => markdownText(holdingText(one)) },
  { head: 'decisive moves', cell: (one) => markdownText(decisiveText(one)) },
  { head: 'as of', cell: ({ decision }) => markdownText(dateText(decision.asOf)) },
];
