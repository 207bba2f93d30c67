import type { IndependentAnswer } from './answers.ts';
import type { IndependentCriterion } from './criteria.ts';
import type { WrittenRoster } from './written.ts';

const forms: Readonly<Record<string, RegExp>> = {
  month: /^\d{4}-\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  instant: /^\d{4}-\d{2}-\d{2}T/,
};

/** What occurs in a written value: `key`, `key: word` for words of closed lists, `key: day` for times. */
function* occurrencesIn(value: unknown, above: string): Generator<string> {
  if (typeof value === 'string') {
    const form = Object.keys(forms).find((name) => forms[name]?.test(value));
    yield `${['rule', 'all', 'any'].includes(above) ? 'preset' : above}: ${form ?? value}`;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (Array.isArray(value)) yield* occurrencesIn(part, above);
    else {
      yield key;
      yield* occurrencesIn(part, key);
    }
  }
}

function* criteriaIn(criterion: IndependentCriterion): Generator<string> {
  const { kind, status, closed, of = [] } = criterion;
  yield `criterion: ${kind} ${closed ? 'closed ' : ''}${status}`;
  for (const part of of) yield* criteriaIn(part);
}

/** What occurs in a roster, each once. */
export function occurrencesInRoster(roster: WrittenRoster): ReadonlySet<string> {
  const { rule, closes, members, ...rest } = roster;
  const found = new Set(occurrencesIn(rest, 'roster'));
  for (const occurrence of occurrencesIn({ rule }, 'roster')) found.add(`rule, ${occurrence}`);
  if (closes !== undefined) found.add('roster, closes');
  for (const member of Object.values(members))
    for (const occurrence of occurrencesIn({ member }, 'member')) found.add(occurrence);
  return found;
}

/** What occurs in an answer, each once. */
export function occurrencesInAnswer({ members, claims, conflicts, criterion, round }: IndependentAnswer): Set<string> {
  const found = new Set(criteriaIn(criterion));
  found.add(`outcome: ${criterion.status}`);
  if (round !== undefined) found.add('round has begun');
  for (const { stance, basis, denied, follows, answered } of members) {
    found.add(`${basis ?? 'nothing known'}: ${stance}`);
    if (follows.length > 0) found.add('follows is told');
    for (const { status } of answered as readonly { readonly status: string }[]) found.add(`answered: ${status}`);
    if (denied.length > 0) found.add('denied is told');
  }
  for (const { about, count } of claims)
    if (count === undefined) found.add(`claim: ${about}`);
    else found.add(`claim: ${about} ${count.unnamed === undefined ? 'disagrees' : 'agrees'}`);
  for (const { kind } of conflicts) found.add(`conflict: ${kind}`);
  return found;
}

const each = (before: string, words: string): string[] => words.split(' ').map((word) => `${before}${word}`);
const dated = (keys: readonly string[]): string[] => keys.flatMap((key) => each(`${key}: `, 'month day instant'));
const stances = 'support no-objection abstain oppose recused conditional withheld unclear undeclared';

/** What random rosters and their answers should often hold. */
export const frequent: readonly string[] = [
  ...dated(['date', 'joined', 'left', 'rule, closes', 'rule, not-before', 'rule, silence']),
  ...each('', 'basis by why wants id source denied terms weights positions rounds name of holdouts'),
  ...each('member: ', 'support oppose unclear undeclared '),
  ...each('stance: ', stances),
  ...each('leaning: ', 'support oppose'),
  ...each('status: ', 'promised met dropped refused'),
  ...each('answered: ', 'promised met dropped refused'),
  ...['follows', 'follows is told', 'among', 'among: core', 'demands'],
  ...['circa: true', 'of: core', 'of: a', 'holdouts: a', 'supporting', 'holding-out', 'roster, closes'],
  ...each('rule, ', 'all any count among except at-least more-than at-most fewer-than by with-why consensus'),
  ...['rule, of: votes', 'rule, of: oppose', 'rule, by: population', 'rule, among: core', 'rule, among: a'],
  ...each('rule, preset: ', 'consensus unanimity no-objections simple-majority two-thirds majority-of-votes'),
  ...each('rule, preset: ', 'two-thirds-of-votes eu-qualified-majority eu-reinforced-qualified-majority'),
  'rule, preset: un-security-council',
  ...each('outcome: ', 'reached open blocked'),
  ...['all', 'any', 'count'].flatMap((kind) => each(`criterion: ${kind} `, 'reached blocked open')),
  ...['all', 'any', 'count'].flatMap((kind) => each(`criterion: ${kind} closed `, 'reached blocked')),
  ...each('stated: ', stances),
  ...each('reported: ', stances.replace(' undeclared', '')),
  ...each('claimed: ', 'support withheld'),
  ...['nothing known: undeclared', 'denied is told', 'round has begun', 'claim: holdouts', 'claim: stance'],
  ...['supporting', 'holding-out'].flatMap((about) => each(`claim: ${about} `, 'agrees disagrees')),
  ...each('conflict: ', 'listed-though-supporting unlisted-though-not-supporting listed-though-recused'),
];
