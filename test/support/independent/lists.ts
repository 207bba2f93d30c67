import { isMemberThen, type Reach, reachAt, speaks } from './membership.ts';
import { compareStatements, daysBetween, isKnown, isWithin, type Moment, momentIn, placeOf } from './moments.ts';
import { isSettled, lastRun, type Question, reportsThatStand, saidOf, type Word } from './words.ts';
import type { WrittenClaim } from './written.ts';

/** A complete list of holdouts. */
export type List = WrittenClaim & { readonly holdouts: readonly string[]; readonly moment: Moment };

/** Everything that stands about a member, and what was denied; the oldest first. */
export interface Evidence {
  /** The member's own words, and reports of several that stand. */
  readonly words: readonly Word[];
  /** Lists that may move it. */
  readonly lists: readonly List[];
  readonly denied: readonly Word[];
}

/** The complete lists that are known; none on record. */
function listsAt({ roster, known, onRecord }: Question): List[] {
  return (roster.claims ?? [])
    .map((claim) => ({ ...claim, moment: momentIn(claim.date) }))
    .filter((claim): claim is List => claim.holdouts !== undefined && isKnown(claim.moment, known) && !onRecord)
    .toSorted((a, b) => placeOf(a.moment) - placeOf(b.moment));
}

/** Whether a list's date is too vague to tell it from a position of the member: a month, or a best guess. */
function isVagueNear({ moment, circa }: List, words: readonly Word[]): boolean {
  return words.some(({ date, stance }, index) => {
    if (date === undefined) return false;
    if (stance === 'undeclared' && words.slice(0, index).every((word) => word.stance === 'undeclared')) return false;
    const inMonth = moment.isMonth && isWithin(date, moment);
    return inMonth || (circa === 'true' && daysBetween(moment, date) <= 7);
  });
}

/** Whether a list by its date speaks of a member now: it is of its present term and round, and not too vague. */
function reaches(list: List, { roster, now, known }: Question, code: string, words: readonly Word[]): boolean {
  if (!isMemberThen(roster, code, list.moment, known)) return false;
  return speaks(reachAt(roster, code, now, known) as Reach, list.moment) && !isVagueNear(list, words);
}

/** The last of a member's words that is not later than a list. */
const lastWordAt = ({ moment }: List, words: readonly Word[]): Word | undefined =>
  words.findLast((word) => compareStatements(word.date, moment) <= 0);

/** The lists that come after the last word not later than they are. */
function listsThatCount(question: Question, code: string, words: readonly Word[]): List[] {
  return listsAt(question).filter((list) => {
    const word = lastWordAt(list, words);
    const isLater = word === undefined || compareStatements(word.date, list.moment) < 0;
    return isLater && reaches(list, question, code, words);
  });
}

const merged = (own: readonly Word[], reports: readonly Word[]): Word[] =>
  [...own, ...reports].toSorted((a, b) => placeOf(a.date) - placeOf(b.date));

/**
 * What stands about a member now. A first word that takes back counts only where, it being written, a report or a list
 * stood before it; whether they do hangs on all other words.
 */
export function evidenceOn(question: Question, code: string): Evidence {
  const { now } = question;
  const said = saidOf(question, code);
  const first = said.own.findIndex(({ stance }) => stance !== 'undeclared');
  const leading = first === -1 ? said.own : said.own.slice(0, first);
  const evidence = (own: readonly Word[]): Evidence => {
    const words = merged(own, reportsThatStand(own, said.reports));
    return { words, lists: listsThatCount(question, code, words), denied: said.denied };
  };
  // Once one counts, those after it do, too.
  const counts = (word: Word, index: number): boolean => {
    const { words, lists } = evidence(said.own.slice(index));
    const dates = [...words.map(({ date }) => date), ...lists.map(({ moment }) => moment)];
    return dates.some((date) => compareStatements(date, word.date as Moment) < 0);
  };
  const start = leading.findIndex(counts);
  const { words, lists } = evidence(said.own.slice(start === -1 ? leading.length : start));
  return {
    words: words.filter(({ date }) => isKnown(date, now)),
    lists: lists.filter(({ moment }) => isKnown(moment, now)),
    denied: said.denied,
  };
}

/** A contradiction between a list and a member's own word. */
export interface IndependentConflict {
  readonly kind: string;
  readonly member: string;
  readonly date: string;
  readonly by: string | undefined;
}

/** The conflicts of some members with the lists of the latest time, each told once. */
export function conflictsAt(question: Question, codes: readonly string[]): IndependentConflict[] {
  const lists = listsAt(question);
  const latest = lists.filter(({ moment }) => placeOf(moment) === placeOf(lists.at(-1)?.moment));
  const conflicts = codes.flatMap((code) => conflictsOf(question, code, latest));
  const texts = new Set(conflicts.map((conflict) => JSON.stringify(conflict)));
  return [...texts].map((text) => JSON.parse(text) as IndependentConflict);
}

function conflictsOf(question: Question, code: string, latest: readonly List[]): IndependentConflict[] {
  const { words } = evidenceOn(question, code);
  const together = latest.filter((list) => reaches(list, question, code, words));
  const isListed = together.some(({ holdouts }) => holdouts.includes(code));
  return together.flatMap((list) => {
    const word = lastWordAt(list, words);
    const current = lastRun(words);
    if (word === undefined || !current.includes(word)) return [];
    const isStated = current.slice(0, current.indexOf(word) + 1).some(({ basis }) => basis === 'stated');
    const kind = kindOf(word.stance, isStated, isListed, list.holdouts.includes(code));
    return kind === undefined ? [] : [{ kind, member: code, date: list.date, by: list.by }];
  });
}

function kindOf(stance: string, isStated: boolean, isListed: boolean, listsIt: boolean): string | undefined {
  if (stance === 'recused') return listsIt ? 'listed-though-recused' : undefined;
  if (!isStated || !isSettled(stance)) return undefined;
  if (stance === 'support') return listsIt ? 'listed-though-supporting' : undefined;
  return isListed ? undefined : 'unlisted-though-not-supporting';
}
