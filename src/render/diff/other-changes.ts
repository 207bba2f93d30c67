import type { Diff, ListChange, NamedChange, WeightChange } from '../../model/diff.ts';
import type { Rule } from '../../model/rule.ts';
import type { CandidateStanding, MilestoneAhead } from '../../model/snapshot.ts';
import { visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import type { SectionEntry } from '../layout/section.ts';
import { candidateText, datedText } from '../words/claims-and-dates.ts';
import { criterionLabel, ruleText } from '../words/criterion.ts';
import { dateText } from '../words/dates.ts';

/** A rule in words: the preset's, or its criteria. */
function ruleWords(rule: Rule): string {
  const words = (criterion: Rule['criterion']): string => {
    if (criterion.kind === 'count') return criterionLabel(criterion);
    const label = criterion.label === undefined ? '' : `${visible(criterion.label)}: `;
    return `${label}${criterion.kind} of (${criterion.of.map(words).join('; ')})`;
  };
  return ruleText(rule) ?? words(rule.criterion);
}

/** The rule as it was and as it is. */
export function ruleLines({ rule }: Diff): SectionEntry[] {
  return rule === undefined
    ? []
    : [
        ['was', ruleWords(rule.before)],
        ['is', ruleWords(rule.after)],
      ];
}

/** `was → is`, with a word for what there was or is none of. */
function changeText<T>(
  { before, after }: { readonly before?: T; readonly after?: T },
  text: (value: T) => string,
): string {
  if (before === undefined) return after === undefined ? '' : `new: ${text(after)}`;
  return after === undefined ? `gone, was ${text(before)}` : `${text(before)} → ${text(after)}`;
}

export function weightLines(changes: readonly WeightChange[]): string[] {
  return changes.map((change) => `${visible(change.name)}, ${visible(change.weight)}: ${changeText(change, grouped)}`);
}

export function groupLines(changes: readonly NamedChange<readonly string[]>[]): string[] {
  return changes.map(
    (change) => `${visible(change.name)}: ${changeText(change, (codes) => codes.map(visible).join(', ') || 'nobody')}`,
  );
}

export function candidateLines(changes: readonly NamedChange<CandidateStanding>[], year: string): string[] {
  return changes.map(({ name, before, after }) => {
    if (after === undefined) return `${visible(name)}: gone`;
    if (before === undefined) return `new: ${candidateText(after, year)}`;
    const was = before.status === after.status || before.status === undefined ? '' : ` (was ${before.status})`;
    return `${candidateText(after, year)}${was}`;
  });
}

/** Milestones that are new, gone or passed. */
export function milestoneLines({ milestones, passed, missed }: Diff, year: string): SectionEntry[] {
  const lost = new Set(missed);
  const line =
    (tail: (milestone: MilestoneAhead) => string) =>
    (milestone: MilestoneAhead): SectionEntry => [
      datedText(milestone, year),
      `${visible(milestone.name)}${milestone.deadline ? ' (deadline)' : ''}${tail(milestone)}`,
    ];
  const { added, removed }: ListChange<MilestoneAhead> = milestones;
  return [
    ...passed.map(line((milestone) => (lost.has(milestone) ? ', missed' : ', passed'))),
    ...added.map(line(() => ', new')),
    ...removed.map(line(() => ', gone')),
  ];
}

export function decisionLines({ decision }: Diff, year: string): string[] {
  if (decision === undefined) return [];
  return [
    changeText(decision, ({ outcome, date, by }) => {
      const whose = by === undefined ? '' : ` by ${visible(by)}`;
      return `${outcome} on ${dateText(date, year)}${whose}`;
    }),
  ];
}

export function nameLines(changes: Diff['names']): string[] {
  return changes.map(({ code, before, after }) => `${visible(code)}: ${visible(before)} → ${visible(after)}`);
}
