import { type Expected, type Miss, missesOf } from '../engine/expectations.ts';
import type { Roster } from '../model/roster.ts';
import type { Problem } from '../roster/yaml/problem.ts';
import { plural } from '../text/numerals.ts';

/** The failed `expect` entries of a roster: a problem for each value that is wrong. */
export function missedExpectations(roster: Roster): Problem[] {
  return missesOf(roster).flatMap((miss) =>
    miss.missed.map(
      (key): Problem => ({
        code: 'missed-expectation',
        severity: 'error',
        path: ['expect', miss.index, key],
        at: 'value',
        message: messages[key](miss),
        hint: key === 'members' ? membersHint : resultText(miss),
      }),
    ),
  );
}

const messages: Readonly<Record<Expected, (miss: Miss) => string>> = {
  outcome: ({ expectation: { asOf, outcome }, tally }) =>
    `expected "${outcome}" on ${asOf.text}, but the outcome is "${tally.outcome}"`,
  holdouts: holdoutsText,
  support: ({ expectation: { asOf, support = 0 }, tally }) =>
    `expected ${support} in support on ${asOf.text}, but there ${are(tally.counts.support)} ${tally.counts.support}`,
  members: ({ expectation: { asOf, members = 0 }, tally }) =>
    `expected ${plural(members, 'member')} on ${asOf.text}, but there ${are(tally.counts.members)} ${tally.counts.members}`,
};

const membersHint = 'a member is in the roster from "joined" on and until the day before "left"';
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** The difference between the expected holdouts and the actual ones. */
function holdoutsText({ expectation: { asOf, holdouts = [] }, tally }: Miss): string {
  const actual = tally.holdouts.map(({ code }) => code);
  const [listed, known] = [new Set(holdouts), new Set(actual)];
  const idle = holdouts.filter((code) => !known.has(code));
  const unlisted = actual.filter((code) => !listed.has(code));
  const one = unlisted.length === 1;
  if (idle.length === 0)
    return `${quoted(unlisted)} ${one ? 'holds' : 'hold'} out on ${asOf.text} but ${one ? 'is' : 'are'} not listed`;
  const rest = unlisted.length === 0 ? '' : `, and ${quoted(unlisted)} ${one ? 'does' : 'do'}`;
  return `${quoted(idle)} ${idle.length === 1 ? 'does' : 'do'} not hold out on ${asOf.text}${rest}`;
}

/** The actual outcome and holdouts. */
function resultText({ expectation: { asOf }, tally }: Miss): string {
  const { counts, holdouts, outcome } = tally;
  const whom = holdouts.map(({ code, stance, blocking }) => `${code} (${stance}${blocking ? ', blocking' : ''})`);
  const nobody = outcome === 'open' ? 'only time is missing' : 'nobody holds out';
  const out = whom.length === 0 ? nobody : `holding out: ${cut(whom)}`;
  return `${outcome}, with ${counts.support} of ${counts.members} in support; ${out}; see status --as-of ${asOf.text}`;
}

const most = 8;
const cut = (words: readonly string[]): string =>
  words.length > most ? `${words.slice(0, most - 1).join(', ')} and ${words.length - most + 1} more` : words.join(', ');
const quoted = (codes: readonly string[]): string => cut(codes.map((code) => `"${code}"`));
