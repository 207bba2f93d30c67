import * as z from 'zod';
import type { Bound, Criterion } from '../model/rule.ts';
import { comparisons, floors, presets } from '../model/rule.ts';
import { type Stance, stances } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import { checkList, checkMapping, mapping, oneOf, report, scalar, text, truth } from './blocks.ts';
import { time } from './position-schema.ts';
import { type PlainPreset, presetCriterion, presetsWithTerms } from './presets.ts';
import { readQuantity } from './scalars.ts';
import { alternatives, didYouMean, quote } from './wording.ts';
import type { WrittenAmong, WrittenCriterion, WrittenRule } from './written-rule.ts';

const stance = oneOf('unknown-stance', 'a stance', stances);
const notEmpty = checkList((payload) => {
  if (payload.value.length === 0) {
    report(payload, {
      code: 'missing-value',
      message: 'the list is empty',
      hint: 'name at least one, or delete the key',
    });
  }
});

/** Chooses a schema by the look of the value, so that a problem is explained in the words of the form that was meant. */
function choose<T>(pick: (value: unknown) => z.ZodType<T>): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const result = pick(value).safeParse(value);
    if (result.success) return result.data;
    context.issues.push(...(result.error.issues as never[]));
    return z.NEVER;
  }) as unknown as z.ZodType<T>;
}

const stanceList = z.array(stance).check(notEmpty);
const exceptStances = mapping('a list of stances', { except: stanceList }).transform(({ except }) =>
  stances.filter((candidate) => !except.includes(candidate)),
);
const stanceSet: z.ZodType<readonly Stance[]> = choose((value) =>
  typeof value === 'string'
    ? stance.transform((one): readonly Stance[] => [one])
    : Array.isArray(value)
      ? stanceList
      : exceptStances,
);

const votes: readonly Stance[] = ['support', 'oppose'];
const base = choose<'members' | readonly Stance[]>((value) => {
  if (value === 'members') return z.literal('members');
  return value === 'votes' ? z.literal('votes').transform(() => votes) : stanceSet;
});

const codes = z.array(text).check(notEmpty);
const exceptMembers = mapping('a list of members', { except: codes });
const among: z.ZodType<WrittenAmong> = choose<WrittenAmong>((value) => {
  if (typeof value === 'string') return text.transform((group): WrittenAmong => ({ group }));
  return Array.isArray(value) ? codes.transform((only): WrittenAmong => ({ only })) : exceptMembers;
});

const bound = scalar(readQuantity).optional();
const countShape = {
  count: stanceSet.optional(),
  among: among.optional(),
  'at-least': bound,
  'more-than': bound,
  'at-most': bound,
  'fewer-than': bound,
  of: base.optional(),
  by: text.optional(),
  'with-why': truth.optional(),
  'not-before': time.optional(),
  label: text.optional(),
};
type WrittenCount = { readonly [K in keyof typeof countShape]?: unknown };

const isStances = (value: unknown): value is readonly Stance[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** One bound, and only what goes with it. */
function checkBound({ value, issues }: { value: WrittenCount; issues: unknown[] }): void {
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
        message: `a criterion has one bound, and here are "${comparison}" and "${second}"`,
        hint,
        at: 'key',
      },
      [second],
    );
  }
  const quantity = value[comparison] as { kind?: string; value?: string } | undefined;
  if (quantity?.kind === 'absolute' && value.of !== undefined) {
    const hint = 'delete "of", or write a part such as 55%, 2/3 or all';
    report(
      { issues },
      {
        code: 'conflicting-keys',
        message: '"of" is the base of a relative bound, and this one is absolute',
        hint,
        at: 'key',
      },
      ['of'],
    );
  }
  const counted = value.by === undefined || value.by === 'members';
  if (counted && quantity?.kind !== 'share' && quantity?.value?.includes('.')) {
    const percent = /^0\.(\d{2})(\d*)$/.exec(quantity.value);
    const hint = percent
      ? `write ${Number(percent[1])}${percent[2] ? `.${percent[2]}` : ''}%`
      : 'write a whole number, or a part such as 55% or 2/3';
    report(
      { issues },
      { code: 'invalid-bound', message: `members are counted whole, and ${quote(quantity.value)} is not`, hint },
      [comparison],
    );
  }
  if (value['with-why'] === true && isFloor(comparison)) {
    const hint = 'use it with "at-most" or "fewer-than"';
    report(
      { issues },
      {
        code: 'conflicting-keys',
        message: '"with-why" is for ceilings: support needs no reason to count',
        hint,
        at: 'key',
      },
      ['with-why'],
    );
  }
}

const isFloor = (comparison: string): boolean => floors.some((floor) => floor === comparison);

/**
 * A member that comes to support must never make a rule harder to meet: a floor counts `support`, a ceiling does not;
 * with a relative bound `of` includes `support`, and for a floor everything counted.
 */
