import type { MemberHistory, Mention } from '../../model/member-history.ts';
import type { Position } from '../../model/roster.ts';
import type { WeightShare } from '../../model/tally.ts';
import type { MemberView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped, percentText, plural } from '../../text/numerals.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { blocksText, headingLines, type SectionEntry, section } from '../layout/section.ts';
import { type Layout, narrow, type Painted, painted } from '../layout/theme.ts';
import { conflictText, datedText, runningLines } from '../words/claims-and-dates.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { denialText } from '../words/denials.ts';
import { leaningStance } from '../words/leaning.ts';
import { holdingOutText, sinceText, whoText } from '../words/members.ts';
import { assumptionsText } from '../words/verdict.ts';
import { detailsOf } from './details.ts';
import { sourceEntries } from './sources.ts';
import { whatIfLines } from './what-ifs.ts';

/**
 * `member` for people: the current stance, then all positions, then claims and what would change if the member moved.
 */
export function renderMember({ history, origin }: MemberView, layout: Layout): Painted {
  return blocksText([
    [...heading(history, layout), ...standingLines(history, layout)],
    [...aboutLines(history, layout)],
    positionLines(history, layout),
    [...sections(history, origin, layout)],
  ]);
}

/** The member's name, with its code where that is another word. */
export const nameAndCode = ({ member: { name, code } }: MemberHistory): Shown =>
  name === code ? visible(name) : shown`${name} (${code})`;

function heading(history: MemberHistory, layout: Layout): Painted[] {
  const { body, asOf } = history.snapshot;
  return headingLines({ title: nameAndCode(history), ...(body !== undefined && { body }) }, dateText(asOf), layout);
}

/**
 * The stance in capitals, then its date, basis and effect in words; for a member not in the roster that day, why not.
 */
export function standingText({ standing, member, snapshot }: MemberHistory): readonly [word: Shown, rest: Shown] {
  if (standing === undefined) {
    const when = [
      ...(member.joined ? [`in it from ${dateText(member.joined)}`] : []),
      ...(member.left ? [`out of it from ${dateText(member.left)}`] : []),
    ];
    return [shown`NOT IN THE ROSTER`, visible([`on ${dateText(snapshot.asOf)}`, ...when].join('; '))];
  }
  const { stance, leaning, since, assumed, basis, holdingOut, blocking, pivotal } = standing;
  const dates = (holdingOut ? holdingOutText : sinceText)(standing, yearOf(snapshot.asOf));
  const told = dates.startsWith('holding out') ? (blocking ? ['blocking'] : []) : undefined;
  const words = [
    ...(since !== undefined ? [dates] : basis !== undefined ? ['undated'] : []),
    ...(basis === undefined ? [] : [basis]),
    ...(leaning === undefined ? [] : [`leaning ${leaning}`]),
    ...(assumed ? ['assumed'] : []),
    ...(told ?? (holdingOut ? [blocking ? 'holding out and blocking' : 'holding out'] : [])),
    ...(pivotal ? ['pivotal: its no alone would overturn this'] : []),
  ];
  return [visible(stance.toUpperCase()), visible(words.join(', '))];
}

function standingLines(history: MemberHistory, { width, theme }: Layout): Painted[] {
  const [word, rest] = standingText(history);
  const assumptions = assumptionsText(history);
  const indent = spaces(displayWidth(word) + 2);
  const [first, ...more] = wrap(rest, Math.max(20, width - indent.length));
  return [
    painted`${theme.strong(word)}  ${first}`,
    ...more.map((line) => painted`${indent}${line}`),
    ...(history.snapshot.onRecord ? wrap(shown`Positions on record alone.`, width) : []),
    ...(assumptions === undefined
      ? []
      : wrap(shown`What if: assuming ${assumptions}.`, width).map((line) => theme.advice(line))),
  ];
}

/** A weight: `population 10,551,707 of 449,206,579 (2.34%)`. */
export function weightText({ name, value, total }: WeightShare, isMember: boolean): Shown {
  const share = percentText(value, total);
  const part = !isMember || share === undefined ? '' : ` of ${grouped(total)} (${share})`;
  return shown`${name} ${grouped(value)}${part}`;
}

function* aboutLines(
  { member, standing, groups, weights, snapshot, evaluation }: MemberHistory,
  layout: Layout,
): Generator<Painted> {
  const { joined, left, note } = member;
  const lines = [
    ...(standing !== undefined && joined ? [shown`joined on ${dateText(joined)}`] : []),
    ...(standing !== undefined && left ? [shown`leaves on ${dateText(left)}`] : []),
  ];
  yield* section('About', [shown`${snapshot.title}: ${evaluation.status}`], layout);
  yield* section('Member', lines, layout);
  yield* section('Groups', groups.map(visible), layout);
  yield* section(
    'Weights',
    weights.map((weight) => weightText(weight, standing !== undefined)),
    layout,
  );
  // In the short form the member's note is its position's, and is shown there.
  if (note !== undefined && !member.positions.some((position) => position.note === note))
    yield* section('Note', [visible(note)], layout);
}

