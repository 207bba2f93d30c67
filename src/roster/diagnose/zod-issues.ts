import type * as z from 'zod/mini';
import { quote } from '../../text/suggest.ts';
import { keyHint } from '../hints/key-words.ts';
import { mostMistakes } from '../limits/mistakes.ts';
import type { Verdict } from '../schema/combinators.ts';
import { isMapping } from '../yaml/cursor.ts';
import type { KeyPath, Problem } from '../yaml/problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * The problems for zod's issues, in their order, no more than `mostMistakes`. `value` is the checked value, which problems
 * quote.
 */
export function toProblems(issues: readonly Issue[], value: unknown): Problem[] {
  const problems: Problem[] = [];
  for (const issue of issues) {
    for (const problem of explain(issue, value)) if (problem.code !== 'too-large') problems.push(problem);
    if (problems.length >= mostMistakes) return problems.slice(0, mostMistakes);
  }
  return problems;
}

function explain(issue: Issue, value: unknown): Problem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  switch (issue.code) {
    case 'custom': {
      const { at = 'value', ...fault } =
        (issue.params as Verdict | undefined) ?? ({ code: 'not-text', message: issue.message } as Verdict);
      return [{ ...fault, severity: 'error', path, at }];
    }
    case 'unrecognized_keys': {
      const { what, keys } = JSON.parse(issue.message) as { what: string; keys: string[] };
      return issue.keys.slice(0, mostMistakes).map((key) => unknownKey([...path, key], key, { what, keys }, value));
    }
    case 'invalid_key':
      return issue.issues.flatMap((inner) => explain({ ...inner, path }, value));
    case 'invalid_type':
      return [wrongType(issue.expected, path, value)];
    default:
      return [{ code: 'not-text', severity: 'error', path, at: 'value', message: issue.message }];
  }
}

interface Entry {
  readonly what: string;
  readonly keys: readonly string[];
}

function unknownKey(path: KeyPath, key: string, { what, keys }: Entry, root: unknown): Problem {
  const hint = (): string =>
    keyHint(what, key, keys, valueAt(root, path)) ?? `${what} has ${keys.map((known) => `"${known}"`).join(', ')}`;
  return {
    code: 'unknown-key',
    severity: 'error',
    path,
    at: 'key',
    message: `${quote(key)} is not a key of ${what}`,
    hint,
  };
}

const wanted: Readonly<Record<string, readonly [code: Problem['code'], what: string]>> = {
  string: ['not-text', 'text'],
  array: ['not-a-list', 'a list'],
  object: ['not-a-mapping', 'a mapping'],
  record: ['not-a-mapping', 'a mapping'],
};

/** How to add what every roster needs. */
const additions: Readonly<Record<string, string>> = {
  title: 'add title: and what is to be decided',
  rule: 'add rule: consensus, or another that rutte-tally rules lists',
  members: 'add members: and below it each code with its stance, as in NL: support',
};

function wrongType(expected: string, path: KeyPath, root: unknown): Problem {
  const found = valueAt(root, path);
  const key = String(path.at(-1) ?? '');
  if (found === undefined) {
    return {
      code: 'missing-key',
      severity: 'error',
      path: path.slice(0, -1),
      at: 'key',
      message: `${quote(key)} is missing`,
      hint: (path.length === 1 ? additions[key] : undefined) ?? `add ${key}: …`,
    };
  }
  const [code, what] = wanted[expected] ?? ['not-text', expected];
  const message =
    found === '' ? `nothing is written here; expected ${what}` : `expected ${what}, found ${nameOf(found)}`;
  const hint = remedyFor(expected, found, path);
  const kind = found === '' ? 'missing-value' : code;
  return { code: kind, severity: 'error', path, at: 'value', message, ...(hint !== undefined && { hint }) };
}

/** The hint for a value of the wrong kind; undefined if there is none. */
function remedyFor(expected: string, found: unknown, path: KeyPath): string | undefined {
  if (Array.isArray(found) && path.length === 1 && path[0] === 'members')
    return 'write each member on a line of its own, with a colon and without a dash: NL: support';
  if (typeof found !== 'string') return undefined;
  if (found === '') return 'write a value';
  if (expected === 'array') return `write a list: [${found.slice(0, 40)}]`;
  return /^[^\s:]+:\S/.test(found) ? 'write a space after the colon' : undefined;
}

const nameOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : isMapping(value) ? 'a mapping' : `text: ${quote(String(value))}`;

function valueAt(root: unknown, path: KeyPath): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return value;
}
