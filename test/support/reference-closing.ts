import type { Criterion, Rule } from '../../src/model/rule.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { momentOf, type Time } from '../../src/model/time.ts';
import { holdsOf } from './reference-tally.ts';

/*
 * Closing as the design has it, in the plainest way: a criterion that has closed is put in the rule as one that always
 * holds or never does. What is left is a rule without closing.
 */

const never: Criterion = {
  kind: 'count',
  count: ['support'],
  among: { only: [] },
  bound: { comparison: 'at-least', quantity: { kind: 'absolute', value: '0' }, text: '0' },
  of: 'members',
  by: 'members',
  withWhy: false,
};
const always: Criterion = { ...never, count: ['oppose'], bound: { ...never.bound, comparison: 'at-most' } };

/** The end of a time: that of a bare day is the end of the day. */
const ending = (time: Time): string => (time.instant === undefined ? `${time.day}~` : momentOf(time));

/** The rule of a snapshot with what has closed as it came out. */
export function settledRule({ rule, asOf, closings }: Pick<Snapshot, 'rule' | 'asOf' | 'closings'>): Criterion {
  const settled = (criterion: Criterion, above: Time | undefined): Criterion => {
    const times = [criterion.closes, above].filter((time) => time !== undefined);
    const closes = times.toSorted((a, b) => (ending(a) < ending(b) ? -1 : 1))[0];
    if (criterion.kind !== 'count') return { ...criterion, of: criterion.of.map((part) => settled(part, closes)) };
    if (closes === undefined || ending(closes) > ending(asOf)) return criterion;
    return holdsOf(criterion, closings.get(ending(closes)) ?? [], closes.day) ? always : never;
  };
  return settled(rule.criterion, rule.closes);
}

/** The members on which an evaluated criterion is judged. */
export const judgedMembers = (
  { closes, closed }: { readonly closes?: Time; readonly closed: boolean },
  { members, closings }: Pick<Snapshot, 'members' | 'closings'>,
): Snapshot['members'] => (closed && closes ? (closings.get(ending(closes)) ?? []) : members);

/** The rule without what could never be met because it closes before its time. */
export function inTime({ closes, criterion, ...rest }: Rule): Rule {
  const sound = (part: Criterion, above: Time | undefined): Criterion => {
    const times = [part.closes, above].filter((time) => time !== undefined);
    const holds = times.toSorted((a, b) => (ending(a) < ending(b) ? -1 : 1))[0];
    if (part.kind !== 'count') return { ...part, of: part.of.map((inner) => sound(inner, holds)) };
    const { notBefore, ...others } = part;
    return notBefore && holds && ending(notBefore) > ending(holds) ? others : part;
  };
  return { ...rest, ...(closes && { closes }), criterion: sound(criterion, closes) };
}
