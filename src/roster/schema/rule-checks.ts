import { comparisons, floors } from '../../model/rule.ts';
import { everyStanceBut, type Stance } from '../../model/stance.ts';
import { alternatives, quote } from '../../text/suggest.ts';
import { report } from './combinators.ts';

/** A criterion as checks see it: the output of the schema, or the plain value for parts that it refused. */
export type WrittenCount = Readonly<Record<string, unknown>>;

const isFloor = (comparison: string): boolean => floors.some((floor) => floor === comparison);
const isStances = (value: unknown): value is readonly Stance[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const widen = (stance: string): string => `add "${stance}" to "of", or write of: members`;

/** Reports a criterion without a bound or with two, and keys that do not go with its bound. */
export function checkBound({ value, issues }: { value: WrittenCount; issues: unknown[] }): void {
  const given = comparisons.filter((comparison) => value[comparison] !== undefined);
  const [comparison, second] = given;
  if (comparison === undefined) {
    const hint = 'add one bound, such as at-least: 2/3 or at-most: 0';
    report(
      { issues },
      {
        code: 'missing-key',
        message: `a criterion without a bound; expected one of ${alternatives(comparisons)}`,
        hint,
        at: 'key',
      },
    );
    return;
  }
  if (second !== undefined) {
    const hint = 'for two bounds, write two criteria under all: or any:';
    report(
      { issues },
      {
        code: 'conflicting-keys',
        message: `a criterion takes one bound, not both "${comparison}" and "${second}"`,
        hint,
        at: 'key',
      },
      [second],
    );
  }
  const quantity = value[comparison] as { kind?: string; value?: string } | undefined;
  if (quantity?.kind === 'absolute' && value.of !== undefined) {
    const hint = 'delete "of", or write a share such as 55%, 2/3 or all';
    report(
      { issues },
      {
        code: 'conflicting-keys',
        message: '"of" goes only with a relative bound such as 55%, and this bound is a number',
        hint,
        at: 'key',
      },
      ['of'],
    );
  }
  const counted = value.by === undefined || value.by === 'members';
  if (counted && quantity?.kind !== 'share' && quantity?.value?.includes('.')) {
    const percent = /^0\.(\d{2})(\d*)$/.exec(quantity.value);
    const part = percent
      ? `write ${Number(percent[1])}${percent[2] ? `.${percent[2]}` : ''}%`
      : 'write a whole number, or a share such as 55% or 2/3';
    const hint = quantity.kind === 'absolute' ? part : 'write a whole number';
    report(
      { issues },
      { code: 'invalid-bound', message: `${quote(quantity.value)} is not a whole number of members`, hint },
      [comparison],
    );
  }
  if (value['with-why'] === true && isFloor(comparison)) {
    const hint = 'delete it: support counts without a reason';
    report(
      { issues },
      {
        code: 'conflicting-keys',
        message: '"with-why" goes only with "at-most" or "fewer-than"',
        hint,
        at: 'key',
      },
      ['with-why'],
    );
  }
}

/**
 * Reports a criterion that a member could make harder to meet by coming to support: a floor must count `support`, a
 * ceiling must not. The base `of` of a relative bound must include `support`, and for a floor every counted stance.
 * `docs/decisions/6-monotone-rules.md` gives the reason.
 */
export function checkMonotone({ value, issues }: { value: WrittenCount; issues: unknown[] }): void {
  const comparison = comparisons.find((candidate) => value[candidate] !== undefined);
  const count = value.count === undefined ? (['support'] as const) : value.count;
  if (comparison === undefined || !isStances(count)) return;
  const hint = 'a rule counts support: record positions on the opposite proposal instead';
  const complain = (message: string, key: string, remedy = hint) =>
    report({ issues }, { code: 'not-monotone', message, hint: remedy }, [key]);
  const key = value.count === undefined ? comparison : 'count';
  if (isFloor(comparison) && !count.includes('support')) {
    complain(
      `"${comparison}" must count "support"; otherwise a member's support would make the rule harder to meet`,
      key,
    );
  }
  if (!isFloor(comparison) && count.includes('support')) {
    complain(
      `"${comparison}" must not count "support"; otherwise a member's support would make the rule harder to meet`,
      key,
    );
  }
  const { of } = value;
  const relative = (value[comparison] as { kind?: string }).kind !== 'absolute';
  if (!relative || !isStances(of)) return;
  if (!of.includes('support'))
    complain(
      '"of" must include "support"; otherwise a member\'s support would make the rule harder to meet',
      'of',
      widen('support'),
    );
  const missing = everyStanceBut(of);
  const outside = count.find((counted) => missing.includes(counted));
  if (isFloor(comparison) && of.includes('support') && outside !== undefined) {
    complain(`"of" must include everything that is counted, but lacks "${outside}"`, 'of', widen(outside));
  }
}
