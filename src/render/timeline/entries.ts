import { stances } from '../../model/stance.ts';
import type { StanceCounts } from '../../model/tally.ts';
import type {
  Evidence,
  LastMover,
  Restatement,
  StanceChange,
  Timeline,
  TimelinePoint,
  TimelineState,
} from '../../model/timeline.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { groupedBy, groupsOf } from '../../text/grouped.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { demandChangeText } from '../evidence/demands.ts';
import { deniedLinesOf } from '../evidence/denials.ts';
import { claimText } from '../words/claims-and-dates.ts';
import { criterionLabel } from '../words/criterion.ts';
import { dateText, roundName, yearOf } from '../words/dates.ts';
import { leaningStance, tonedStance } from '../words/members.ts';
import { membersByName } from '../words/order.ts';
import { figureText, type Series } from './chart/series.ts';

/** One date of a timeline, in words. */
export interface TimelineEntry {
  readonly date: Shown;
  readonly state: TimelineState;
  /** `21 of 32`. */
  readonly tally: Shown;
  /** Events of the date, one text for each; the members by stance when there is no event. */
  readonly texts: Iterable<Shown>;
}

/** The entries of a timeline by date, after the state before the first date if there is one. */
export function timelineEntries(
  { start, points, from, names }: Timeline,
  series: Series,
  arrow: string,
): TimelineEntry[] {
  const row = (date: Shown, state: TimelineState, texts: Iterable<Shown>): TimelineEntry => ({
    date,
    state,
    tally: figureText(series.figureOf(state)),
    texts: { [Symbol.iterator]: () => textsOrMembers(texts, state.counts) },
  });
  const before = points.length > 0 || from !== undefined ? shown`before` : shown`undated`;
  return [
    ...(start ? [row(before, start, [])] : []),
    ...points.map((point) => row(dateText(point.date), point, eventTexts(point, { names, arrow }))),
  ];
}

function* textsOrMembers(texts: Iterable<Shown>, counts: StanceCounts): Generator<Shown> {
  let isEmpty = true;
  for (const text of texts) {
    yield text;
    isEmpty = false;
  }
  if (isEmpty) yield membersText(counts);
}

/** Members by stance, the most frequent first: `31 members: 29 undeclared, 2 support`. */
function membersText(counts: StanceCounts): Shown {
  const parts = stances
    .filter((stance) => counts[stance] > 0)
    .sort((a, b) => counts[b] - counts[a])
    .map((stance) => `${grouped(`${counts[stance]}`)} ${stance}`);
  return shown`${plural(grouped(`${counts.members}`), 'member')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** The text with a capital first letter. */
export const capital = (text: Shown): Shown => (text.slice(0, 1).toUpperCase() + text.slice(1)) as Shown;

/** Names and arrow for the texts of events. */
export interface Wording {
  readonly names: Timeline['names'];
  /** Between the stance before and the stance after. */
  readonly arrow: string;
}

/**
 * The events of a date, one line for each; members with the same change share a line. There may be a hundred thousand, so
 * each is made when it is read.
 */
export function* eventTexts(point: TimelinePoint, { names, arrow }: Wording): Generator<Shown> {
  const {
    date,
    ruleChanged,
    rounds,
    timeCome,
    closed,
    weights,
    joined,
    left,
    moved,
    restated,
    claims,
    candidates,
    milestones,
    decision,
  } = point;
  const year = yearOf(date);
  const nameOf = (code: string): string => names.get(code) ?? code;
  if (ruleChanged) yield shown`The rule changes`;
  for (const round of rounds) yield shown`Begins: ${roundName(round, year)}`;
  for (const criterion of timeCome)
    if (!closed.includes(criterion)) yield shown`The rule's time has come: ${criterionLabel(criterion)}`;
  for (const criterion of closed) yield shown`Closed: ${criterionLabel(criterion)}`;
  yield* together(weights, ({ weight }) => `new ${weight}`);
  yield* together(joined, ({ stance }) => `joined, ${stance}`);
  yield* together(left, ({ stance }) => `left, ${stance} until then`);
  yield* together(
    moved,
    (move: StanceChange) => `${move.from} ${arrow} ${tonedStance(move.to, move)}${evidenceText(move)}`,
  );
  yield* together(restated, (again: Restatement) => `still ${leaningStance(again)}${evidenceText(again)}`);
  for (const [, text] of deniedLinesOf(point.denied, year)) yield text;
  for (const change of point.demands) yield demandChangeText(change, nameOf);
  for (const claim of claims) {
    const when = claim.date.day === date.day ? '' : ` on ${dateText(claim.date, year)}`;
    yield shown`Reported${when}${claim.circa ? ', about then' : ''}: ${claimText(claim, nameOf)}`;
  }
  for (const { name, member, status, circa } of candidates) {
    const origin = member === undefined ? '' : ` (${nameOf(member)})`;
    yield shown`Candidate ${name}${origin}: ${status}${circa ? ', about then' : ''}`;
  }
  for (const { name, deadline, circa } of milestones)
    yield shown`${deadline ? 'Deadline' : 'Milestone'}: ${name}${circa ? ', about then' : ''}`;
  if (decision) yield shown`Decided: ${decision.outcome}${decision.by === undefined ? '' : ` (${decision.by})`}`;
}

