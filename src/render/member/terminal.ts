import type { MemberHistory, Mention, WeightShare } from '../../model/member-history.ts';
import type { Position } from '../../model/roster.ts';
import type { MemberView } from '../../model/view.ts';
import { visible } from '../../text/escape-controls.ts';
import { grouped, percentText, plural } from '../../text/numerals.ts';
import { displayWidth, wrap } from '../../text/width.ts';
import { blocksText, headingLines, type SectionEntry, section } from '../layout/section.ts';
import { type Layout, narrow } from '../layout/theme.ts';
import { candidateText, conflictText, datedText } from '../words/claims-and-dates.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { sinceText, whoText } from '../words/members.ts';
import { assumptionsText } from '../words/verdict.ts';
import { detailsOf } from './details.ts';
import { sourceEntries } from './sources.ts';
import { whatIfLines } from './what-ifs.ts';

/** `member` for people: where it stands first, then all it said, then what others counted and what hangs on it. */
export function renderMember({ history, origin }: MemberView, layout: Layout): string {
  return blocksText([
    [...heading(history, layout), ...standingLines(history, layout)],
    [...aboutLines(history, layout)],
    positionLines(history, layout),
    [...sections(history, origin, layout)],
  ]);
}

/** The member's name, with its code where that is another word. */
export const nameAndCode = ({ member: { name, code } }: MemberHistory): string =>
  name === code ? name : `${name} (${code})`;

function heading(history: MemberHistory, layout: Layout): string[] {
  const { body, asOf } = history.snapshot;
  return headingLines({ title: nameAndCode(history), ...(body !== undefined && { body }) }, dateText(asOf), layout);
}

/** Where it stands, since when, and what hangs on it. */
export function standingText({ standing, member, snapshot }: MemberHistory): readonly [word: string, rest: string] {
  if (standing === undefined) {
    const when = [
      ...(member.joined ? [`in it from ${dateText(member.joined)}`] : []),
      ...(member.left ? [`out of it from ${dateText(member.left)}`] : []),
    ];
    return ['NOT IN THE ROSTER', [`on ${dateText(snapshot.asOf)}`, ...when].join('; ')];
  }
  const { stance, since, assumed, basis, holdingOut, blocking, pivotal } = standing;
  const words = [
    ...(since !== undefined ? [sinceText(standing, yearOf(snapshot.asOf))] : basis !== undefined ? ['undated'] : []),
    ...(basis === undefined ? [] : [basis]),
    ...(assumed ? ['assumed'] : []),
    ...(holdingOut ? [blocking ? 'holding out and blocking' : 'holding out'] : []),
    ...(pivotal ? ['pivotal: without it there would be no decision'] : []),
  ];
  return [stance.toUpperCase(), words.join(', ')];
}

function standingLines(history: MemberHistory, { width, theme }: Layout): string[] {
  const [word, rest] = standingText(history);
  const assumptions = assumptionsText(history);
  const indent = ' '.repeat(displayWidth(word) + 2);
  const [first = '', ...more] = wrap(rest, Math.max(20, width - indent.length));
  return [
    `${theme.strong(word)}  ${first}`,
    ...more.map((line) => indent + line),
    ...(history.snapshot.onRecord ? wrap('Positions on record alone.', width) : []),
    ...(assumptions === undefined
      ? []
      : wrap(`What if: assuming ${assumptions}.`, width).map((line) => theme.advice(line))),
  ];
}

/** `population 10,551,707 of 449,206,579 (2.34%)`. The share is cut, not rounded. */
export function weightText({ name, value, total }: WeightShare, isMember: boolean): string {
  const share = percentText(value, total);
  const part = !isMember || share === undefined ? '' : ` of ${grouped(total)} (${share})`;
  return `${visible(name)} ${grouped(value)}${part}`;
}

