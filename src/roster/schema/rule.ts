import * as z from 'zod/mini';
import {
  type Bound,
  type Comparison,
  type Criterion,
  comparisons,
  type Preset,
  presets,
  type Quantity,
} from '../../model/rule.ts';

import { everyStanceBut, type Stance, stances, votes } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import { alternatives, quote, tidy } from '../../text/suggest.ts';
import { ruleHint } from '../hints/rule-words.ts';
import { stanceHint } from '../hints/stance-words.ts';
import type { Read } from '../yaml/problem.ts';
import {
  choose,
  filled,
  mapping,
  memberCode,
  needed,
  oneOf,
  scalar,
  text,
  textListOrMapping,
  to,
  truth,
} from './combinators.ts';
import { formed } from './metadata.ts';
import {
  type PlainPreset,
  presetCriterion,
  presetsWithTerms,
  type WrittenAmong,
  type WrittenCriterion,
  type WrittenRule,
} from './presets.ts';
import { checkBound, checkMonotone } from './rule-checks.ts';
import { readQuantity } from './scalars.ts';
import { neededTime, time } from './statement.ts';

const stance = oneOf('unknown-stance', 'a stance', stances, stanceHint);

const stanceList = filled(stance);
const stanceSet = choose<readonly Stance[], ReturnType<typeof textListOrMapping>>(
  {
    text: to(stance, (one): readonly Stance[] => [one]),
    list: stanceList,
    mapping: to(mapping('a list of stances', { except: stanceList }), ({ except }) => everyStanceBut(except)),
  },
  textListOrMapping,
);

const bases = ['members', 'votes', ...stances] as const;
const namedBase = to(oneOf('unknown-value', 'the base of a bound', bases), (word): 'members' | readonly Stance[] =>
  word === 'members' ? 'members' : word === 'votes' ? votes : [word],
);
const base = choose<'members' | readonly Stance[], 'named' | 'stances'>(
  { named: namedBase, stances: stanceSet },
  (value) => (typeof value === 'string' ? 'named' : 'stances'),
);

const codes = filled(memberCode);
const exceptMembers = mapping('a list of members', { except: codes });
const among = choose<WrittenAmong, ReturnType<typeof textListOrMapping>>(
  {
    text: to(text, (group): WrittenAmong => ({ group })),
    list: to(codes, (only): WrittenAmong => ({ only })),
    mapping: exceptMembers,
  },
  textListOrMapping,
);

const bound = z.optional(scalar(readQuantity));
const countShape = {
  count: z.optional(stanceSet),
  among: z.optional(among),
  'at-least': bound,
  'more-than': bound,
  'at-most': bound,
  'fewer-than': bound,
  of: z.optional(base),
  by: z.optional(text),
  'with-why': z.optional(truth),
  'not-before': z.optional(time),
  closes: z.optional(time),
  label: z.optional(text),
};

function toCount(
  written: z.output<z.ZodMiniObject<typeof countShape>>,
  texts: Readonly<Record<string, unknown>>,
): WrittenCriterion {
  const comparison = comparisons.find((candidate) => written[candidate] !== undefined) as Comparison;
  const quantity = written[comparison] as Quantity;
  const bound: Bound = { comparison, quantity, text: tidy(String(texts[comparison])).replace(/\s+/g, ' ') };
  const { count, among, of, by, label, closes } = written;
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
    ...(closes && { closes }),
  };
}

const countSchema = mapping('a criterion', countShape, checkBound, checkMonotone);
const count = formed(
  to(z.unknown(), (value, context): WrittenCriterion => {
    const result = countSchema.safeParse(value);
    if (result.success) return toCount(result.data, value as Readonly<Record<string, unknown>>);
    context.issues.push(...(result.error.issues as never[]));
    return z.NEVER;
  }),
  { kind: 'choice', options: [countSchema] },
) as unknown as z.ZodMiniType<WrittenCriterion>;

const parts = filled(z.lazy((): z.ZodMiniType<WrittenCriterion> => criterion));
const connective = (kind: 'all' | 'any') =>
  to(
    mapping(`"${kind}"`, { [kind]: parts, closes: z.optional(time), label: z.optional(text) }),
    (written): WrittenCriterion => ({
      kind,
      ...(written.label !== undefined && { label: String(written.label) }),
      ...(written.closes !== undefined && { closes: written.closes as Time }),
      of: written[kind] as unknown as readonly WrittenCriterion[],
    }),
  );

const plainPresets = presets.filter(
  (name): name is PlainPreset => !(presetsWithTerms as readonly string[]).includes(name),
);
const readPreset = (name: string): Read<PlainPreset> => {
  const found = plainPresets.find((preset) => preset === name);
  if (found !== undefined) return { value: found };
  const example = 'write the time: { silence: 2024-07-01T09:00:00Z }';
  if (name === 'silence') {
    return { fault: { code: 'unknown-rule', message: '"silence" needs an end time', hint: example } };
  }
  const message = `${quote(name)} is not a rule; expected a criterion, { silence: … } or one of ${alternatives(plainPresets)}`;
  const hint = ruleHint(name);
  return { fault: { code: 'unknown-rule', message, ...(hint !== undefined && { hint }) } };
};
const presetName = formed(needed(readPreset), { kind: 'word', what: 'a preset', words: plainPresets });

const named = to(presetName, (name): WrittenRule => ({ name, criterion: presetCriterion[name] }));
const consensusExcept = to(
  mapping('"consensus" with exceptions', { consensus: exceptMembers }),
  (written): WrittenRule => ({
    name: 'consensus',
    criterion: { ...presetCriterion.consensus, among: written.consensus },
  }),
);
const silence = to(
  mapping('"silence"', { silence: neededTime }),
  (written): WrittenRule => ({
    name: 'silence',
    criterion: {
      ...presetCriterion['no-objections'],
      label: 'silence procedure',
      notBefore: written.silence,
      closes: written.silence,
    },
  }),
);

const has = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
const custom = <T extends WrittenCriterion>(schema: z.ZodMiniType<T>) =>
  to(schema, (criterion): WrittenRule => ({ name: 'custom', criterion }));
const termed = ['consensus', 'silence', 'all', 'any'] as const;

/** A rule written as the name of a preset, as a preset with its term, or as a criterion. */
export const rule = choose<WrittenRule, 'named' | 'counting' | (typeof termed)[number]>(
  {
    named,
    consensus: consensusExcept,
    silence,
    all: custom(connective('all')),
    any: custom(connective('any')),
    counting: custom(count),
  },
  (value) => {
    if (typeof value === 'string' || value === undefined) return 'named';
    return termed.find((key) => has(value, key)) ?? 'counting';
  },
  'rule',
);

const criterion: z.ZodMiniType<WrittenCriterion> = to(rule, (written) => written.criterion);

/** The criterion with the codes of members in place of groups; an unknown group, reported before, gives none. */
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

/** Examples of the terms of presets. */
const exampleOf: Readonly<Partial<Record<Preset, string>> & Record<(typeof presetsWithTerms)[number], string>> = {
  silence: '2024-07-01T09:00:00Z',
};

/** A preset as written in a roster, with an example of its term, and its criterion, in which groups are empty. */
export function presetRule(preset: Preset): {
  readonly written: string | Readonly<Record<string, string>>;
  readonly criterion: Criterion;
} {
  const term = exampleOf[preset];
  const written = term === undefined ? preset : { [preset]: term };
  return { written, criterion: resolveGroups(rule.parse(written).criterion, {}) };
}
