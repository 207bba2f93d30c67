import type { Roster } from '../../model/roster.ts';
import type { Holdout } from '../../model/tally.ts';
import type { StatusView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, spaces, wrap } from '../../text/width.ts';
import { toBlockLines } from '../coalitions/block.ts';
import { defectionLines } from '../coalitions/defection.ts';
import { asksAnything, demandLines } from '../coalitions/demands.ts';
import { leverageLines } from '../coalitions/leverage.ts';
import { namesOf, namingFor } from '../coalitions/naming.ts';
import { pathLines } from '../coalitions/path.ts';
import { evidenceLines, marginLines, pivotalLine } from '../coalitions/pivotal.ts';
import { deniedLines } from '../evidence/denials.ts';
import { blocksText, bodyWidth, headingOf, laidOutSection, section } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { candidateLines, conflictText, lastMoveLines, reportedLines } from '../words/claims-and-dates.ts';
import { criterionTree, ruleText } from '../words/criterion.ts';
import { dateText, roundText } from '../words/dates.ts';
import { decisionLines } from '../words/decision.ts';
import { inTheWayText } from '../words/in-the-way.ts';
import { holdingOutText } from '../words/members.ts';
import { aheadLines, missedLines } from '../words/milestones.ts';
import { membersByName, worstFirst } from '../words/order.ts';
import { assumptionsText, onRecordText, verdictText } from '../words/verdict.ts';
import { barLines, barsTellAll } from './bars.ts';
import { closedLines, closingLines } from './closings.ts';
import { groupLines } from './groups.ts';
import { laterLines } from './later-positions.ts';
import { memberRows } from './member-rows.ts';

/**
 * `status` for people: the verdict first, then who is holding out and why, then the evidence around it.
 *
 * @param dated the roster, where nobody but it named the date
 */
export function renderStatus(view: StatusView, layout: Layout, dated?: Roster): Painted {
  return blocksText([
    headline(view, layout),
    barLines(view, layout),
    holdingOut(view, layout),
    ...(layout.all ? [others(view, layout)] : []),
    [...sections(view, layout, dated)],
  ]);
}

/** What is decided, how far it is and who stands in the way; the dates last where there is no room for them before. */
function headline(view: StatusView, layout: Layout): Painted[] {
  const { title, below } = headingOf(
    view.snapshot,
    dateText(view.snapshot.asOf),
    layout,
    layout.ascii === true ? ' - ' : ' · ',
  );
  return [...title, ...decisionLines(view, layout), ...verdict(view, layout), ...below, ...premises(view, layout)];
}

/** The verdict in words, then the remarks on what is left out or assumed. */
function verdict(view: StatusView, { width, theme }: Layout): Painted[] {
  const { tally } = view;
  const word = visible(tally.outcome.toUpperCase());
  const indent = spaces(word.length + 2);
  const [first, ...rest] = wrap(verdictText(view), width - indent.length);
  const way = inTheWayText(view);
  return [
    painted`${theme.outcome[tally.outcome](word)}  ${first}`,
    ...[...rest, ...(way === undefined ? [] : wrap(way, width - indent.length))].map(
      (line) => painted`${indent}${line}`,
    ),
  ];
}

/** What the answer rests on where that is not the evidence as it is. */
function premises(view: StatusView, { width, theme }: Layout): Painted[] {
  const assumptions = assumptionsText(view);
  return [
    ...(view.snapshot.onRecord ? wrap(onRecordText, width) : []),
    ...(assumptions === undefined
      ? []
      : wrap(shown`What if: assuming ${assumptions}.`, width).map((line) => theme.advice(line))),
  ];
}

function holdingOut({ snapshot, tally, sources }: StatusView, layout: Layout): Painted[] {
  const { theme, all, width } = layout;
  if (tally.holdouts.length === 0) return [];
  const isUnknown = ({ stance, basis, assumed }: Holdout): boolean =>
    !all && stance === 'undeclared' && basis === undefined && !assumed;
  const known = tally.holdouts.filter((holdout) => !isUnknown(holdout));
  const unknown = tally.holdouts.filter(isUnknown);
  return [
    theme.strong(shown`Holding out`),
    ...memberRows(worstFirst(known), snapshot, layout, { datesOf: holdingOutText, sources }),
    ...unknownLine(unknown, width),
  ];
}

