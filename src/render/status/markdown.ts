import type { Standing } from '../../model/snapshot.ts';
import type { Evaluation, Holdout } from '../../model/tally.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { entryList, markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import { aheadLines, claimLines, conflictText, runningLines } from '../words/claims-and-dates.ts';
import { connectiveLabel, criterionLabel, figuresText, ruleText } from '../words/criterion.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { sinceWords, stanceText, whoText } from '../words/members.ts';

import { demandLines, pathLines, pivotalLine, roomLines } from '../words/path.ts';
import { assumptionsText, onRecordText, supportText, turnText, verdictText } from '../words/verdict.ts';

/** `status` as GitHub's Markdown, for an issue or a page: the same from run to run on the same date. */
export function renderStatusMarkdown(view: StatusView, { all }: { readonly all: boolean }): string {
  const { snapshot, tally } = view;
  const isUnknown = ({ stance, assumed }: Holdout): boolean => !all && stance === 'undeclared' && !assumed;
  const unknown = tally.holdouts.filter(isUnknown);
  const holdingOut = new Set(tally.holdouts.map(({ code }) => code));
  return markdownBlocks([
    ...headline(view),
    [markdownText(supportText(view))],
    ...members(
      'Holding out',
      tally.holdouts.filter((holdout) => !isUnknown(holdout)),
      view,
    ),
    unknown.length === 0 ? [] : [`Nothing known of ${unknown.length}: ${names(unknown)}`],
    ...(all
      ? members(
          'Everybody else',
          snapshot.members.filter(({ code }) => !holdingOut.has(code)),
          view,
        )
      : []),
    ...sections(view, all),
    [`From ${markdownText(view.origin)}`],
  ]);
}

/** `check` as GitHub's Markdown: the verdict and who holds out. */
export function renderCheckMarkdown(view: SnapshotView): string {
  const rows = view.tally.holdouts.map((holdout) => [
    markdownText(holdout.name),
    stanceText(holdout),
    markdownText(holdout.why ?? ''),
  ]);
  return markdownBlocks([...headline(view), rows.length === 0 ? [] : markdownTable(['member', 'stance', 'why'], rows)]);
}

/** What the rule came to, of what and when, and what that rests on where it is not the evidence as it is. */
function headline(view: SnapshotView): string[][] {
  const { snapshot, tally } = view;
  const assumptions = assumptionsText(view);
  const turn = turnText(view);
  const body = snapshot.body === undefined ? [] : [snapshot.body];
  return [
    [`### ${tally.outcome.toUpperCase()}: ${markdownText(snapshot.title)}`],
    // The date comes first, so that no text of the roster's stands where Markdown looks for lists and headings.
    [markdownText([dateText(snapshot.asOf), ...body, verdictText(view)].join(' · '))],
    turn === undefined ? [] : [`**${markdownText(turn)}**`],
    snapshot.onRecord ? [onRecordText] : [],
    assumptions === undefined ? [] : [markdownText(`What if: assuming ${assumptions}.`)],
  ];
}

const names = (members: readonly Standing[]): string =>
  members
    .map(({ name }) => name)
    .sort()
    .map(markdownText)
    .join(', ');

function members(title: string, standings: readonly Standing[], { snapshot }: SnapshotView): string[][] {
  if (standings.length === 0) return [];
  const year = yearOf(snapshot.asOf);
  const rows = standings.map((standing) => [
    markdownText(standing.name),
    stanceText(standing),
    sinceWords(standing, year),
    markdownText(whoText(standing)),
    markdownText(standing.why ?? ''),
    markdownText(standing.wants.join('; ')),
  ]);
  return [[`**${title}**`], markdownTable(['member', 'stance', 'since', 'who says so', 'why', 'wants'], rows)];
}

function sections(view: StatusView, all: boolean): string[][] {
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
    ...(tally.evaluation.kind === 'count' ? [] : [['**Criteria**'], criteria(tally.evaluation, '')]),
    ...entryList('Rule', rule === undefined ? [] : [rule]),
    ...entryList('Decided', decision === undefined ? [] : [`${decision.outcome} on ${dateText(decision.date)}${by}`]),
    ...entryList('Reported', claimLines(snapshot.claims, year, nameOf)),
    ...entryList(
      'Conflict',
      snapshot.conflicts.map((conflict) => conflictText(conflict, year, nameOf)),
    ),
    ...entryList(
      'On record',
      snapshot.onRecord || onRecordOutcome === tally.outcome
        ? []
        : [`${onRecordOutcome} on what members have stated themselves`],
    ),
    ...entryList('Ahead', aheadLines(tally.milestones, year)),
    ...entryList('Running', runningLines(snapshot.candidates, year)),
  ];
}

/** The rule as nested lists. */
function criteria(evaluation: Evaluation, indent: string): string[] {
  const { status } = evaluation;
  if (evaluation.kind === 'count') {
    const text = `${criterionLabel(evaluation.criterion)}: ${figuresText(evaluation)}`;
    return [`${indent}- ${status}: ${markdownText(text)}`];
  }
  return [
    `${indent}- ${status}: ${markdownText(connectiveLabel(evaluation))}`,
    ...evaluation.of.flatMap((part) => criteria(part, `${indent}  `)),
  ];
}
