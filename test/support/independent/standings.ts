import { type Evidence, evidenceOn, type List } from './lists.ts';
import { weightsAt } from './membership.ts';
import { isKnown, type Moment, momentIn, placeOf } from './moments.ts';
import { isStatedAndSettled, lastRun, type Question, type Word } from './words.ts';
import type { WrittenAnswer, WrittenRoster, WrittenWant } from './written.ts';

/** A member's stance and the evidence for it. Times are texts as written. */
export interface IndependentStanding {
  readonly code: string;
  readonly stance: string;
  readonly since: string | undefined;
  readonly circa: boolean;
  /** The start of the run of stances that do not consent; undefined if there is none. */
  readonly holdingOut: { readonly since: string | undefined; readonly circa: boolean } | undefined;
  readonly basis: string | undefined;
  readonly by: string | undefined;
  readonly why: string | undefined;
  readonly leaning: string | undefined;
  readonly follows: readonly string[];
  readonly wants: readonly string[];
  readonly answered: readonly unknown[];
  readonly sources: readonly string[];
  readonly denied: readonly unknown[];
  readonly weights: Readonly<Record<string, string>>;
}

const moved = ['undeclared', 'support', 'no-objection'];

// The format leaves open which of several lists of one time is quoted: here whatever their order in the file.
const keyOf = ({ by = '', source = '', date, circa = '' }: List): string => JSON.stringify([by, source, date, circa]);
const byAuthor = (a: List, b: List): number => (keyOf(a) < keyOf(b) ? -1 : 1);

/** All that made up a member's stance, step by step: words, and lists that moved it. */
function stepsOf({ words, lists }: Evidence, code: string): Word[] {
  const places = [
    ...new Set([...words.map(({ date }) => placeOf(date)), ...lists.map(({ moment }) => placeOf(moment))]),
  ];
  const steps: Word[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    steps.push(...words.filter(({ date }) => placeOf(date) === place));
    const run = lastRun(steps);
    const stance = run.at(-1)?.stance ?? 'undeclared';
    if (stance === 'recused' || isStatedAndSettled(run)) continue;
    const together = lists.filter(({ moment }) => placeOf(moment) === place);
    const listing = together.filter(({ holdouts }) => holdouts.includes(code));
    const movesTo = listing.length === 0 ? 'support' : moved.includes(stance) ? 'withheld' : stance;
    const [list] = (listing.length === 0 ? together : listing).toSorted(byAuthor);
    if (list === undefined || movesTo === stance) continue;
    const { moment, circa, by, source } = list;
    steps.push({ date: moment, circa: circa === 'true', stance: movesTo, basis: 'claimed', by, source });
  }
  return steps;
}

/** The words of a demand. */
function textOfWant({ demands = {} }: WrittenRoster, want: WrittenWant): string {
  if (typeof want === 'string') return want;
  return want.text ?? demands[want.id]?.text ?? '';
}

/** What became of a demand up to now, the oldest first. */
function historyOf({ demands = {} }: WrittenRoster, want: WrittenWant, now: Moment): WrittenAnswer[] {
  if (typeof want === 'string') return [];
  return (demands[want.id]?.history ?? [])
    .filter(({ date }) => isKnown(momentIn(date), now))
    .toSorted((a, b) => placeOf(momentIn(a.date)) - placeOf(momentIn(b.date)));
}

/** Whether a demand is still asked for: it is neither met nor dropped. */
const stillAsked = (roster: WrittenRoster, want: WrittenWant, now: Moment): boolean =>
  !['met', 'dropped'].includes(historyOf(roster, want, now).at(-1)?.status ?? 'asked');

/** The answer to a demand, with the start of its status; empty without one. */
function answeredIn(roster: WrittenRoster, want: WrittenWant, now: Moment): unknown[] {
  const history = historyOf(roster, want, now);
  const status = history.at(-1)?.status;
  if (typeof want === 'string' || status === undefined) return [];
  const start = history[history.findLastIndex((entry) => entry.status !== status) + 1];
  return [{ id: want.id, text: textOfWant(roster, want), status, since: start?.date }];
}

const consenting = ['support', 'no-objection', 'abstain', 'recused'];
const latest = <T>(values: readonly (T | undefined)[]): T | undefined =>
  values.findLast((value) => value !== undefined);

/** A member's standing now. */
export function standingOf(question: Question, code: string): IndependentStanding {
  const { roster, now } = question;
  const evidence = evidenceOn(question, code);
  const steps = stepsOf(evidence, code);
  const run = lastRun(steps);
  const bases = run.map(({ basis }) => basis);
  const basis = ['stated', 'reported', 'claimed'].find((one) => bases.includes(one));
  const telling = run.filter((word) => word.basis === basis);
  const holding = steps.slice(steps.findLastIndex(({ stance }) => consenting.includes(stance)) + 1)[0];
  const source = latest(telling.map((word) => word.source));
  const wants = latest(run.map((word) => word.wants)) ?? [];
  return {
    code,
    stance: run[0]?.stance ?? 'undeclared',
    since: run[0]?.date?.text,
    circa: run[0]?.circa ?? false,
    holdingOut: holding && { since: holding.date?.text, circa: holding.circa },
    basis,
    by: latest(telling.map((word) => word.by)),
    why: latest(run.map((word) => word.why)),
    leaning: latest(run.map((word) => word.leaning)),
    follows: latest(run.map((word) => word.follows)) ?? [],
    wants: wants.filter((want) => stillAsked(roster, want, now)).map((want) => textOfWant(roster, want)),
    answered: wants.flatMap((want) => answeredIn(roster, want, now)),
    sources: source === undefined ? [] : [source],
    denied: evidence.denied.map(({ date, circa, stance, by, denied }) => ({
      stance,
      date: date?.text,
      circa,
      by,
      deniedOn: denied?.date,
      deniedBy: denied?.by,
    })),
    weights: weightsAt(roster, code, now),
  };
}
