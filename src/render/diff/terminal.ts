import { directions } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, wrap } from '../../text/width.ts';
import { blocksText, type SectionEntry, section } from '../layout/section.ts';
import type { Layout } from '../layout/theme.ts';
import { claimLines } from '../words/claims-and-dates.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { sinceWords } from '../words/members.ts';
import { assumptionsText, onRecordText, verdictText } from '../words/verdict.ts';
import { moveRows, reasonRows } from './moves.ts';
import {
  candidateLines,
  decisionLines,
  groupLines,
  milestoneLines,
  nameLines,
  ruleLines,
  weightLines,
} from './other-changes.ts';

/** `diff` for people: the two outcomes first, then who moved and why, then what else changed. */
export function renderDiff(view: DiffView, layout: Layout): string {
  const { diff } = view;
  const year = yearOf(diff.after.snapshot.asOf);
  return blocksText([
    [...heading(view, layout), ...sides(view, layout), ...remarks(view, layout)],
    ...directions.map((direction) => moveRows(diff, direction, layout, year)),
    titled('Other reasons', reasonRows(diff.reasons, layout), layout),
    [...sections(view, layout, year)],
  ]);
}

/** The two outcomes, or the one that stayed. */
export function outcomesText({ diff: { before, after, outcomeChanged } }: DiffView): string {
  const [then, now] = [before.tally.outcome.toUpperCase(), after.tally.outcome.toUpperCase()];
  return outcomeChanged ? `${then} → ${now}` : `STILL ${now}`;
}

function heading(view: DiffView, { width, theme }: Layout): string[] {
  const { snapshot, tally } = view.diff.after;
  const outcomes = outcomesText(view);
  const what = visible(snapshot.title) + (snapshot.body === undefined ? '' : ` · ${visible(snapshot.body)}`);
  const indent = ' '.repeat(displayWidth(outcomes) + 2);
  const [first = '', ...rest] = wrap(what, Math.max(20, width - indent.length));
  return [
    `${theme.outcome[tally.outcome](outcomes)}  ${theme.strong(first)}`,
    ...rest.map((line) => `${indent}${theme.strong(line)}`),
  ];
}

/** What each side is called: by its date, or by its origin where the dates are the same. */
export function sideNames({ diff: { before, after }, origins }: DiffView): readonly [before: string, after: string] {
  const dates = [dateText(before.snapshot.asOf), dateText(after.snapshot.asOf)] as const;
  if (dates[0] !== dates[1]) return dates;
  return origins.before === origins.after ? ['before', 'after'] : [visible(origins.before), visible(origins.after)];
}

function sides(view: DiffView, { width, theme }: Layout): string[] {
  const { before, after } = view.diff;
  const names = sideNames(view);
  const keys = Math.max(...names.map(displayWidth)) + 2;
  return [before, after].flatMap((side, index) => {
    const word = padEnd(side.tally.outcome, 7);
    const head = `  ${padEnd(names[index] ?? '', keys)}`;
    const beside = width - displayWidth(head) - 9 >= 24;
    const indent = ' '.repeat(beside ? displayWidth(head) + 9 : 4);
    const [first = '', ...rest] = wrap(verdictText(side), width - indent.length);
    const painted = theme.outcome[side.tally.outcome](word);
    return [
      ...(beside ? [`${theme.faint(head)}${painted}  ${first}`] : [`${theme.faint(head)}${painted}`, indent + first]),
      ...rest.map((line) => indent + line),
    ];
  });
}

/** What a reader must know before comparing. */
function remarks(view: DiffView, { width, theme }: Layout): string[] {
  const { diff } = view;
  const assumptions = assumptionsText(diff.after);
  return [
    ...(diff.sameMatter ? [] : [otherMatter(view)]),
    ...(diff.after.snapshot.onRecord ? [onRecordText] : []),
    ...(assumptions === undefined ? [] : [`What if: assuming ${assumptions} afterwards.`]),
    ...(diff.changed ? [] : ['Nothing changed.']),
  ].flatMap((remark) => wrap(remark, width).map((line) => theme.advice(line)));
}

/** That the two rosters are about different things, in a sentence. */
export function otherMatter({ diff: { before } }: DiffView): string {
  const { title, body } = before.snapshot;
  return `These are about different things: before it was "${visible(title)}"${body === undefined ? '' : ` (${visible(body)})`}.`;
}

function titled(title: string, rows: readonly string[], { theme }: Layout): string[] {
  return rows.length === 0 ? [] : [theme.strong(title), ...rows];
}

const fewest = 5;

function* sections({ diff, origins }: DiffView, layout: Layout, year: string): Generator<string> {
  const names = new Map(
    [...diff.before.snapshot.members, ...diff.after.snapshot.members].map(({ code, name }) => [code, visible(name)]),
  );
  const nameOf = (code: string): string => names.get(code) ?? visible(code);
  /** The latest ones, and how many there were before them. */
  const latest = (entries: readonly SectionEntry[]): SectionEntry[] => {
    const hidden = layout.all ? 0 : Math.max(0, entries.length - fewest);
    return hidden === 0 ? [...entries] : [`${hidden} earlier ones (--all)`, ...entries.slice(hidden)];
  };
  const standing = (member: Standing): string => {
    const since = sinceWords(member, year);
    return `${visible(member.name)}: ${member.stance}${since === '' ? '' : ` since ${since}`}`;
  };
  yield* section('Joined', diff.joined.map(standing), layout);
  yield* section('Left', diff.left.map(standing), layout);
  yield* section('Renamed', nameLines(diff.names), layout);
  yield* section('Rule', ruleLines(diff), layout);
  yield* section('Weights', latest(weightLines(diff.weights)), layout);
  yield* section('Groups', groupLines(diff.groups), layout);
  yield* section('Reported', latest(claimLines(diff.claims.added, year, nameOf)), layout);
  yield* section('Dropped', latest(claimLines(diff.claims.removed, year, nameOf)), layout);
  yield* section('Restated', latest(diff.evidence.map(({ after }) => standing(after))), layout);
  yield* section('Milestones', milestoneLines(diff, year), layout);
  yield* section('Running', candidateLines(diff.candidates, year), layout);
  yield* section('Decided', decisionLines(diff, year), layout);
  const from = origins.before === origins.after ? [origins.before] : [origins.before, origins.after];
  yield* section('From', [from.map(visible).join(' → ')], layout);
}
