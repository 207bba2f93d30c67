import type { Path } from '../../model/path.ts';
import type { Roster } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { Evaluation, Holdout } from '../../model/tally.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { shown } from '../../text/escape-controls.ts';
import { toBlockLines } from '../coalitions/block.ts';
import { defectionLines } from '../coalitions/defection.ts';
import { asksAnything, demandLines } from '../coalitions/demands.ts';
import { leverageLines } from '../coalitions/leverage.ts';
import { type Naming, namesOf, namingFor } from '../coalitions/naming.ts';
import { pathLines } from '../coalitions/path.ts';
import { evidenceLines, marginLines, pivotalLine } from '../coalitions/pivotal.ts';
import { deniedLines } from '../evidence/denials.ts';
import {
  entryList,
  type MarkdownText,
  markdown,
  markdownBlocks,
  markdownTable,
  markdownText,
} from '../format/markdown.ts';
import { candidateLines, conflictText, lastMoveLines, reportedLines } from '../words/claims-and-dates.ts';
import { connectiveLabel, criterionLabel, figuresText, ruleText } from '../words/criterion.ts';
import { dateText, roundText, yearOf } from '../words/dates.ts';
import { againstRuleText, decidedText } from '../words/decision.ts';
import { inTheWayText } from '../words/in-the-way.ts';
import { demandTexts, holdingOutWords, sinceWords, stanceText, wantsText, whoText } from '../words/members.ts';
import { aheadLines, missedLines } from '../words/milestones.ts';
import { membersByName, worstFirst } from '../words/order.ts';
import { assumptionsText, onRecordText, turnText, verdictText } from '../words/verdict.ts';
import { closedLines, closingLines } from './closings.ts';
import { groupLines } from './groups.ts';
import { laterLines } from './later-positions.ts';
import { alikeIn } from './member-rows.ts';
import { stanceCountTexts } from './stance-counts.ts';

