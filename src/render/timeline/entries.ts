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
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { claimText } from '../words/claims-and-dates.ts';

import { criterionLabel } from '../words/criterion.ts';
import { dateText, roundName, yearOf } from '../words/dates.ts';
import { figureText, type Series } from './chart/series.ts';

/** One date of a timeline, in words. */
export interface TimelineEntry {
  readonly date: Shown;
  readonly state: TimelineState;
  /** `21 of 32`. */
  readonly tally: Shown;
  /** Events of the date, one text for each; the members by stance when there is no event. */
  readonly texts: readonly Shown[];
}

/** The entries of a timeline by date, after the state before the first date if there is one. */
export function timelineEntries(
  { start, points, from, names }: Timeline,
  series: Series,
  arrow: string,
): TimelineEntry[] {
  const row = (date: Shown, state: TimelineState, texts: readonly Shown[]): TimelineEntry => ({
    date,
    state,
    tally: figureText(series.figureOf(state)),
    texts: texts.length > 0 ? texts : [membersText(state.counts)],
  });
  const before = points.length > 0 || from !== undefined ? shown`before` : shown`undated`;
  return [
    ...(start ? [row(before, start, [])] : []),
    ...points.map((point) => row(dateText(point.date), point, eventTexts(point, { names, arrow }))),
  ];
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

/** The events of a date, one line for each; members with the same change share a line. */
export function eventTexts(point: TimelinePoint, { names, arrow }: Wording): Shown[] {
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
  return [
    ...(ruleChanged ? [shown`The rule changes`] : []),
    ...rounds.map((round) => shown`Begins: ${roundName(round, year)}`),
    ...timeCome
      .filter((criterion) => !closed.includes(criterion))
      .map((criterion) => shown`The time of the rule has come: ${criterionLabel(criterion)}`),
    ...closed.map((criterion) => shown`Closed: ${criterionLabel(criterion)}`),
    ...together(weights, ({ weight }) => `new ${weight}`),
    ...together(joined, ({ stance }) => `joined, ${stance}`),
    ...together(left, ({ stance }) => `left, ${stance} until then`),
    ...together(moved, (move: StanceChange) => `${move.from} ${arrow} ${move.to}${evidenceText(move)}`),
    ...together(restated, (again: Restatement) => `still ${again.stance}${evidenceText(again)}`),
    ...claims.map((claim) => {
      const when = claim.date.day === date.day ? '' : ` on ${dateText(claim.date, year)}`;
      return shown`Reported${when}${claim.circa ? ', about then' : ''}: ${claimText(claim, nameOf)}`;
    }),
    ...candidates.map(({ name, member, status, circa }) => {
      const origin = member === undefined ? '' : ` (${nameOf(member)})`;
      return shown`Candidate ${name}${origin}: ${status}${circa ? ', about then' : ''}`;
    }),
    ...milestones.map(({ name, deadline, circa }) => {
      return shown`${deadline ? 'Deadline' : 'Milestone'}: ${name}${circa ? ', about then' : ''}`;
    }),
    ...(decision ? [shown`Decided: ${decision.outcome}${decision.by === undefined ? '' : ` by ${decision.by}`}`] : []),
  ];
}

/** One line for each text, with the members that it applies to. */
function together<T extends { readonly name: string }>(all: readonly T[], textOf: (one: T) => string): Shown[] {
  const names = new Map<string, string[]>();
  for (const one of all) {
    const text = textOf(one);
    const known = names.get(text);
    if (known === undefined) names.set(text, [one.name]);
    else known.push(one.name);
  }
  return [...names].map(([text, who]) => shown`${who.join(', ')}: ${text}`);
}

/** Speaker, basis and reason of a position, or its demands when it has no reason; empty when it has none of them. */
function evidenceText({ by, basis, circa, why, wants }: Evidence): string {
  const origin = [
    ...(by === undefined ? [] : [by]),
    ...(basis === undefined || basis === 'stated' ? [] : [basis]),
    ...(circa ? ['about then'] : []),
  ].join(', ');
  const reason = why === undefined ? (wants.length === 0 ? undefined : `wants ${wants.join('; ')}`) : why;
  return `${origin === '' ? '' : ` (${origin})`}${reason === undefined ? '' : `: ${reason}`}`;
}

/** Sentences on when the rule was first met, who moved last before that, and whether it still is met. */
export function closingText(
  { points, start, metFromBeginning, firstReached, lastMovers }: Timeline,
  arrow: string,
): Shown {
  const end = points.at(-1) ?? start;
  const outcome = end?.outcome ?? 'open';
  const index = points.findLastIndex((point) => point.outcome === 'reached');
  const lost = index >= 0 || start?.outcome === 'reached' ? points[index + 1] : undefined;
  const since = lost === undefined ? '' : ` since ${dateText(lost.date)}`;
  const now = outcome === 'reached' ? '' : ` It no longer is: ${outcome}${since}.`;
  if (metFromBeginning) return shown`The rule is met from the beginning, by what has no date.${now}`;
  if (firstReached === undefined) return shown`The rule is not met on any date; at the end it is ${outcome}.`;
  return shown`The rule was first met on ${dateText(firstReached)}.${lastText(lastMovers, firstReached.day, arrow)}${now}`;
}

function lastText(movers: readonly LastMover[], day: string, arrow: string): string {
  const [first] = movers;
  if (first === undefined) return ' Nobody had moved before.';
  const who = movers.map(({ name, from, to }) => `${name} (${from} ${arrow} ${to})`).join(', ');
  return ` Last to move: ${who}, ${first.date.day === day ? 'on that day' : `on ${dateText(first.date)}`}.`;
}
