import { directions } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { demandDiffLines } from '../evidence/demands.ts';
import { deniedLinesOf } from '../evidence/denials.ts';
import { blocksText, type SectionEntry, section } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { claimLines } from '../words/claims-and-dates.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { decidedSentence } from '../words/decision.ts';
import { inTheWayText } from '../words/in-the-way.ts';
import { leaningStance, sinceWords } from '../words/members.ts';
import { membersByName } from '../words/order.ts';
import { assumptionsText, onRecordText, verdictText } from '../words/verdict.ts';
import { moveRows, reasonRows } from './moves.ts';
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

/** `diff` for people: the two outcomes first, then who moved and why, then what else changed. */
export function renderDiff(view: DiffView, layout: Layout): Painted {
  const { diff } = view;
  const year = yearOf(diff.after.snapshot.asOf);
  return blocksText([
    [...heading(view, layout), ...sides(view, layout), ...situation(view, layout), ...remarks(view, layout)],
    ...directions.map((direction) => moveRows(diff, direction, layout, year)),
    titled('Changed reasons', reasonRows(diff.reasons, layout), layout),
    [...sections(view, layout, year)],
  ]);
}

/** `OPEN → REACHED`, or `STILL OPEN` when the outcome is the same. */
export function outcomesText({ diff: { before, after, outcomeChanged } }: DiffView): Shown {
  const [then, now] = [before.tally.outcome.toUpperCase(), after.tally.outcome.toUpperCase()];
  return outcomeChanged ? shown`${then} → ${now}` : shown`STILL ${now}`;
}

function heading(view: DiffView, { width, theme }: Layout): Painted[] {
  const { snapshot, tally } = view.diff.after;
  const outcomes = outcomesText(view);
  const what = shown`${snapshot.title}${snapshot.body === undefined ? '' : ` · ${snapshot.body}`}`;
  const indent = spaces(displayWidth(outcomes) + 2);
  const [first, ...rest] = wrap(what, Math.max(20, width - indent.length));
  return [
    painted`${theme.outcome[tally.outcome](outcomes)}  ${theme.strong(first)}`,
    ...rest.map((line) => painted`${indent}${theme.strong(line)}`),
  ];
}

/** Names of the two sides: their dates, or their origins when the dates are equal. */
export function sideNames({ diff: { before, after }, origins }: DiffView): readonly [before: Shown, after: Shown] {
  const dates = [dateText(before.snapshot.asOf), dateText(after.snapshot.asOf)] as const;
  if (dates[0] !== dates[1]) return dates;
  return origins.before === origins.after
    ? [shown`before`, shown`after`]
    : [visible(origins.before), visible(origins.after)];
}

function sides(view: DiffView, { width, theme }: Layout): Painted[] {
  const { before, after } = view.diff;
  const names = sideNames(view);
  const keys = Math.max(...names.map(displayWidth)) + 2;
  const rows = [[before, names[0]] as const, [after, names[1]] as const];
  return rows.flatMap(([side, name]) => {
    const word = padEnd(visible(side.tally.outcome), 7);
    const head = shown`  ${padEnd(name, keys)}`;
    const beside = width - displayWidth(head) - 9 >= 24;
    const indent = spaces(beside ? displayWidth(head) + 9 : 4);
    const [first, ...rest] = wrap(verdictText(side), width - indent.length);
    const start = painted`${theme.faint(head)}${theme.outcome[side.tally.outcome](word)}`;
    return [
      ...(beside ? [painted`${start}  ${first}`] : [start, painted`${indent}${first}`]),
      ...rest.map((line) => painted`${indent}${line}`),
    ];
  });
}

/** Where it stands now: what was decided, or who still stands in the way. */
function situation({ diff: { after } }: DiffView, { width }: Layout): Shown[] {
  const { decision } = after.snapshot;
  const text = decision === undefined ? inTheWayText(after) : decidedSentence(decision);
  return text === undefined ? [] : wrap(text, width - 2).map((line) => shown`  ${line}`);
}

/** What a reader must know before comparing. */
function remarks(view: DiffView, { width, theme }: Layout): Painted[] {
  const { diff } = view;
  const assumptions = assumptionsText(diff.after);
  return [
    ...(diff.sameMatter ? [] : [otherMatter(view)]),
    ...(diff.after.snapshot.onRecord ? [onRecordText] : []),
    ...(assumptions === undefined ? [] : [shown`What if: assuming ${assumptions} in the second snapshot.`]),
    ...(diff.changed ? [] : [shown`Nothing changed.`]),
  ].flatMap((remark) => wrap(remark, width).map((line) => theme.advice(line)));
}

/** The remark that the two rosters are about different things. */
export function otherMatter({ diff: { before } }: DiffView): Shown {
  const { title, body } = before.snapshot;
  return shown`Two different decisions: the first is "${title}"${body === undefined ? '' : ` (${body})`}.`;
}

function titled(title: string, rows: readonly Painted[], { theme }: Layout): Painted[] {
  return rows.length === 0 ? [] : [theme.strong(visible(title)), ...rows];
}

const fewest = 5;

function* sections({ diff, origins }: DiffView, layout: Layout, year: string): Generator<Painted> {
  const names = new Map(
    [...diff.before.snapshot.members, ...diff.after.snapshot.members].map(({ code, name }) => [code, name]),
  );
  const nameOf = (code: string): string => names.get(code) ?? code;
  /** The last entries, and the number of earlier ones; all of them with `--all`. */
  const latest = (entries: readonly SectionEntry[]): SectionEntry[] => {
    const hidden = layout.all ? 0 : Math.max(0, entries.length - fewest);
    return hidden === 0 ? [...entries] : [...entries.slice(hidden), shown`${hidden} more (--all)`];
  };
  const standing = (member: Standing): Shown => {
    const since = sinceWords(member, year);
    return shown`${member.name}: ${leaningStance(member)}${since === '' ? '' : ` since ${since}`}`;
  };
  yield* section('Joined', membersByName(diff.joined).map(standing), layout);
  yield* section('Left', membersByName(diff.left).map(standing), layout);
  yield* section('Renamed', nameLines(diff.names), layout);
  yield* section('Round', roundLines(diff, year), layout);
  yield* section('Rule', ruleLines(diff), layout);
  yield* section('Weights', latest(weightLines(membersByName(diff.weights))), layout);
  yield* section('Groups', groupLines(diff.groups), layout);
  yield* section('Reported', latest(claimLines(diff.claims.added, year, nameOf)), layout);
  yield* section('Dropped', latest(claimLines(diff.claims.removed, year, nameOf)), layout);
  yield* section('Restated', latest(membersByName(diff.evidence).map(({ after }) => standing(after))), layout);
  yield* section('Denied', deniedLinesOf(diff.denied, year), layout);
  yield* section('Demands', demandDiffLines(diff.demands, year, nameOf), layout);
  yield* section('Milestones', milestoneLines(diff, year), layout);
  yield* section('Candidates', candidateLines(diff.candidates, year), layout);
  yield* section('Decided', decisionLines(diff, year), layout);
  const from = origins.before === origins.after ? [origins.before] : [origins.before, origins.after];
  yield* section('From', [visible(from.join(' → '))], layout);
}
