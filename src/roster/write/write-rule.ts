import type { CountCriterion, Criterion, Rule } from '../../model/rule.ts';
import { everyStanceBut, type Stance, votes } from '../../model/stance.ts';
import { entryLines, isWrittenMapping, mappingOf, plain, type Written } from '../yaml/emit.ts';

/** A rule as a value to write: the name of a preset, a preset with its term, or a criterion. */
export function ruleValue({ name, criterion }: Rule): Written {
  if (name === 'custom') return criterionValue(criterion);
  if (criterion.kind === 'count' && criterion.notBefore) return mappingOf({ silence: plain(criterion.notBefore.text) });
  if (criterion.kind === 'count' && criterion.among && 'except' in criterion.among)
    return mappingOf({ consensus: mappingOf({ except: criterion.among.except }) });
  return plain(name);
}

/** A rule as lines of YAML, from its key `rule` on. */
export const ruleLines = (rule: Rule): string[] => entryLines('rule', ruleValue(rule));

/** A criterion as lines of YAML, from the key `rule` on, with a line for each of its own keys. */
export const criterionLines = (criterion: Criterion): string[] => entryLines('rule', criterionValue(criterion), 1);

/** A JSON value in which numbers and booleans are text, as in YAML. */
export type Texts = string | readonly Texts[] | { readonly [key: string]: Texts };

/** A criterion as a JSON value in which every scalar is text. */
export const criterionTexts = (criterion: Criterion): Texts => textsOf(criterionValue(criterion));

function textsOf(written: Written): Texts {
  if (typeof written === 'string') return written;
  if (isWrittenMapping(written)) return Object.fromEntries([...written].map(([key, part]) => [key, textsOf(part)]));
  return 'plain' in written ? written.plain : written.map(textsOf);
}

function criterionValue(criterion: Criterion): Written {
  const { kind, label } = criterion;
  const closes = criterion.closes && plain(criterion.closes.text);
  if (kind !== 'count') return mappingOf({ [kind]: criterion.of.map(criterionValue), closes, label });
  const { count, bound, of, by, withWhy, notBefore } = criterion;
  return mappingOf({
    count: stancesValue(count),
    among: amongValue(criterion),
    by: by === 'members' ? undefined : by,
    [bound.comparison]: plain(bound.text),
    of: of === 'members' ? undefined : baseValue(of),
    'with-why': withWhy ? plain('true') : undefined,
    'not-before': notBefore && plain(notBefore.text),
    closes,
    label,
  });
}

function amongValue({ among, group }: CountCriterion): Written | undefined {
  if (group !== undefined || among === undefined) return group;
  return 'except' in among ? mappingOf({ except: among.except }) : among.only;
}

const baseValue = (of: readonly Stance[]): Written => (of.join() === votes.join() ? plain('votes') : stancesValue(of));

/** Stances in their shortest form: a single one, `except` and the others, or a list. */
function stancesValue(listed: readonly Stance[]): Written {
  const [first, ...more] = listed.map(plain);
  if (first !== undefined && more.length === 0) return first;
  const rest = everyStanceBut(listed);
  const isShorter = rest.length > 0 && rest.length < listed.length;
  return isShorter && everyStanceBut(rest).join() === listed.join()
    ? mappingOf({ except: rest.map(plain) })
    : listed.map(plain);
}