function* aboutLines(
  { member, standing, groups, weights, snapshot, evaluation }: MemberHistory,
  layout: Layout,
): Generator<string> {
  const { joined, left, note } = member;
  const lines = [
    ...(standing !== undefined && joined ? [`joined on ${dateText(joined)}`] : []),
    ...(standing !== undefined && left ? [`leaves on ${dateText(left)}`] : []),
  ];
  yield* section('About', [`${visible(snapshot.title)}: ${evaluation.status}`], layout);
  yield* section('Member', lines, layout);
  yield* section('Groups', groups.map(visible), layout);
  yield* section(
    'Weights',
    weights.map((weight) => weightText(weight, standing !== undefined)),
    layout,
  );
  // A note beside a position that is written as its member is the position's.
  if (note !== undefined && !member.positions.some((position) => position.note === note))
    yield* section('Note', [visible(note)], layout);
}

function positionLines(history: MemberHistory, { width, theme }: Layout): string[] {
  const year = yearOf(history.snapshot.asOf);
  const dates = history.positions.map((position) => whenText(position, year));
  const dateWidth = dates.reduce((most, date) => Math.max(most, displayWidth(date)), 0);
  const inner = width >= narrow ? dateWidth + 4 : 4;
  const room = Math.max(20, width - inner);
  const indented = (text: string, paint = (line: string) => line): string[] =>
    wrap(text, room).map((line) => `${' '.repeat(inner)}${paint(line)}`);
  const lines = history.positions.flatMap((position, index) => {
    const { stance } = position;
    const date = dates[index] ?? '';
    const who = whoText(position);
    return [
      width >= narrow
        ? `  ${theme.faint(date.padEnd(dateWidth))}  ${theme.strong(stance)}`
        : `  ${theme.strong(stance)}  ${theme.faint(date)}`,
      ...(position.by === undefined && position.basis === 'stated' ? [] : indented(who, theme.faint)),
      ...detailsOf(position).flatMap((detail) => indented(visible(detail))),
      ...sourceEntries(position.sources, history.sources).flatMap(({ text, address }) =>
        sourceLines(text, address, indented, inner, theme),
      ),
    ];
  });
  return [theme.strong('Positions'), ...(lines.length === 0 ? ['  none is known'] : lines)];
}

/** A source that leads to its address, or has it below, whole: a broken address can be neither clicked nor copied. */
function sourceLines(
  text: string,
  address: string | undefined,
  indented: (text: string, paint?: (line: string) => string) => string[],
  inner: number,
  { link, faint }: Layout['theme'],
): string[] {
  if (address === undefined) return indented(text, faint);
  if (link !== undefined) return indented(text, (line) => faint(link(line, address)));
  return [...(text === address ? [] : indented(text, faint)), `${' '.repeat(inner)}${faint(visible(address))}`];
}

const whenText = ({ date, circa }: Position, year: string): string =>
  date === undefined ? 'undated' : datedText({ date, circa }, year);

/** What a list of holdouts said of the member, and what that did. */
export function mentionText({ by, listed, movedTo }: Mention): string {
  const list = by === undefined ? 'a complete list' : `the list of ${visible(by)}`;
  const said = listed ? `on ${list}` : `not on ${list}`;
  return `${said}: ${movedTo === undefined ? 'stays where it was' : `counts as ${movedTo}`}`;
}

/** What is not told, and why. */
export function untoldLines({ later, leftOut, snapshot }: MemberHistory): string[] {
  const { positions, mentions } = leftOut;
  const others = [
    ...(positions === 0 ? [] : [plural(positions, 'reported position')]),
    ...(mentions === 0 ? [] : [plural(mentions, 'list of holdouts', 'lists of holdouts')]),
  ];
  return [
    ...(later === 0 ? [] : [`${plural(later, 'position')} later than ${dateText(snapshot.asOf)}`]),
    ...(others.length === 0 ? [] : [`${others.join(' and ')}: not on record`]),
  ];
}

function* sections(history: MemberHistory, origin: string, layout: Layout): Generator<string> {
  const year = yearOf(history.snapshot.asOf);
  const { mentions, conflicts, candidates, member } = history;
  const name = (): string => visible(member.name);
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
  yield* section(
    'Running',
    candidates.map((candidate) => candidateText(candidate, year)),
    layout,
  );
  yield* section(
    'If it came',
    whatIfLines(history).map(([stances, text]) => `to ${stances}: ${text}`),
    layout,
  );
  yield* section('Not told', untoldLines(history), layout);
  yield* section('From', [visible(origin)], layout);
}
