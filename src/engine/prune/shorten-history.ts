import type { Member, Position } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import { defined } from '../../text/defined.ts';
import { conflictsOn, contradiction } from '../evidence/claims.ts';
import { isMemberOn, type Listing, ownWordOn, type Step, stepOn, stepsOf } from '../evidence/steps.ts';

/** How evidence is read. */
export interface Reading {
  readonly asOf: Time;
  readonly onRecord: boolean;
  /** Whether the rule asks for reasons. */
  readonly reasons: boolean;
}

/** A member told anew. */
export interface Retold {
  readonly member: Member;
  /** It comes to the same as the whole story. */
  readonly exact: boolean;
  /** How many positions it had. */
  readonly known: number;
  /** When it last spoke, as far as that is read. */
  readonly spoke?: Time;
}

/** So many positions are tried before a member keeps all that it has. */
const mostChapters = 3;

/**
 * A member with as few positions as it takes: one for where it stands, and earlier ones where the answer would be
 * another without them.
 *
 * @param member with what it had said by the date, and nothing later
 * @param all the lists that have moved members so far, oldest first
 * @param kept those of them that stay in the roster
 */
export function retold(member: Member, all: readonly Listing[], kept: readonly Listing[], reading: Reading): Retold {
  const { asOf, onRecord } = reading;
  const positions = onRecord ? member.positions.filter(({ basis }) => basis === 'stated') : member.positions;
  const wanted = answerOf(member, all, kept, reading);
  const comesToTheSame = (candidate: readonly Position[]): boolean =>
    answerOf({ ...member, positions: candidate }, kept, kept, reading) === wanted;
  const candidates = isMemberOn(member, asOf.day) ? shorter(member, positions, all, reading) : [[]];
  const found = [...candidates, positions].find(comesToTheSame);
  const spoke = positions.at(-1)?.date;
  return {
    member: { ...member, positions: found ?? positions },
    exact: found !== undefined,
    known: member.positions.length,
    ...(spoke && { spoke }),
  };
}

/** The last one, two and three chapters of a member's own story. */
function shorter(member: Member, positions: readonly Position[], all: readonly Listing[], reading: Reading) {
  const chapters = chaptersOf(positions, stepsOf({ ...member, positions }, all, reading.onRecord));
  return Array.from({ length: mostChapters }, (_, index) => chapters.slice(-index - 1));
}

/**
 * A member's own story with one position for every unbroken run of a stance, dated by its first own word. What was on
 * record and is then only reported makes two of a run.
 */
function chaptersOf(positions: readonly Position[], steps: readonly Step[]): Position[] {
  const byDay = new Map(positions.map((position) => [position.date?.day ?? '', position]));
  const chapters: Position[] = [];
  let [before, run]: [Step | undefined, number] = [undefined, 0];
  for (const step of steps) {
    const position = step.basis === undefined || step.basis === 'claimed' ? undefined : byDay.get(step.from);
    if (position !== undefined) {
      const continues = before?.stance === step.stance && before.basis !== 'claimed';
      if (!continues) run = chapters.length;
      const said = chapters.slice(run).at(-1);
      const onRecord = chapters.findLastIndex(({ basis }) => basis === 'stated');
      const [start = position] = chapters.splice(position.basis === 'stated' ? run : Math.max(run, onRecord + 1));
      chapters.push(chapter(position, said, start));
    }
    before = step;
  }
  return chapters;
}

/**
 * What a member said itself by the end of a chapter, dated by its start: what it did not say anew, it said before. What a
 * list of holdouts put into its mouth is not among it.
 */
function chapter(now: Position, before: Position | undefined, { date, circa }: Position): Position {
  const { stance, basis, quote, note } = now;
  const { wants, wantIds } = now.wants.length > 0 ? now : (before ?? now);
  return defined<Position>({
    date,
    circa,
    stance,
    basis,
    by: now.by ?? before?.by,
    why: now.why ?? before?.why,
    wants,
    wantIds,
    sources: now.sources.length > 0 ? now.sources : (before?.sources ?? []),
    quote,
    note,
  });
}

/** All that a snapshot says because of one member, as a text to compare. */
function answerOf(member: Member, moving: readonly Listing[], kept: readonly Listing[], reading: Reading): string {
  const { asOf, onRecord, reasons } = reading;
  const contradictions = kept.flatMap(({ day, lists }) =>
    lists.map(({ listed }) => contradiction(member, listed, day, ownWordOn(member, day))),
  );
  if (!isMemberOn(member, asOf.day)) return JSON.stringify(contradictions);
  const { from: _, ...standing } = stepOn(stepsOf(member, moving, onRecord), asOf.day);
  const { stance, why } = stepOn(stepsOf(member, [], true), asOf.day);
  const conflicts = conflictsOn([member], kept, asOf);
  return JSON.stringify([standing, stance, reasons && why !== undefined, conflicts, contradictions]);
}