function checkMonotone({ value, issues }: { value: WrittenCount; issues: unknown[] }): void {
  const comparison = comparisons.find((candidate) => value[candidate] !== undefined);
  const count = value.count === undefined ? votes.slice(0, 1) : value.count;
  if (comparison === undefined || !isStances(count)) return;
  const hint = 'a rule asks for support: record positions on the opposite proposal instead';
  const complain = (message: string, key: string) => report({ issues }, { code: 'not-monotone', message, hint }, [key]);
  const key = value.count === undefined ? comparison : 'count';
  if (isFloor(comparison) && !count.includes('support')) {
    complain(`"${comparison}" must count "support", or coming to support would make this harder to meet`, key);
  }
  if (!isFloor(comparison) && count.includes('support')) {
    complain(`"${comparison}" must not count "support", or coming to support would make this harder to meet`, key);
  }
  if (!isStances(value.of)) return;
  const { of } = value;
  if (!of.includes('support'))
    complain('"of" must include "support", or coming to support would make this harder to meet', 'of');
  const outside = count.find((counted) => !of.includes(counted));
  if (isFloor(comparison) && of.includes('support') && outside !== undefined) {
    complain(`"of" must include all that is counted, and "${outside}" is not in it`, 'of');
  }
}

function toCount(
  written: z.output<z.ZodObject<typeof countShape>>,
  texts: Readonly<Record<string, unknown>>,
): WrittenCriterion {
  const comparison = comparisons.find((candidate) => written[candidate] !== undefined) ?? 'at-least';
  const quantity = written[comparison] ?? { kind: 'absolute', value: '0' };
  const bound: Bound = { comparison, quantity, text: String(texts[comparison]).trim() };
  const { count, among, of, by, label } = written;
  const notBefore: Time | undefined = written['not-before'];
  return {
    kind: 'count',
    ...(label !== undefined && { label }),
    count: count ?? ['support'],
    ...(among && { among }),
    bound,
    of: of ?? 'members',
    by: by ?? 'members',
    withWhy: written['with-why'] ?? false,
    ...(notBefore && { notBefore }),
  };
}

const countSchema = mapping('a criterion', countShape)
  .check(checkMapping<WrittenCount>(checkBound))
  .check(checkMapping<WrittenCount>(checkMonotone));
const count: z.ZodType<WrittenCriterion> = z.unknown().transform((value, context): WrittenCriterion => {
  const result = countSchema.safeParse(value);
  if (result.success) return toCount(result.data, value as Readonly<Record<string, unknown>>);
  context.issues.push(...(result.error.issues as never[]));
  return z.NEVER;
}) as unknown as z.ZodType<WrittenCriterion>;

const parts = z.array(z.lazy((): z.ZodType<WrittenCriterion> => criterion)).check(notEmpty);
const connective = (kind: 'all' | 'any') =>
  mapping(`"${kind}"`, { [kind]: parts, label: text.optional() }).transform(
    (written): WrittenCriterion => ({
      kind,
      ...(written.label !== undefined && { label: String(written.label) }),
      of: written[kind] as unknown as readonly WrittenCriterion[],
    }),
  );

const plainPresets = presets.filter(
  (name): name is PlainPreset => !(presetsWithTerms as readonly string[]).includes(name),
);
const presetName = text.transform((name, context): PlainPreset => {
  const found = plainPresets.find((preset) => preset === name);
  if (found !== undefined || name === '') return found ?? 'consensus';
  const hint = name === 'silence' ? 'give its end: { silence: 2024-07-01T09:00:00Z }' : didYouMean(name, plainPresets);
  const message =
    name === 'silence'
      ? '"silence" needs the time at which it ends'
      : `${quote(name)} is not a rule; expected a criterion or one of ${alternatives(plainPresets)}`;
  report(context, { code: 'unknown-rule', message, ...(hint !== undefined && { hint }) });
  return z.NEVER;
});

const named = presetName.transform((name): WrittenRule => ({ name, criterion: presetCriterion[name] }));
const consensusExcept = mapping('"consensus" with exceptions', { consensus: exceptMembers }).transform(
  (written): WrittenRule => ({
    name: 'consensus',
    criterion: { ...presetCriterion.consensus, among: written.consensus },
  }),
);
const silence = mapping('"silence"', { silence: time }).transform(
  (written): WrittenRule => ({
    name: 'silence',
    criterion: { ...presetCriterion['no-objections'], label: 'silence procedure', notBefore: written.silence },
  }),
);

const has = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
const custom = <T extends WrittenCriterion>(schema: z.ZodType<T>) =>
  schema.transform((criterion): WrittenRule => ({ name: 'custom', criterion }));
const allOf = custom(connective('all'));
const anyOf = custom(connective('any'));
const counting = custom(count);

/** A rule: a preset's name, a preset with its terms, or a criterion. */
export const rule: z.ZodType<WrittenRule> = choose((value): z.ZodType<WrittenRule> => {
  if (typeof value === 'string' || value === undefined) return named;
  if (has(value, 'consensus')) return consensusExcept;
  if (has(value, 'silence')) return silence;
  if (has(value, 'all')) return allOf;
  return has(value, 'any') ? anyOf : counting;
});

const criterion: z.ZodType<WrittenCriterion> = rule.transform((written) => written.criterion);

/** Makes codes of the names of groups. An unknown group has been reported before. */
export function resolveGroups(
  written: WrittenCriterion,
  groups: Readonly<Record<string, readonly string[]>>,
): Criterion {
  if (written.kind !== 'count') return { ...written, of: written.of.map((part) => resolveGroups(part, groups)) };
  const { among, ...rest } = written;
  if (among === undefined) return rest;
  if (!('group' in among)) return { ...rest, among };
  return {
    ...rest,
    among: { only: (Object.hasOwn(groups, among.group) ? groups[among.group] : undefined) ?? [] },
    group: among.group,
  };
}
