import type { MemberHistory, Mention } from '../../model/member-history.ts';
import type { Position } from '../../model/roster.ts';
import type { WeightShare } from '../../model/tally.ts';
import type { MemberView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped, percentText, plural } from '../../text/numerals.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { memberSections } from '../coalitions/member.ts';
import { demandStoryLines } from '../evidence/demands.ts';
import { denialText } from '../evidence/denials.ts';
import { reportMentionLines } from '../evidence/reports.ts';
import { blocksText, headingOf, type SectionEntry, section } from '../layout/section.ts';
import { type Layout, narrow, type Painted, painted } from '../layout/theme.ts';
import { candidateLines, conflictText, datedText } from '../words/claims-and-dates.ts';
import { dateText, roundText, yearOf } from '../words/dates.ts';
import { decisionLines } from '../words/decision.ts';
import { assumedText, holdingOutText, leaningStance, sinceText, toneTexts, whoText } from '../words/members.ts';
import { assumptionsText, onRecordText, verdictText } from '../words/verdict.ts';
import { detailsOf } from './details.ts';
import { followerLines, followsLines } from './following.ts';
import { inOrderOfTime } from './rounds.ts';
import { sourceEntries } from './sources.ts';
import { absenceTexts, termLines } from './terms.ts';
import { whatIfLines } from './what-ifs.ts';

/**
 * `member` for people: the current stance, then all positions, then claims and what would change if the member moved.
 */
export function renderMember(view: MemberView, layout: Layout): Painted {
  const { history } = view;
  return blocksText([
    headLines(history, layout),
    [...aboutLines(history, layout)],
    positionLines(history, layout),
    [...sections(view, layout)],
  ]);
}

/** The member's name, with its code where that is another word. */
export const nameAndCode = ({ member: { name, code } }: MemberHistory): Shown =>
  name === code ? visible(name) : shown`${name} (${code})`;

/** The member and what is decided: `Hungary (HU) on Mark Rutte for NATO secretary general`. */
export const headingText = (history: MemberHistory): Shown =>
  shown`${nameAndCode(history)} on ${history.snapshot.title}`;

/** Where the member stands, then the decision as a whole, then what the answer rests on. */
function headLines(history: MemberHistory, layout: Layout): Painted[] {
  const { body, asOf } = history.snapshot;
  const about = { title: headingText(history), ...(body !== undefined && { body }) };
  const { title, below } = headingOf(about, dateText(asOf), layout);
  return [
    ...title,
    ...standingLines(history, layout),
    ...decisionLines(history, layout),
    ...outcomeLines(history, layout),
    ...below,
    ...premises(history, layout),
  ];
}

/**
 * The stance in capitals, then its date, basis and effect in words; for a member not in the roster that day, why not.
 */
export function standingText(history: MemberHistory): readonly [word: Shown, rest: Shown] {
  const { standing, snapshot } = history;
  if (standing === undefined) {
    const when = [`on ${dateText(snapshot.asOf)}`, ...absenceTexts(history)];
    return [shown`NOT A MEMBER`, visible(when.join('; '))];
  }
  const { stance, since, basis, holdingOut, blocking, pivotal } = standing;
  const assumed = assumedText(standing);
  const dates = (holdingOut ? holdingOutText : sinceText)(standing, yearOf(snapshot.asOf));
  const told = dates.startsWith('holding out') ? (blocking ? ['blocking'] : []) : undefined;
  const words = [
    ...(since !== undefined ? [dates] : basis !== undefined ? ['undated'] : []),
    ...(basis === undefined ? [] : [basis]),
    ...toneTexts(standing),
    ...(assumed === undefined ? [] : [assumed]),
    ...(told ?? (holdingOut ? [blocking ? 'holding out and blocking' : 'holding out'] : [])),
    ...(pivotal ? ['pivotal: its no alone would overturn this'] : []),
  ];
  return [visible(stance.toUpperCase()), visible(words.join(', '))];
}

function standingLines(history: MemberHistory, { width, theme }: Layout): Painted[] {
  const [word, rest] = standingText(history);
  const indent = spaces(displayWidth(word) + 2);
  const [first, ...more] = wrap(rest, Math.max(20, width - indent.length));
  return [painted`${theme.strong(word)}  ${first}`, ...more.map((line) => painted`${indent}${line}`)];
}