/** Something that happened to a member, and who said so. */
interface Event {
  readonly name: string;
  readonly by?: string;
}

/** One line for each text, with the members that it applies to, by name; lines in the order of their first names. */
function* together<T extends Event>(all: readonly T[], textOf: (one: T) => string): Generator<Shown> {
  for (const alike of groupsOf(membersByName(all), ({ by }) => by, textOf))
    yield visible(`${alike.map(({ name }) => name).join(', ')}: ${textOf(alike[0])}`);
}

/** Speaker, basis and reason of a position, or its demands when it has no reason; empty when it has none of them. */
function evidenceText({ by, basis, circa, why, wants }: Evidence): string {
  let origin = by ?? '';
  if (basis !== undefined && basis !== 'stated') origin += `${origin === '' ? '' : ', '}${basis}`;
  if (circa) origin += `${origin === '' ? '' : ', '}about then`;
  const reason = why === undefined ? (wants.length === 0 ? undefined : `wants ${wants.join('; ')}`) : why;
  return `${origin === '' ? '' : ` (${origin})`}${reason === undefined ? '' : `: ${reason}`}`;
}

/**
 * Sentences on when the rule was first met, who moved last before that, and whether it still is met.
 *
 * @param most the number of last movers that are named
 */
export function closingText(
  { points, start, metFromBeginning, firstReached, lastMovers }: Timeline,
  arrow: string,
  most?: number,
): Shown {
  const end = points.at(-1) ?? start;
  const outcome = end?.outcome ?? 'open';
  const index = points.findLastIndex((point) => point.outcome === 'reached');
  const lost = index >= 0 || start?.outcome === 'reached' ? points[index + 1] : undefined;
  const since = lost === undefined ? '' : ` since ${dateText(lost.date)}`;
  const now = outcome === 'reached' ? '' : ` It is no longer met: ${outcome}${since}.`;
  if (metFromBeginning) return shown`The rule was met from the start, by undated positions.${now}`;
  if (firstReached === undefined) return shown`The rule was not met on any date; at the end it is ${outcome}.`;
  return shown`The rule was first met on ${dateText(firstReached)}.${lastText(lastMovers, { day: firstReached.day, arrow, most })}${now}`;
}

interface LastWords {
  /** The day on which the rule was first met. */
  readonly day: string;
  readonly arrow: string;
  readonly most: number | undefined;
}

function lastText(movers: readonly LastMover[], { day, arrow, most }: LastWords): string {
  const [first] = movers;
  if (first === undefined) return ' Nobody had moved before that.';
  const moves = groupedBy(membersByName(movers), ({ from, to }) => `${from} ${arrow} ${to}`);
  const named = (alike: readonly LastMover[]): string =>
    enumeration(
      alike.map(({ name }) => name),
      'and',
      most,
    );
  const who = [...moves].map(([move, alike]) => `${named(alike)} (${move})`).join('; ');
  return ` Last to move, ${first.date.day === day ? 'on that day' : `on ${dateText(first.date)}`}: ${who}.`;
}
