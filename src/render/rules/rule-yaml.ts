import type { CountCriterion, Criterion } from '../../model/rule.ts';
import { type Stance, stances } from '../../model/stance.ts';
import type { Json } from '../format/json.ts';

/** A criterion as a roster has it under `rule`, with what goes without saying left out. */
export function criterionValue(criterion: Criterion): Json {
  const label = criterion.label === undefined ? {} : { label: criterion.label };
  if (criterion.kind !== 'count') return { ...label, [criterion.kind]: criterion.of.map(criterionValue) };
  const { count, bound, of, by, withWhy, notBefore } = criterion;
  return {
    count: stancesValue(count),
    ...amongValue(criterion),
    [bound.comparison]: bound.text,
    ...(of !== 'members' && { of: isVotes(of) ? 'votes' : stancesValue(of) }),
    ...(by !== 'members' && { by }),
    ...(withWhy && { 'with-why': 'true' }),
    ...(notBefore && { 'not-before': notBefore.text }),
    ...label,
  };
}

const isVotes = (of: readonly Stance[]): boolean => of.length === 2 && of.includes('support') && of.includes('oppose');

function stancesValue(some: readonly Stance[]): Json {
  const [only = '', ...others] = some;
  if (others.length === 0) return only;
  const rest = stances.filter((stance) => !some.includes(stance));
  return rest.length > 0 && rest.length < some.length ? { except: rest } : some;
}

function amongValue({ among, group }: CountCriterion): { readonly among?: Json } {
  if (group !== undefined) return { among: group };
  if (among === undefined) return {};
  return { among: 'only' in among ? among.only : { except: among.except } };
}

/** A value as YAML in lines that begin at the margin, under a key: to be pasted. */
export function yamlLines(key: string, value: Json): string[] {
  if (isShort(value)) return [`${scalar(key)}: ${flow(value)}`];
  return [`${scalar(key)}:`, ...block(value).map((line) => `  ${line}`)];
}

/** Texts, lists of texts, and a mapping to one of these stand on one line. */
function isShort(value: Json): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  if (typeof value !== 'object' || value === null) return true;
  const entries = Object.values(value);
  return entries.length === 1 && entries.every((entry: Json) => typeof entry === 'string' || isTexts(entry));
}

const isTexts = (value: Json): boolean => Array.isArray(value) && isShort(value);

function block(value: Json): string[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json) =>
      (isShort(item) ? [flow(item)] : block(item)).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
    );
  return Object.entries(value as object).flatMap(([key, entry]) => yamlLines(key, entry));
}

function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(String(value));
  return `{ ${Object.entries(value)
    .map(([key, entry]) => `${scalar(key)}: ${flow(entry)}`)
    .join(', ')} }`;
}

/** A text as it is where YAML takes it for that text anywhere, else in quotes, which JSON's are. */
function scalar(text: string): string {
  const plain = /^[\p{L}\p{Nd}](?:(?:[\p{L}\p{Nd} %/._'’-]|:(?=\S))*[\p{L}\p{Nd}%.'’_-])?$/u;
  return plain.test(text) ? text : JSON.stringify(text);
}
