import { stances } from '../../model/stance.ts';
import type { StanceCounts } from '../../model/tally.ts';
import type {
  Evidence,
  LastMover,
  MembershipChange,
  Restatement,
  StanceChange,
  Timeline,
  TimelinePoint,
  TimelineState,
} from '../../model/timeline.ts';
import { visible } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { claimText } from '../words/claims-and-dates.ts';

import { criterionLabel } from '../words/criterion.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { figureText, type Series } from './chart/series.ts';

/** A date of a timeline in words. */
export interface TimelineEntry {
  readonly date: string;
  readonly state: TimelineState;
  /** `21 of 32`. */
  readonly tally: string;
  /** What happened, one thing each. */
  readonly texts: readonly string[];
}

/** A timeline in words, date by date, after how things stood before. */
export function timelineEntries(
  { start, points, from, names }: Timeline,
  series: Series,
  arrow: string,
): TimelineEntry[] {
  const row = (date: string, state: TimelineState, texts: readonly string[]): TimelineEntry => ({
    date,
    state,
    tally: figureText(series, series.figureOf(state)),
    texts: texts.length > 0 ? texts : [membersText(state.counts)],
  });
  const before = points.length > 0 || from !== undefined ? 'before' : 'undated';
  return [
    ...(start ? [row(before, start, [])] : []),
    ...points.map((point) => row(dateText(point.date), point, happenings(point, { names, arrow }))),
  ];
}

/** Who is there, most of them first: `31 members: 29 undeclared, 2 support`. */
function membersText(counts: StanceCounts): string {
  const parts = stances
    .filter((stance) => counts[stance] > 0)
    .sort((a, b) => counts[b] - counts[a])
    .map((stance) => `${grouped(`${counts[stance]}`)} ${stance}`);
  return [plural(grouped(`${counts.members}`), 'member'), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(': ');
}

/** A text that begins a line. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** How what happened is put into words. */
export interface Wording {
  readonly names: Timeline['names'];
  /** Between a stance and the next. */
  readonly arrow: string;
}

/** What happened on a date, in lines: members first, those that did the same together. */
export function happenings(point: TimelinePoint, { names, arrow }: Wording): string[] {
  const { date, ruleChanged, timeCome, joined, left, moved, restated, claims, candidates, milestones, decision } =
    point;
  const year = yearOf(date);
  const nameOf = (code: string): string => visible(names.get(code) ?? code);
  return [
    ...(ruleChanged ? ['The rule changes'] : []),
    ...timeCome.map((criterion) => `The time of the rule has come: ${criterionLabel(criterion)}`),
    ...together(joined, ({ stance }) => `joined, ${stance}`),
    ...together(left, ({ stance }) => `left, ${stance} until then`),
    ...together(moved, (move: StanceChange) => `${move.from} ${arrow} ${move.to}${evidenceText(move)}`),
    ...together(restated, (again: Restatement) => `still ${again.stance}${evidenceText(again)}`),
    ...claims.map((claim) => {
      const when = claim.date.day === date.day ? '' : ` on ${dateText(claim.date, year)}`;
      return `Reported${when}${claim.circa ? ', about then' : ''}: ${claimText(claim, nameOf)}`;
    }),
    ...candidates.map(({ name, member, status, circa }) => {
      const origin = member === undefined ? '' : ` (${nameOf(member)})`;
      return `Candidate ${visible(name)}${origin}: ${status}${circa ? ', about then' : ''}`;
    }),
    ...milestones.map(({ name, deadline, circa }) => {
      return `${deadline ? 'Deadline' : 'Milestone'}: ${visible(name)}${circa ? ', about then' : ''}`;
    }),
    ...(decision
      ? [`Decided: ${decision.outcome}${decision.by === undefined ? '' : ` by ${visible(decision.by)}`}`]
      : []),
  ];
}

/** One line for all of whom the same is to be told. */
function together<T extends MembershipChange | StanceChange | Restatement>(
  all: readonly T[],
  tell: (one: T) => string,
): string[] {
  const names = new Map<string, string[]>();
  for (const one of all) {
    const text = tell(one);
    const known = names.get(text);
    if (known === undefined) names.set(text, [visible(one.name)]);
    else known.push(visible(one.name));
  }
  return [...names].map(([text, who]) => `${who.join(', ')}: ${text}`);
}

/** Who said so and how it is known, and why, or else what is asked for. */
function evidenceText({ by, basis, circa, why, wants }: Evidence): string {
  const origin = [
    ...(by === undefined ? [] : [visible(by)]),
    ...(basis === undefined || basis === 'stated' ? [] : [basis]),
    ...(circa ? ['about then'] : []),
  ].join(', ');
  const reason =
    why === undefined ? (wants.length === 0 ? undefined : `wants ${wants.map(visible).join('; ')}`) : visible(why);
  return `${origin === '' ? '' : ` (${origin})`}${reason === undefined ? '' : `: ${reason}`}`;
}

/** When the rule was first met and who moved last before it, and whether it still is; in sentences. */
export function closingText(
  { points, start, metFromBeginning, firstReached, lastMovers }: Timeline,
  arrow: string,
): string {
  const end = points.at(-1) ?? start;
  const outcome = end?.outcome ?? 'open';
  const index = points.findLastIndex((point) => point.outcome === 'reached');
  const lost = index >= 0 || start?.outcome === 'reached' ? points[index + 1] : undefined;
  const since = lost === undefined ? '' : ` since ${dateText(lost.date)}`;
  const now = outcome === 'reached' ? '' : ` It no longer is: ${outcome}${since}.`;
  if (metFromBeginning) return `The rule is met from the beginning, by what has no date.${now}`;
  if (firstReached === undefined) return `The rule is not met on any date; at the end it is ${outcome}.`;
  return `The rule was first met on ${dateText(firstReached)}.${lastText(lastMovers, firstReached.day, arrow)}${now}`;
}

function lastText(movers: readonly LastMover[], day: string, arrow: string): string {
  const [first] = movers;
  if (first === undefined) return ' Nobody had moved before.';
  const who = movers.map(({ name, from, to }) => `${visible(name)} (${from} ${arrow} ${to})`).join(', ');
  return ` Last to move: ${who}, ${first.date.day === day ? 'on that day' : `on ${dateText(first.date)}`}.`;
}
