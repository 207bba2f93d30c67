import { directions, type Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { demandDiffLines } from '../evidence/demands.ts';
import { deniedLinesOf } from '../evidence/denials.ts';
import {
  entryList,
  type MarkdownText,
  markdown,
  markdownBlocks,
  markdownList,
  markdownTable,
  markdownText,
} from '../format/markdown.ts';
import { claimLines } from '../words/claims-and-dates.ts';
import { yearOf } from '../words/dates.ts';
import { assumedMark, leaningStance, sinceWords } from '../words/members.ts';
import { membersByName } from '../words/order.ts';
import { assumptionsText, onRecordText, verdictText } from '../words/verdict.ts';
import { directionText } from './moves.ts';
import {
  candidateLines,
  decisionLines,
  groupLines,
  milestoneLines,
  nameLines,
  roundLines,
  ruleLines,
  weightLines,
} from './other-changes.ts';
import { reasonText } from './reason.ts';
import { otherMatter, outcomesText, sideNames } from './terminal.ts';

/** `diff` as GitHub's Markdown, for the comment on a change: the same from run to run. */
export function renderDiffMarkdown(view: DiffView): string {
  const { diff, origins } = view;
  const { before, after } = diff;
  const year = yearOf(after.snapshot.asOf);
  const [then, now] = sideNames(view);
  const names = new Map([...before.snapshot.members, ...after.snapshot.members].map(({ code, name }) => [code, name]));
  const nameIn = (code: string): string => names.get(code) ?? code;
  return markdownBlocks([
    [markdown`### ${markdownText(`${outcomesText(view)}: ${after.snapshot.title}`)}`],
    markdownTable(['', 'outcome', ''].map(markdownText), [
      [then, before.tally.outcome, verdictText(before)].map(markdownText),
      [now, after.tally.outcome, verdictText(after)].map(markdownText),
    ]),
    remarks(view),
    ...directions.flatMap((direction) => {
      const moves = membersByName(diff.moved.filter((move) => move.direction === direction));
      return moves.length === 0
        ? []
        : [[markdown`**${markdownText(directionText[direction])}**`], moveTable(moves, year)];
    }),
    ...markdownList(
      'Changed reasons',
      membersByName(diff.reasons).map(({ name, before: was, after: is }) =>
        markdownText(`${name}: ${reasonText(was)} → ${reasonText(is)}`),
      ),
    ),
    ...markdownList(
      'Joined',
      membersByName(diff.joined).map((member) => standing(member, year)),
    ),
    ...markdownList(
      'Left',
      membersByName(diff.left).map((member) => standing(member, year)),
    ),
    ...entryList('Renamed', nameLines(diff.names)),
    ...entryList('Round', roundLines(diff, year)),
    ...entryList('Rule', ruleLines(diff)),
    ...entryList('Weights', weightLines(membersByName(diff.weights))),
    ...entryList('Groups', groupLines(diff.groups)),
    ...entryList('Reported', claimLines(diff.claims.added, year, nameIn)),
    ...entryList('Dropped', claimLines(diff.claims.removed, year, nameIn)),
    ...markdownList(
      'Restated',
      membersByName(diff.evidence).map(({ after: member }) => standing(member, year)),
    ),
    ...entryList('Denied', deniedLinesOf(diff.denied, year)),
    ...entryList('Demands', demandDiffLines(diff.demands, year, nameIn)),
    ...entryList('Milestones', milestoneLines(diff, year)),
    ...entryList('Candidates', candidateLines(diff.candidates, year)),
    ...entryList('Decided', decisionLines(diff, year)),
    [markdown`From ${markdownText([...new Set([origins.before, origins.after])].join(' → '))}`],
  ]);
}

/** What a reader must know before comparing, a paragraph each. */
function remarks(view: DiffView): MarkdownText[] {
  const { diff } = view;
  const assumptions = assumptionsText(diff.after);
  return [
    ...(diff.sameMatter ? [] : [otherMatter(view)]),
    ...(diff.after.snapshot.onRecord ? [onRecordText] : []),
    ...(assumptions === undefined ? [] : [`What if: assuming ${assumptions} in the second snapshot.`]),
    ...(diff.changed ? [] : ['Nothing changed.']),
  ].map(markdownText);
}

function moveTable(moves: readonly Move[], year: string): MarkdownText[] {
  const rows = moves.map(({ name, decisive, before, after }) => [
    name,
    leaningStance(before),
    `${leaningStance(after)}${assumedMark(after)}${decisive ? ', decisive' : ''}`,
    sinceWords(after, year),
    after.why ?? '',
    [...new Set([...before.wants, ...after.wants])].join('; '),
  ]);
  const head = ['member', 'from', 'to', 'since', 'why', 'asked for'];
  return markdownTable(
    head.map(markdownText),
    rows.map((cells) => cells.map(markdownText)),
  );
}

const standing = (member: Standing, year: string): MarkdownText => {
  const since = sinceWords(member, year);
  return markdownText(`${member.name}: ${leaningStance(member)}${since === '' ? '' : ` since ${since}`}`);
};
