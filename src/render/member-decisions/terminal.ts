import type { MemberDecision, MemberDecisionsView } from '../../model/decisions/member.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import { blocksText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { haveOneDate, headLines, stateText } from '../list/summary.ts';
import { leftOutText } from '../list/words.ts';
import { dateText } from '../words/dates.ts';
import { decisiveText, headText, holdingText, stanceSince, withTitlesToldApart } from './words.ts';

/** `member` over several decisions for people: how often it held out, then a line for each decision. */
export function renderMemberDecisions(view: MemberDecisionsView, layout: Layout): Painted {
  const left = leftOutText(view);
  return blocksText([
    headLines(
      visible(headText(view)),
      view.decisions.map(({ decision }) => decision),
      layout,
    ),
    rowsOf(view.decisions, layout),
    left === undefined ? [] : wrap(left, layout.width).map((line) => layout.theme.advice(line)),
  ]);
}

const columns = ['title', 'stance', 'holding', 'decisive', 'asOf'] as const;
type Column = (typeof columns)[number];

/** The cells of a line, each empty where there is nothing to say. */
interface Row extends Readonly<Record<Column, Shown>> {
  readonly member: MemberDecision;
  readonly state: Shown;
}

function rowsOf(decisions: readonly MemberDecision[], layout: Layout): Painted[] {
  const dated = !haveOneDate(decisions.map(({ decision }) => decision));
  const rows = withTitlesToldApart(decisions).map((member): Row => {
    const { decision } = member;
    return {
      member,
      state: stateText(decision),
      title: visible(decision.title),
      stance: stanceSince(member),
      holding: shown`${holdingText(member)}`,
      decisive: shown`${decisiveText(member)}`,
      asOf: dated && member.standing !== undefined ? shown`on ${dateText(decision.asOf)}` : shown``,
    };
  });
  const state = widest(rows.map((row) => row.state));
  const cells = new Map(columns.map((key) => [key, widest(rows.map((row) => row[key]))]));
  const cellsOf = (key: Column): number => cells.get(key) ?? 0;
  // The dates are the first to give way: how old a stance is tells most of it.
  const fitting = [columns, columns.filter((key) => key !== 'asOf')]
    .map((keys) => keys.filter((key) => cellsOf(key) > 0))
    .find((keys) => keys.reduce((sum, key) => sum + cellsOf(key) + 2, state) <= layout.width);
  return rows.flatMap((row) => {
    const head = padEnd(row.state, state);
    if (fitting === undefined) return stacked(row, head, layout);
    return [line(row, head, shown`${fitting.map((key) => padEnd(row[key], cellsOf(key))).join('  ')}`, layout)];
  });
}

/** Two lines or more: what it is about, then how the member stands. */
function stacked(row: Row, head: Shown, layout: Layout): Painted[] {
  const { width, theme, ascii = false } = layout;
  const indent = displayWidth(head) + 2;
  const room = Math.max(1, width - indent);
  const parts = [row.stance, row.holding, row.decisive, row.asOf].filter((text) => text !== '');
  return [
    line(row, head, truncate(row.title, room, visible(ascii ? '...' : '…')), layout),
    ...joinedWithin(parts, shown`${ascii ? ' - ' : ' · '}`, room).map((text) =>
      theme.faint(shown`${spaces(indent)}${text}`),
    ),
  ];
}

/** Texts one after the other, as many in a line as fit; a longer one is wrapped. */
function joinedWithin(texts: readonly Shown[], between: Shown, room: number): Shown[] {
  const lines: Shown[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    const joined = last === undefined ? text : shown`${last}${between}${text}`;
    if (last !== undefined && displayWidth(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(text);
  }
  return lines.flatMap((text) => wrap(text, room));
}

/** A line in the colour of its state; grey once it is decided, and where it was no member. */
function line({ member: { decision, standing } }: Row, head: Shown, rest: Shown, { theme }: Layout): Painted {
  if (decision.state === 'decided' || standing === undefined) return theme.faint(shown`${head}  ${rest}`);
  return painted`${theme.outcome[decision.outcome](head)}  ${rest}`;
}
