import type { Diff, ListChange, NamedChange, WeightChange } from '../../model/diff.ts';
import type { Rule } from '../../model/rule.ts';
import type { CandidateStanding, MilestoneAhead } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import type { SectionEntry } from '../layout/section.ts';
import { candidateText, datedText } from '../words/claims-and-dates.ts';
import { criterionLabel, ruleText } from '../words/criterion.ts';
import { dateText, roundText } from '../words/dates.ts';
import { decidedText } from '../words/decision.ts';

/** A rule in words: the preset's, or its criteria. */
function ruleWords(rule: Rule): Shown {
  const closing = ({ closes }: { readonly closes?: Time }): string =>
    closes === undefined ? '' : `, closes on ${dateText(closes)}`;
  const words = (criterion: Rule['criterion']): string => {
    if (criterion.kind === 'count') return `${criterionLabel(criterion)}${closing(criterion)}`;
    const label = criterion.label === undefined ? '' : `${criterion.label}: `;
    return `${label}${criterion.kind} of (${criterion.of.map(words).join('; ')})${closing(criterion)}`;
  };
  return shown`${ruleText(rule) ?? words(rule.criterion)}${closing(rule)}`;
}

/** The rule as it was and as it is. */
export function ruleLines({ rule }: Diff): SectionEntry[] {
  return rule === undefined
    ? []
    : [
        [shown`was`, ruleWords(rule.before)],
        [shown`is`, ruleWords(rule.after)],
      ];
}

/** `before → after`, `new: after` or `removed (was before)`. */
function changeText<T>(
  { before, after }: { readonly before?: T; readonly after?: T },
  text: (value: T) => string,
): Shown {
  if (before === undefined) return after === undefined ? shown`` : shown`new: ${text(after)}`;
  return after === undefined ? shown`removed (was ${text(before)})` : shown`${text(before)} → ${text(after)}`;
}

/** Changed weights, one for each line. */
export function weightLines(changes: readonly WeightChange[]): Shown[] {
  return changes.map((change) => shown`${change.name}, ${change.weight}: ${changeText(change, grouped)}`);
}

/** Changed groups, one for each line. */
export function groupLines(changes: readonly NamedChange<readonly string[]>[]): Shown[] {
  return changes.map((change) => shown`${change.name}: ${changeText(change, (codes) => codes.join(', ') || 'nobody')}`);
}

/** Changed candidates, one for each line. */
export function candidateLines(changes: readonly NamedChange<CandidateStanding>[], year: string): Shown[] {
  return changes.map(({ name, before, after }) => {
    if (after === undefined) return shown`${name}: removed`;
    if (before === undefined) return shown`new: ${candidateText(after, year)}`;
    const was = before.status === after.status || before.status === undefined ? '' : ` (was ${before.status})`;
    return shown`${candidateText(after, year)}${was}`;
  });
}

/** Milestones that are new, removed or passed. */
export function milestoneLines({ milestones, passed, missed }: Diff, year: string): SectionEntry[] {
  const lost = new Set(missed);
  const line =
    (tail: (milestone: MilestoneAhead) => string) =>
    (milestone: MilestoneAhead): SectionEntry => [
      datedText(milestone, year),
      shown`${milestone.name}${milestone.deadline ? ' (deadline)' : ''}${tail(milestone)}`,
    ];
  const { added, removed }: ListChange<MilestoneAhead> = milestones;
  return [
    ...passed.map(line((milestone) => (lost.has(milestone) ? ', missed' : ', passed'))),
    ...added.map(line(() => ', new')),
    ...removed.map(line(() => ', removed')),
  ];
}

/** The changed decision, in one line; empty when it is unchanged. */
export function decisionLines({ decision }: Diff, year: string): Shown[] {
  if (decision === undefined) return [];
  return [changeText(decision, (taken) => `${taken.outcome} on ${decidedText(taken, year)}`)];
}

/** The round that was current and the one that is, in one line; empty when it is the same. */
export function roundLines({ round }: Diff, year: string): Shown[] {
  return round === undefined ? [] : [changeText(round, (one) => roundText(one, year))];
}

/** Changed names, one for each line. */
export function nameLines(changes: Diff['names']): Shown[] {
  return changes.map(({ code, before, after }) => shown`${code}: ${before} → ${after}`);
}
