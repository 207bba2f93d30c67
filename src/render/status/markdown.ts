import type { Standing } from '../../model/snapshot.ts';
import type { Evaluation, Holdout } from '../../model/tally.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { shown } from '../../text/escape-controls.ts';
import {
  entryList,
  type MarkdownText,
  markdown,
  markdownBlocks,
  markdownTable,
  markdownText,
} from '../format/markdown.ts';
import { aheadLines, claimLines, conflictText, runningLines } from '../words/claims-and-dates.ts';
import { connectiveLabel, criterionLabel, figuresText, ruleText } from '../words/criterion.ts';
import { dateText, roundText, yearOf } from '../words/dates.ts';
import { inTheWayText } from '../words/in-the-way.ts';
import { holdingOutWords, sinceWords, stanceText, whoText } from '../words/members.ts';
import { membersByName, worstFirst } from '../words/order.ts';
import { demandLines, pathLines, pivotalLine, roomLines } from '../words/path.ts';
import { stanceCountTexts } from '../words/stance-counts.ts';
import { assumptionsText, onRecordText, turnText, verdictText } from '../words/verdict.ts';
import { closingLines } from './closings.ts';

/** `status` as GitHub's Markdown, for an issue or a page: the same from run to run on the same date. */
export function renderStatusMarkdown(view: StatusView, { all }: { readonly all: boolean }): string {
  const { snapshot, tally } = view;
  const way = inTheWayText(view);
  const isUnknown = ({ stance, basis, assumed }: Holdout): boolean =>
    !all && stance === 'undeclared' && basis === undefined && !assumed;
  const unknown = tally.holdouts.filter(isUnknown);
  const holdingOut = new Set(tally.holdouts.map(({ code }) => code));
  return markdownBlocks([
    ...headline(view),
    way === undefined ? [] : [markdownText(way)],
    [
      markdownText(
        stanceCountTexts(view)
          .map(({ text }) => text)
          .join(' · '),
      ),
    ],
    ...members(
      'Holding out',
      worstFirst(tally.holdouts.filter((holdout) => !isUnknown(holdout))),
      view,
      holdingOutWords,
    ),
    unknown.length === 0 ? [] : [markdown`Nothing known of ${markdownText(String(unknown.length))}: ${names(unknown)}`],
    ...(all
      ? members('Everybody else', membersByName(snapshot.members.filter(({ code }) => !holdingOut.has(code))), view)
      : []),
    ...sections(view, all),
    [markdown`From ${markdownText(view.origin)}`],
  ]);
}

/** `check` as GitHub's Markdown: the verdict and who holds out. */
export function renderCheckMarkdown(view: SnapshotView): string {
  const rows = worstFirst(view.tally.holdouts).map((holdout) => [
    markdownText(holdout.name),
    markdownText(stanceText(holdout)),
    markdownText(holdout.why ?? ''),
  ]);
  return markdownBlocks([
    ...headline(view),
    rows.length === 0 ? [] : markdownTable(['member', 'stance', 'why'].map(markdownText), rows),
  ]);
}

/** Outcome, title, date and verdict, then the remarks on what is compared, left out or assumed. */
function headline(view: SnapshotView): MarkdownText[][] {
  const { snapshot, tally } = view;
  const assumptions = assumptionsText(view);
  const turn = turnText(view);
  const body = snapshot.body === undefined ? [] : [snapshot.body];
  return [
    [markdown`### ${markdownText(`${tally.outcome.toUpperCase()}: ${snapshot.title}`)}`],
    // The date comes first, so that no line starts with roster text, which could be a list or a heading in Markdown.
    [markdownText([dateText(snapshot.asOf), ...body, verdictText(view)].join(' · '))],
    turn === undefined ? [] : [markdown`**${markdownText(turn)}**`],
    snapshot.onRecord ? [markdownText(onRecordText)] : [],
    assumptions === undefined ? [] : [markdownText(`What if: assuming ${assumptions}.`)],
  ];
}

const names = (members: readonly Standing[]): MarkdownText =>
  markdownText(
    membersByName(members)
      .map(({ name }) => name)
      .join(', '),
  );

function members(
  title: string,
  standings: readonly Standing[],
  { snapshot }: SnapshotView,
  datesOf = sinceWords,
): MarkdownText[][] {
  if (standings.length === 0) return [];
  const year = yearOf(snapshot.asOf);
  const rows = standings.map((standing) => [
    markdownText(standing.name),
    markdownText(stanceText(standing)),
    markdownText(datesOf(standing, year)),
    markdownText(whoText(standing)),
    markdownText(standing.why ?? ''),
    markdownText(standing.wants.join('; ')),
  ]);
  const head = ['member', 'stance', 'since', 'who says so', 'why', 'wants'].map(markdownText);
  return [[markdown`**${markdownText(title)}**`], markdownTable(head, rows)];
}

function sections(view: StatusView, all: boolean): MarkdownText[][] {
  const { snapshot, tally, onRecordOutcome, path, pivotal, demands } = view;
  const year = yearOf(snapshot.asOf);
  const known = new Map(snapshot.members.map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string => known.get(code) ?? code;
  const naming = { nameOf, year, all };
  const rule = ruleText(snapshot.rule);
  const { decision } = snapshot;
  const by = decision?.by === undefined ? '' : ` by ${decision.by}`;
  return [
    ...entryList('Path', path === undefined ? [] : pathLines(path, tally.holdouts, naming)),
    ...entryList('Demands', demandLines(demands, naming)),
    ...entryList('Pivotal', path === undefined ? [pivotalLine(pivotal, tally, naming)] : []),
    ...entryList('Room', path === undefined ? roomLines(pivotal, tally.evaluation) : []),
    ...(tally.evaluation.kind === 'count' ? [] : [[markdown`**Criteria**`], criteria(tally.evaluation, markdown``)]),
    ...entryList('Rule', rule === undefined ? [] : [rule]),
    ...entryList('Closes', closingLines(view)),
    ...entryList('Round', snapshot.round ? [roundText(snapshot.round, year)] : []),
    ...entryList(
      'Decided',
      decision === undefined ? [] : [shown`${decision.outcome} on ${dateText(decision.date)}${by}`],
    ),
    ...entryList('Reported', claimLines(snapshot.claims, year, nameOf)),
    ...entryList(
      'Conflict',
      snapshot.conflicts.map((conflict) => conflictText(conflict, year, nameOf)),
    ),
    ...entryList(
      'On record',
      snapshot.onRecord || onRecordOutcome === tally.outcome
        ? []
        : [shown`${onRecordOutcome} on what members have stated themselves`],
    ),
    ...entryList('Ahead', aheadLines(tally.milestones, year)),
    ...entryList('Running', runningLines(snapshot.candidates, year)),
  ];
}

/** The rule as nested lists. */
function criteria(evaluation: Evaluation, indent: MarkdownText): MarkdownText[] {
  const { status } = evaluation;
  if (evaluation.kind === 'count') {
    const text = `${status}: ${criterionLabel(evaluation.criterion)}: ${figuresText(evaluation)}`;
    return [markdown`${indent}- ${markdownText(text)}`];
  }
  return [
    markdown`${indent}- ${markdownText(`${status}: ${connectiveLabel(evaluation)}`)}`,
    ...evaluation.of.flatMap((part) => criteria(part, markdown`${indent}  `)),
  ];
}
