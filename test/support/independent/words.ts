import { isMemberThen, type Reach, reachAt, speaks } from './membership.ts';
import { compareStatements, isKnown, type Moment, momentIn, momentOr, placeOf } from './moments.ts';
import type { WrittenDenial, WrittenPosition, WrittenRoster, WrittenWant } from './written.ts';

/** One thing said by or about a member, at its time. */
export interface Word {
  readonly date: Moment | undefined;
  readonly circa: boolean;
  readonly stance: string;
  readonly basis: string;
  readonly by?: string | undefined;
  readonly why?: string | undefined;
  readonly wants?: readonly WrittenWant[] | undefined;
  readonly source?: string | undefined;
  readonly leaning?: string | undefined;
  readonly follows?: readonly string[] | undefined;
  readonly denied?: WrittenDenial | undefined;
}

/**
 * The question that is asked: of which roster, on record or not, where members stood at a time. What is known by a
 * later time may set aside what was said until then; for most questions the two times are the same.
 */
export interface Question {
  readonly roster: WrittenRoster;
  readonly now: Moment;
  readonly known: Moment;
  readonly onRecord: boolean;
}

const settled = ['support', 'no-objection', 'abstain', 'oppose', 'recused'];

/** Whether a stance is settled. */
export const isSettled = (stance: string): boolean => settled.includes(stance);

const byPlace = (a: Word, b: Word): number => placeOf(a.date) - placeOf(b.date);
const asList = (some: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof some === 'string' ? [some] : some;

function wordIn(statement: Partial<WrittenPosition>, basis: string): Word {
  const { date, circa, stance = 'undeclared', by, why, wants, source, leaning, follows, denied } = statement;
  const given = { basis, by, why, wants, source, leaning, follows: asList(follows) };
  const denial = typeof denied === 'string' ? { date: denied } : denied;
  return { date: momentOr(date), circa: circa === 'true', stance, ...given, denied: denial };
}

/** The positions of a member as written; `undeclared` without a date is none. */
function positionsOf({ members }: WrittenRoster, code: string): Word[] {
  const member = members[code] ?? {};
  const written = typeof member === 'string' ? [{ stance: member || 'undeclared' }] : (member.positions ?? [member]);
  return written
    .map((position: Partial<WrittenPosition>) => wordIn(position, position.basis ?? 'stated'))
    .filter(({ stance, date }) => stance !== 'undeclared' || date !== undefined);
}

/** The members that a claim names, one by one or by a group. */
export const namedIn = ({ groups = {} }: WrittenRoster, named: string | readonly string[]): readonly string[] =>
  typeof named === 'string' ? (groups[named] ?? []) : named;

function reportsOn(roster: WrittenRoster, code: string, known: Moment): Word[] {
  return (roster.claims ?? [])
    .filter(({ of = [] }) => namedIn(roster, of).includes(code))
    .filter(({ date }) => isMemberThen(roster, code, momentIn(date), known))
    .map((claim) => wordIn(claim, 'reported'));
}

const isDenied = ({ denied }: Word, now: Moment): boolean =>
  denied !== undefined && isKnown(momentIn(denied.date), now);

/** What was said of a member, the oldest first: by itself, in reports on several, and what of both was denied. */
export interface Said {
  readonly own: readonly Word[];
  readonly reports: readonly Word[];
  readonly denied: readonly Word[];
}

/** What is known to be said of a member in its term and in the round of now. */
export function saidOf({ roster, now, known, onRecord }: Question, code: string): Said {
  const reach = reachAt(roster, code, now, known) as Reach;
  const heard = (words: Word[]): Word[] =>
    words
      .filter(({ date, basis }) => isKnown(date, known) && speaks(reach, date) && (basis === 'stated' || !onRecord))
      .toSorted(byPlace);
  const [own, reports] = [heard(positionsOf(roster, code)), heard(reportsOn(roster, code, known))];
  const standing = (words: Word[]): Word[] => words.filter((word) => !isDenied(word, known));
  const denied = [...own, ...reports].filter((word) => isDenied(word, known)).toSorted(byPlace);
  return { own: standing(own), reports: standing(reports), denied };
}

/** The last run of equal stances: it begins where the stance was last another. */
export function lastRun(words: readonly Word[]): readonly Word[] {
  const stance = words.at(-1)?.stance;
  return words.slice(words.findLastIndex((word) => word.stance !== stance) + 1);
}

/** Whether a run is one of a settled stance that was stated. */
export const isStatedAndSettled = (run: readonly Word[]): boolean =>
  run.some(({ stance, basis }) => basis === 'stated' && isSettled(stance));

/** The reports on a member that neither its own words of their time nor a stated, settled stance set aside. */
export function reportsThatStand(own: readonly Word[], reports: readonly Word[]): Word[] {
  return reports.filter((report, index) => {
    const { date } = report as { date: Moment };
    const isRepeated = reports.some((other, at) => at > index && placeOf(other.date) === placeOf(date));
    const hasOwn = own.some((word) => compareStatements(word.date, date) === 0);
    const before = own.filter((word) => placeOf(word.date) < placeOf(date));
    return !isRepeated && !hasOwn && !isStatedAndSettled(lastRun(before));
  });
}
