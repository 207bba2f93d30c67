import type { Evidence, Passage, Restatement, StanceChange, Timeline, TimelinePoint } from '../model/timeline.ts';
import { criterionLabel } from './criterion.ts';
import { dateText, yearOf } from './dates.ts';
import { claimText } from './evidence.ts';
import { visible } from './visible.ts';

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
function together<T extends Passage | StanceChange | Restatement>(
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