/** `status` as GitHub's Markdown, for an issue or a page: the same from run to run on the same date. */
export function renderStatusMarkdown(view: StatusView, { all }: { readonly all: boolean }, dated?: Roster): string {
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
    unknown.length === 0 ? [] : [markdown`Undeclared (${markdownText(String(unknown.length))}): ${names(unknown)}`],
    ...(all
      ? members('Everybody else', membersByName(snapshot.members.filter(({ code }) => !holdingOut.has(code))), view)
      : []),
    ...sections(view, all),
    ...entryList('Not shown', laterLines(dated)),
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

/** Outcome, title, decision, date and verdict, then the remarks on what is compared, left out or assumed. */
function headline(view: SnapshotView): MarkdownText[][] {
  const { snapshot, tally } = view;
  const assumptions = assumptionsText(view);
  const turn = turnText(view);
  const body = snapshot.body === undefined ? [] : [snapshot.body];
  return [
    [markdown`### ${markdownText(`${tally.outcome.toUpperCase()}: ${snapshot.title}`)}`],
    ...decided(view),
    // The date comes first, so that no line starts with roster text, which could be a list or a heading in Markdown.
    [markdownText([dateText(snapshot.asOf), ...body, verdictText(view)].join(' · '))],
    turn === undefined ? [] : [markdown`**${markdownText(turn)}**`],
    snapshot.onRecord ? [markdownText(onRecordText)] : [],
    assumptions === undefined ? [] : [markdownText(`What if: assuming ${assumptions}.`)],
  ];
}

/** The decision, if one was taken, and whether it went against the rule. */
function decided(view: SnapshotView): MarkdownText[][] {
  const { decision } = view.snapshot;
  if (decision === undefined) return [];
  const against = againstRuleText(view);
  return [
    [markdown`**${markdownText(`${decision.outcome.toUpperCase()} ${decidedText(decision)}`)}**`],
    against === undefined ? [] : [markdownText(against)],
  ];
}

const names = (members: readonly Standing[]): MarkdownText =>
  markdownText(
    membersByName(members)
      .map(({ name }) => name)
      .join(', '),
  );

/** A table of members; those of whom the same is said since the same day share a row. */
function members(
  title: string,
  standings: readonly Standing[],
  { snapshot, sources }: StatusView,
  datesOf = sinceWords,
): MarkdownText[][] {
  if (standings.length === 0) return [];
  const year = yearOf(snapshot.asOf);
  const since = (standing: Standing): string => `${stanceText(standing)} ${datesOf(standing, year)}`;
  const rows = alikeIn(standings, since).map((group) => {
    const [first] = group;
    return [
      group.map(({ name }) => name).join(', '),
      stanceText(first),
      datesOf(first, year),
      whoText(first, sources),
      first.why ?? '',
      demandTexts(first, year).join('; ') || (wantsText(first, year) ?? ''),
    ].map(markdownText);
  });
  const head = ['member', 'stance', 'since', 'who says so', 'why', 'wants'].map(markdownText);
  return [[markdown`**${markdownText(title)}**`], markdownTable(head, rows)];
}

function sections(view: StatusView, all: boolean): MarkdownText[][] {
  const { snapshot, tally, onRecordOutcome, path } = view;
  const naming = namingFor(snapshot, all);
  const { nameOf, year } = naming;
  const rule = ruleText(snapshot.rule);
  const ahead = all || snapshot.decision === undefined;
  const milestones = tally.milestones.filter(({ deadline }) => ahead || !deadline);
  return [
    ...(ahead && path ? pathEntries(view, path, naming) : []),
    ...(ahead && path === undefined ? reachedEntries(view, naming) : []),
    ...(tally.evaluation.kind === 'count' ? [] : [[markdown`**Criteria**`], criteria(tally.evaluation, markdown``)]),
    ...entryList('Rule', rule === undefined ? [] : [rule]),
    ...entryList(
      'Last move',
      ahead && path ? lastMoveLines(tally.lastMove, year, (codes) => namesOf(codes, naming)) : [],
    ),
    ...entryList('Closes', closingLines(view, naming)),
    ...entryList('Closed', closedLines(view, naming)),
    ...entryList('Round', snapshot.round ? [roundText(snapshot.round, year)] : []),
    ...entryList('Groups', groupLines(view.groups)),
    ...entryList('Reported', reportedLines(snapshot.claims, year, nameOf, all)),
    ...entryList(
      'Conflict',
      snapshot.conflicts.map((conflict) => conflictText(conflict, year, nameOf)),
    ),
    ...entryList('Denied', deniedLines(snapshot.members, year, all)),
    ...entryList(
      'On record',
      snapshot.onRecord || onRecordOutcome === tally.outcome
        ? []
        : [shown`${onRecordOutcome} on members' own statements alone`],
    ),
    ...entryList('Missed', missedLines(milestones, year)),
    ...entryList('Ahead', aheadLines(milestones, year)),
    ...entryList('Candidates', ahead ? candidateLines(snapshot.candidates, year, all) : []),
  ];
}

/** What it would take, and who could still stop it. */
function pathEntries(
  { snapshot: { members }, tally: { holdouts }, coalitions, demands }: StatusView,
  path: Path,
  naming: Naming,
): MarkdownText[][] {
  const fewest = asksAnything(holdouts) ? coalitions.fewestDemands : undefined;
  return [
    ...entryList('Path', pathLines(path, coalitions, holdouts, naming)),
    ...entryList('Block', toBlockLines(coalitions, members, naming)),
    ...entryList('Leverage', leverageLines(coalitions.leverage, naming)),
    ...entryList('Demands', demandLines(demands, { path, fewest, holdouts }, naming)),
  ];
}

/** On whom and on what a reached outcome depends. */
function reachedEntries({ tally, pivotal, coalitions }: StatusView, naming: Naming): MarkdownText[][] {
  const toBlock = pivotal.members.length === 0 ? coalitions.toBlock : undefined;
  return [
    ...entryList('Pivotal', [pivotalLine(pivotal, toBlock, naming), ...defectionLines(coalitions.defection, naming)]),
    ...entryList('Margin', marginLines(pivotal, tally.evaluation)),
    ...entryList('Rests on', evidenceLines(coalitions.onEvidence, naming)),
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