/** The outcome, and how far the rule is. */
function outcomeLines(history: MemberHistory, { width, theme }: Layout): Painted[] {
  const { outcome } = history.tally;
  const word = visible(outcome.toUpperCase());
  const indent = spaces(word.length + 2);
  return wrap(verdictText(history), width - indent.length).map((line, index) =>
    index === 0 ? painted`${theme.outcome[outcome](word)}  ${line}` : painted`${indent}${line}`,
  );
}

/** What the answer rests on where that is not the evidence as it is. */
function premises(history: MemberHistory, { width, theme }: Layout): Painted[] {
  const assumptions = assumptionsText(history);
  return [
    ...(history.snapshot.onRecord ? wrap(onRecordText, width) : []),
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

function* aboutLines(history: MemberHistory, layout: Layout): Generator<Painted> {
  const { member, standing, groups, weights } = history;
  const { note } = member;
  yield* section('Member', termLines(history), layout);
  yield* section('Follows', followsLines(history), layout);
  yield* section('Followers', followerLines(history), layout);
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
  const dates = history.positions.map((position) => whenText(position, year));
  const dateWidth = dates.reduce((most, date) => Math.max(most, displayWidth(date)), 0);
  const inner = width >= narrow ? dateWidth + 4 : 4;
  const room = Math.max(20, width - inner);
  const indented: Indented = (text, paint = (line) => line) =>
    wrap(text, room).map((line) => painted`${spaces(inner)}${paint(line)}`);
  const ofPosition = (position: Position): Painted[] => {
    const stance = leaningStance(position);
    const date = whenText(position, year);
    const who = whoText(position);
    return [
      width >= narrow
        ? painted`  ${theme.faint(padEnd(date, dateWidth))}  ${theme.strong(stance)}`
        : painted`  ${theme.strong(stance)}  ${theme.faint(date)}`,
      ...(position.by === undefined && position.basis === 'stated' ? [] : indented(who, theme.faint)),
      ...detailsOf(position, history.positions).flatMap((detail) => indented(visible(detail))),
      ...(position.denied === undefined ? [] : indented(denialText(position.denied, year))),
      ...sourceEntries(position.sources, history.sources).flatMap(({ text, address }) =>
        sourceLines(text, address, indented, inner, theme),
      ),
    ];
  };
  const lines = inOrderOfTime(history, ofPosition, (round) =>
    wrap(roundText(round, year), width - 2).map((line) => painted`  ${theme.faint(line)}`),
  );
  return [theme.strong(shown`Positions`), ...(lines.length === 0 ? [shown`  none known`] : lines)];
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

/** Whether a list of holdouts names the member, and the effect: `not named (Reuters): counted as support`. */
export function mentionText({ by, listed, movedTo }: Mention): Shown {
  const said = `${listed ? 'named as holding out' : 'not named'}${by === undefined ? '' : ` (${by})`}`;
  return shown`${said}: ${movedTo === undefined ? 'no change' : `counted as ${movedTo}`}`;
}

/** Counts of hidden entries, with the reason; empty when nothing is hidden. */
export function hiddenLines({ later, leftOut, snapshot }: MemberHistory): Shown[] {
  const { positions, mentions, reports } = leftOut;
  const others = [
    ...(positions === 0 ? [] : [plural(positions, 'reported position')]),
    ...(reports === 0 ? [] : [plural(reports, 'report about several', 'reports about several')]),
    ...(mentions === 0 ? [] : [plural(mentions, 'list of holdouts', 'lists of holdouts')]),
  ];
  return [
    ...(later === 0 ? [] : [shown`${plural(later, 'position')} after ${dateText(snapshot.asOf)}`]),
    ...(others.length === 0 ? [] : [shown`${others.join(' and ')} (not on record)`]),
  ];
}

function* sections(view: MemberView, layout: Layout): Generator<Painted> {
  const { history, origin } = view;
  const year = yearOf(history.snapshot.asOf);
  const { mentions, conflicts, candidates, member } = history;
  const name = (): string => member.name;
  yield* section(
    'Lists',
    mentions.map((mention): SectionEntry => [datedText(mention, year), mentionText(mention)]),
    layout,
  );
  yield* section('Reports', reportMentionLines(history, year), layout);
  yield* section('Asked for', demandStoryLines(history.demands, year), layout);
  yield* section(
    'Conflict',
    conflicts.map((conflict) => conflictText(conflict, year, name)),
    layout,
  );
  yield* section('Candidates', candidateLines(candidates, year), layout);
  for (const [label, lines] of memberSections(view)) yield* section(label, lines, layout);
  yield* section('What if', whatIfLines(history), layout);
  yield* section('Not shown', hiddenLines(history), layout);
  yield* section('From', [visible(origin)], layout);
}
