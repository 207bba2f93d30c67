import { directions, type Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { entryList, markdownBlocks, markdownList, markdownTable, markdownText } from '../format/markdown.ts';
import { claimLines } from '../words/claims-and-dates.ts';
import { yearOf } from '../words/dates.ts';
import { sinceWords } from '../words/members.ts';
import { assumptionsText, verdictText } from '../words/verdict.ts';
import { directionText } from './moves.ts';
import {
  candidateLines,
  decisionLines,
  groupLines,
  milestoneLines,
  nameLines,
  ruleLines,
  weightLines,
} from './other-changes.ts';
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
    [`### ${outcomesText(view)}: ${markdownText(after.snapshot.title)}`],
    markdownTable(
      ['', 'outcome', ''],
      [
        [markdownText(then), before.tally.outcome, markdownText(verdictText(before))],
        [markdownText(now), after.tally.outcome, markdownText(verdictText(after))],
      ],
    ),
    remarks(view),
    ...directions.flatMap((direction) => {
      const moves = diff.moved.filter((move) => move.direction === direction);
      return moves.length === 0 ? [] : [[`**${directionText[direction]}**`], moveTable(moves, year)];
    }),
    ...markdownList(
      'Other reasons',
      diff.reasons.map(({ name, before: was, after: is }) => `${markdownText(name)}: ${reason(was)} → ${reason(is)}`),
    ),
    ...markdownList(
      'Joined',
      diff.joined.map((member) => standing(member, year)),
    ),
    ...markdownList(
      'Left',
      diff.left.map((member) => standing(member, year)),
    ),
    ...entryList('Renamed', nameLines(diff.names)),
    ...entryList('Rule', ruleLines(diff)),
    ...entryList('Weights', weightLines(diff.weights)),
    ...entryList('Groups', groupLines(diff.groups)),
    ...entryList('Reported', claimLines(diff.claims.added, year, nameIn)),
    ...entryList('Dropped', claimLines(diff.claims.removed, year, nameIn)),
    ...markdownList(
      'Restated',
      diff.evidence.map(({ after: member }) => standing(member, year)),
    ),
    ...entryList('Milestones', milestoneLines(diff, year)),
    ...entryList('Running', candidateLines(diff.candidates, year)),
    ...entryList('Decided', decisionLines(diff, year)),
    [`From ${[...new Set([origins.before, origins.after])].map(markdownText).join(' → ')}`],
  ]);
}

/** What a reader must know before comparing, a paragraph each. */
function remarks(view: DiffView): string[] {
  const { diff } = view;
  const assumptions = assumptionsText(diff.after);
  return [
    ...(diff.sameMatter ? [] : [otherMatter(view)]),
    ...(diff.after.snapshot.onRecord ? ['Positions on record alone.'] : []),
    ...(assumptions === undefined ? [] : [`What if: assuming ${assumptions} afterwards.`]),
    ...(diff.changed ? [] : ['Nothing changed.']),
  ].map(markdownText);
}

function moveTable(moves: readonly Move[], year: string): string[] {
  return markdownTable(
    ['member', 'from', 'to', 'since', 'why', 'asked for'],
    moves.map(({ name, from, to, decisive, before, after }) => [
      markdownText(name),
      from,
      `${to}${after.assumed ? ' (assumed)' : ''}${decisive ? ', decisive' : ''}`,
      sinceWords(after, year),
      markdownText(after.why ?? ''),
      markdownText([...new Set([...before.wants, ...after.wants])].join('; ')),
    ]),
  );
}

const standing = (member: Standing, year: string): string => {
  const since = sinceWords(member, year);
  return `${markdownText(member.name)}: ${member.stance}${since === '' ? '' : ` since ${since}`}`;
};

const reason = ({ why, wants }: Standing): string =>
  markdownText([why ?? 'no reason given', ...(wants.length === 0 ? [] : [`wants: ${wants.join('; ')}`])].join(' · '));