function positionLines(history: MemberHistory, { width, theme }: Layout): Painted[] {
  const year = yearOf(history.snapshot.asOf);
  const rows = history.positions.map((position) => ({ position, date: whenText(position, year) }));
  const dateWidth = rows.reduce((most, { date }) => Math.max(most, displayWidth(date)), 0);
  const inner = width >= narrow ? dateWidth + 4 : 4;
  const room = Math.max(20, width - inner);
  const indented: Indented = (text, paint = (line) => line) =>
    wrap(text, room).map((line) => painted`${spaces(inner)}${paint(line)}`);
  const lines = rows.flatMap(({ position, date }) => {
    const stance = leaningStance(position);
    const who = whoText(position);
    return [
      width >= narrow
        ? painted`  ${theme.faint(padEnd(date, dateWidth))}  ${theme.strong(stance)}`
        : painted`  ${theme.strong(stance)}  ${theme.faint(date)}`,
      ...(position.by === undefined && position.basis === 'stated' ? [] : indented(who, theme.faint)),
      ...detailsOf(position).flatMap((detail) => indented(visible(detail))),
      ...(position.denied === undefined ? [] : indented(denialText(position.denied, year))),
      ...sourceEntries(position.sources, history.sources).flatMap(({ text, address }) =>
        sourceLines(text, address, indented, inner, theme),
      ),
    ];
  });
  return [theme.strong(shown`Positions`), ...(lines.length === 0 ? [shown`  none is known`] : lines)];
}

/** Wraps a text and indents it below the date of its position. */
type Indented = (text: Shown, paint?: (line: Shown) => Painted) => Painted[];

/**
 * A source as a link, or with its address on a line of its own, never wrapped: a broken address cannot be clicked or
 * copied.
 */
function sourceLines(
  text: Shown,
  address: string | undefined,
  indented: Indented,
  inner: number,
  { link, faint }: Layout['theme'],
): Painted[] {
  if (address === undefined) return indented(text, faint);
  if (link !== undefined) return indented(text, (line) => faint(link(line, address)));
  return [...(text === address ? [] : indented(text, faint)), painted`${spaces(inner)}${faint(visible(address))}`];
}

const whenText = ({ date, circa }: Position, year: string): Shown =>
  date === undefined ? shown`undated` : datedText({ date, circa }, year);

/** Whether a list of holdouts names the member, and the effect: `not on the list of Reuters: counts as support`. */
export function mentionText({ by, listed, movedTo }: Mention): Shown {
  const list = by === undefined ? 'a complete list' : `the list of ${by}`;
  const said = listed ? `on ${list}` : `not on ${list}`;
  return shown`${said}: ${movedTo === undefined ? 'stays where it was' : `counts as ${movedTo}`}`;
}

/** Counts of hidden entries, with the reason; empty when nothing is hidden. */
export function hiddenLines({ later, leftOut, snapshot }: MemberHistory): Shown[] {
  const { positions, mentions } = leftOut;
  const others = [
    ...(positions === 0 ? [] : [plural(positions, 'reported position')]),
    ...(mentions === 0 ? [] : [plural(mentions, 'list of holdouts', 'lists of holdouts')]),
  ];
  return [
    ...(later === 0 ? [] : [shown`${plural(later, 'position')} later than ${dateText(snapshot.asOf)}`]),
    ...(others.length === 0 ? [] : [shown`${others.join(' and ')}: not on record`]),
  ];
}

function* sections(history: MemberHistory, origin: string, layout: Layout): Generator<Painted> {
  const year = yearOf(history.snapshot.asOf);
  const { mentions, conflicts, candidates, member } = history;
  const name = (): string => member.name;
  yield* section(
    'Listed',
    mentions.map((mention): SectionEntry => [datedText(mention, year), mentionText(mention)]),
    layout,
  );
  yield* section(
    'Conflict',
    conflicts.map((conflict) => conflictText(conflict, year, name)),
    layout,
  );
  yield* section('Running', runningLines(candidates, year), layout);
  yield* section(
    'If it came',
    whatIfLines(history).map(([stances, text]) => shown`to ${stances}: ${text}`),
    layout,
  );
  yield* section('Not told', hiddenLines(history), layout);
  yield* section('From', [visible(origin)], layout);
}
