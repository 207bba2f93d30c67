import type { ListedDecision, ListView } from '../../model/decisions/listed.ts';
import type { Holdout } from '../../model/tally.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import { blocksText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { datedText } from '../words/claims-and-dates.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { namesWithin } from '../words/names.ts';
import { signs } from '../words/signs.ts';
import { needText } from './need.ts';
import { haveOneDate, headLines, stateText, toldApart } from './summary.ts';
import { headText, holdoutNames, leftOutText, movedText, nextText } from './words.ts';

/** Decided ones that are listed unless all are asked for; the others are counted. */
const mostDecided = 5;

/** Cells that the names of holdouts get at least where they stand in a column. */
const leastForNames = 16;

/** `list` for people: how many there are, then a line for each, the open ones first. */
export function renderList(view: ListView, layout: Layout): Painted {
  const { theme, all, width } = layout;
  const decisions = toldApart(view.decisions);
  const undecided = decisions.filter(({ state }) => state !== 'decided');
  const decided = decisions.filter(({ state }) => state === 'decided');
  const told = all || decided.length <= mostDecided + 1 ? decided : decided.slice(0, mostDecided);
  const more = decided.length - told.length;
  const lines = rowsOf([...undecided, ...told], view.selection.waitingOn?.code, layout);
  const left = leftOutText(view);
  return blocksText([
    headLines(headText(view), decisions, layout),
    [...lines, ...(more === 0 ? [] : [theme.faint(shown`and ${more} more decided (--all)`)])],
    left === undefined ? [] : wrap(left, width).map((line) => theme.advice(line)),
  ]);
}

interface Row {
  readonly decision: ListedDecision;
  readonly state: Shown;
  readonly title: Shown;
  readonly need: Shown;
  /** Who holds out; of one member that is asked for, how. */
  readonly names: readonly Shown[];
  readonly due: Shown;
  readonly moved: Shown;
  readonly asOf: Shown;
}

function rowsOf(decisions: readonly ListedDecision[], waitingOn: string | undefined, layout: Layout): Painted[] {
  const dated = !haveOneDate(decisions);
  const rows = decisions.map((decision): Row => {
    const isDecided = decision.state === 'decided';
    return {
      decision,
      state: stateText(decision),
      title: visible(decision.title),
      need: needText(decision.evaluation),
      names: isDecided ? [] : whoHoldsOut(decision, waitingOn),
      due: nextText(decision),
      moved: isDecided ? shown`` : movedText(decision.lastMove),
      asOf: dated ? shown`on ${dateText(decision.asOf)}` : shown``,
    };
  });
  return besides(rows, layout) ?? rows.flatMap((row) => stacked(row, rows, layout));
}

/** One line each, in columns; undefined where there is no room. Dates and last moves give way before names do. */
function besides(rows: readonly Row[], layout: Layout): Painted[] | undefined {
  const [state, title, need, due, moved, asOf] = (['state', 'title', 'need', 'due', 'moved', 'asOf'] as const).map(
    (key) => widest(rows.map((row) => row[key])),
  ) as [number, number, number, number, number, number];
  const fixed = state + title + need + 6;
  const least = Math.min(leastForNames, widest(rows.map(({ names }) => namesWithin(names, 0))));
  const tails: readonly (readonly (readonly ['due' | 'moved' | 'asOf', number])[])[] = [
    [
      ['due', due],
      ['moved', moved],
      ['asOf', asOf],
    ],
    [
      ['due', due],
      ['asOf', asOf],
    ],
  ];
  for (const tail of tails) {
    const shownTail = tail.filter(([, cells]) => cells > 0);
    const room = layout.width - fixed - shownTail.reduce((sum, [, cells]) => sum + cells + 2, 0);
    if (room < least) continue;
    const names = Math.min(room, widest(rows.map((row) => namesWithin(row.names, room))));
    return rows.map((row) => {
      const cells = [
        padEnd(row.title, title),
        padEnd(row.need, need),
        ...(names > 0 ? [padEnd(namesIn(row, room), names)] : []),
        ...shownTail.map(([key, width]) => padEnd(row[key], width)),
      ];
      return line(row, padEnd(row.state, state), shown`${cells.join('  ').trimEnd()}`, layout);
    });
  }
  return undefined;
}

/** Two lines: what it is about and how far it is, then who holds out and when something happens. */
function stacked(row: Row, rows: readonly Row[], layout: Layout): Painted[] {
  const { width, theme } = layout;
  const state = widest(rows.map((one) => one.state));
  const room = width - state - 2;
  const title = truncate(row.title, Math.max(1, room - displayWidth(row.need) - 2), ellipsisOf(layout));
  const head = line(row, padEnd(row.state, state), shown`${title}  ${row.need}`, layout);
  const separator = layout.ascii === true ? ' - ' : ' · ';
  const cells = (texts: readonly Shown[]): number =>
    texts.reduce((sum, text) => sum + displayWidth(text) + separator.length, 0);
  const given = [row.due, row.moved, row.asOf].filter((text) => text !== '');
  const least = row.names.length === 0 ? -separator.length : leastForNames;
  // The last move gives way where all does not fit.
  const dates = cells(given) + least <= room ? given : given.filter((text) => text !== row.moved);
  const parts = row.names.length === 0 ? dates : [namesIn(row, Math.max(room - cells(dates), leastForNames)), ...dates];
  if (parts.length === 0) return [head];
  const below = wrap(shown`${parts.join(separator)}`, room);
  return [head, ...below.map((text) => theme.faint(shown`${spaces(state + 2)}${text}`))];
}

/** The names of those who hold out; where one member was asked for, its own stance. */
function whoHoldsOut(decision: ListedDecision, waitingOn: string | undefined): readonly Shown[] {
  const asked = decision.holdouts.find(({ code }) => code === waitingOn);
  if (asked === undefined) return holdoutNames(decision);
  const year = yearOf(decision.asOf);
  return [shown`${[signs[asked.stance].words, sinceDay(asked, year)].filter((text) => text !== '').join(' ')}`];
}

const sinceDay = ({ since, circa }: Holdout, year: string): string =>
  since === undefined ? '' : `since ${datedText({ date: since, circa }, year)}`;

const namesIn = ({ names }: Row, room: number): Shown => (names.length === 0 ? shown`` : namesWithin(names, room));

const ellipsisOf = ({ ascii }: Layout): Shown => visible(ascii === true ? '...' : '…');

function line({ decision }: Row, state: Shown, rest: Shown, { theme }: Layout): Painted {
  if (decision.state === 'decided') return theme.faint(shown`${state}  ${rest}`);
  return painted`${theme.outcome[decision.outcome](state)}  ${rest}`;
}