/** The undeclared members without any word of their own, cut to one line. */
function unknownLine(unknown: readonly Holdout[], width: number): Shown[] {
  if (unknown.length === 0) return [];
  const names = membersByName(unknown).map(({ name }) => visible(name));
  const head = shown`  Undeclared (${unknown.length}): `;
  const whole = shown`${head}${names.join(', ')}`;
  if (displayWidth(whole) <= width) return [whole];
  const tail = (left: number): string => ` and ${left} more (--all)`;
  let line = head;
  let used = 0;
  for (const name of names) {
    const longer = shown`${line}${used === 0 ? '' : ', '}${name}`;
    if (displayWidth(longer) + tail(names.length - used - 1).length > width) break;
    line = longer;
    used += 1;
  }
  return [used === 0 ? shown`  Undeclared: ${unknown.length} (--all)` : shown`${line}${tail(names.length - used)}`];
}

function others({ snapshot, tally, sources }: StatusView, layout: Layout): Painted[] {
  const holdingOut = new Set(tally.holdouts.map(({ code }) => code));
  const rest = snapshot.members.filter(({ code }) => !holdingOut.has(code));
  return rest.length === 0
    ? []
    : [layout.theme.strong(shown`Everybody else`), ...memberRows(membersByName(rest), snapshot, layout, { sources })];
}

function* sections(view: StatusView, layout: Layout, dated: Roster | undefined): Generator<Painted> {
  const { snapshot, tally, onRecordOutcome, origin, path, pivotal, demands, coalitions } = view;
  const naming = namingFor(snapshot, layout.all);
  const { nameOf, year } = naming;
  const rule = ruleText(snapshot.rule);
  // Once it is decided, only who asks is told what else could have happened.
  const ahead = layout.all || snapshot.decision === undefined;
  if (ahead && path) {
    yield* section('Path', pathLines(path, coalitions, tally.holdouts, naming), layout);
    yield* section('Block', toBlockLines(coalitions, snapshot.members, naming), layout);
    yield* section('Leverage', leverageLines(coalitions.leverage, naming), layout);
    const fewest = asksAnything(tally.holdouts) ? coalitions.fewestDemands : undefined;
    yield* section('Demands', demandLines(demands, { path, fewest, holdouts: tally.holdouts }, naming), layout);
  }
  if (tally.evaluation.kind !== 'count' && (layout.all || !barsTellAll(tally.evaluation)))
    yield* laidOutSection('Criteria', criterionTree(tally.evaluation, { ...layout, width: bodyWidth(layout) }), layout);
  if (rule !== undefined) yield* section('Rule', [rule], layout);
  if (ahead && path)
    yield* section(
      'Last move',
      lastMoveLines(tally.lastMove, year, (codes) => namesOf(codes, naming)),
      layout,
    );
  yield* section('Closes', closingLines(view, naming), layout);
  yield* section('Closed', closedLines(view, naming), layout);
  if (snapshot.round) yield* section('Round', [roundText(snapshot.round, year)], layout);
  if (ahead && path === undefined) {
    const toBlock = pivotal.members.length === 0 ? coalitions.toBlock : undefined;
    yield* section(
      'Pivotal',
      [pivotalLine(pivotal, toBlock, naming), ...defectionLines(coalitions.defection, naming)],
      layout,
    );
    yield* section('Margin', marginLines(pivotal, tally.evaluation), layout);
    yield* section('Rests on', evidenceLines(coalitions.onEvidence, naming), layout);
  }
  yield* section('Groups', groupLines(view.groups), layout);
  yield* section('Reported', reportedLines(snapshot.claims, year, nameOf, layout.all), layout);
  yield* section(
    'Conflict',
    snapshot.conflicts.map((conflict) => conflictText(conflict, year, nameOf)),
    layout,
  );
  yield* section('Denied', deniedLines(snapshot.members, year, layout.all), layout);
  if (!snapshot.onRecord && onRecordOutcome !== tally.outcome)
    yield* section('On record', [shown`${onRecordOutcome} on members' own statements alone`], layout);
  const milestones = tally.milestones.filter(({ deadline }) => ahead || !deadline);
  yield* section('Missed', missedLines(milestones, year), layout);
  yield* section('Ahead', aheadLines(milestones, year), layout);
  if (ahead) yield* section('Candidates', candidateLines(snapshot.candidates, year, layout.all), layout);
  yield* section('Not shown', laterLines(dated), layout);
  yield* section('From', [visible(origin)], layout);
}
