import type { PrunedRoster, Remark } from '../model/pruned-roster.ts';
import type { Position, Roster } from '../model/roster.ts';
import { criteriaThatCount } from '../model/rule.ts';
import type { Stance } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import type { Storied } from './evidence/claims.ts';
import { asOfDate, isBy } from './evidence/dates.ts';
import { isMemberOn, type Listing, listingsOf, type Step, stepOn, stepsOf } from './evidence/steps.ts';
import { claimsThatMatter, codesThatMatter, sectionsThatMatter } from './prune/relevant.ts';
import { type Retold, retold } from './prune/shorten-history.ts';

export interface PruneOptions {
  /** Keep what members have stated themselves, and nothing that others reported or listed. */
  readonly onRecord?: boolean;
  /** Write down that members stand where they do not: a what-if. */
  readonly assume?: ReadonlyMap<string, Stance>;
}

/** A member on the way to its entry. */
interface Entry extends Retold {
  /** In the roster on the date. */
  readonly present: boolean;
  /** Where it stands by the evidence. */
  readonly step: Step;
  /** Where it is made to stand instead. */
  readonly assumed?: Stance;
}

/**
 * A roster with nothing in it that no longer matters on a date: as a rule one position a member, the lists of holdouts
 * that still move somebody and the latest one, counts that come to the same as before, and what these name. Read at that
 * date it gives the same answer.
 *
 * @see docs/snapshot.md
 */
export function prune(roster: Roster, date: Time, options: PruneOptions = {}): PrunedRoster {
  const { onRecord = false, assume = new Map<string, Stance>() } = options;
  const asOf = asOfDate(date);
  const all = onRecord ? [] : listingsOf(roster).filter(({ day }) => day <= asOf.day);
  const stories = roster.members.map((whole) => {
    const member = { ...whole, positions: whole.positions.filter((position) => isBy(position.date, asOf)) };
    return { member, steps: stepsOf(member, all, onRecord) };
  });
  const reading = { asOf, onRecord, reasons: criteriaThatCount(roster.rule.criterion).some(({ withWhy }) => withWhy) };
  const tell = (kept: readonly Listing[]): Entry[] =>
    stories.map(({ member, steps }) => ({
      ...retold(member, all, kept, reading),
      present: isMemberOn(member, asOf.day),
      step: stepOn(steps, asOf.day),
    }));
  const needed = listingsThatMatter(stories, all, asOf);
  const few = tell(needed);
  const [listings, told] = few.every(({ exact }) => exact) ? [needed, few] : [all, tell(all)];
  const entries = told.map((entry) => noted(supposed(entry, assume.get(entry.member.code), asOf)));

  const days = new Set(listings.map(({ day }) => day));
  const lists = new Set(roster.claims.filter(({ date, holdouts }) => holdouts !== undefined && days.has(date.day)));
  const named = codesThatMatter(roster, lists, asOf);
  const nobody = entries.every(({ present }) => !present);
  const staying = entries.filter(
    ({ present, member }) => present || nobody || member.positions.length > 0 || named.has(member.code),
  );
  const members = staying.map(({ member }) => member);
  const after = members.map((member) => ({ member, steps: stepsOf(member, listings, onRecord) }));
  const claims = claimsThatMatter(roster.claims, lists, { before: stories, after, asOf });
  const present = new Set(entries.flatMap((entry) => (entry.present ? entry.member.code : [])));
  const whole = !onRecord && assume.size === 0;
  return {
    roster: sectionsThatMatter(roster, { members, claims, asOf, present, whole }),
    remarks: new Map(staying.map((entry) => [entry.member.code, remarksOn(entry)])),
    leftOut: {
      positions: entries.reduce((sum, { known, member }) => sum + Math.max(0, known - member.positions.length), 0),
      claims: roster.claims.filter(({ date }) => isBy(date, asOf)).length - claims.length,
    },
  };
}

/** The lists from which somebody has stood ever since where it stands, and the latest ones. */
function listingsThatMatter(stories: readonly Storied[], all: readonly Listing[], asOf: Time): Listing[] {
  const days = new Set<string>();
  for (const { member, steps } of stories) {
    if (!isMemberOn(member, asOf.day)) continue;
    const { stance } = stepOn(steps, asOf.day);
    const start = steps[steps.findLastIndex((step) => step.stance !== stance) + 1];
    if (start?.basis === 'claimed') days.add(start.from);
  }
  return all.filter(({ day }, index) => days.has(day) || index === all.length - 1);
}

/** An entry that says what is assumed, as the member's own word of the date: no list speaks against that. */
function supposed(entry: Entry, stance: Stance | undefined, asOf: Time): Entry {
  if (stance === undefined || !entry.present) return entry;
  const { member, step } = entry;
  // A what-if counts as a reason; coming to support needs none.
  const isSo = stance === step.stance && (stance === 'support' || step.why !== undefined);
  const positions = isSo ? member.positions : stance === 'undeclared' ? [] : [supposition(stance, step, asOf)];
  return { ...entry, member: { ...member, positions }, assumed: stance };
}

function supposition(stance: Position['stance'], { wants, wantIds }: Step, { day }: Time): Position {
  const asks = stance !== 'conditional' ? [] : wants.length > 0 ? wants : ['assumed'];
  const ids = stance === 'conditional' && wantIds ? { wantIds } : {};
  const date = { text: day, day };
  return { date, circa: false, stance, basis: 'stated', why: 'assumed', wants: asks, ...ids, sources: [] };
}

/** A note beside the only position of a member is a note of the member, too: so it is when they are written as one. */
function noted(entry: Entry): Entry {
  const { positions, ...member } = entry.member;
  const [only, ...more] = positions;
  const note = more.length === 0 ? (member.note ?? only?.note) : member.note;
  return note === undefined ? entry : { ...entry, member: { ...entry.member, note } };
}

function remarksOn({ member, present, step, assumed, spoke }: Entry): Remark[] {
  if (!present) return [{ kind: 'absent' }];
  if (assumed !== undefined) return [{ kind: 'assumed', from: step.stance }];
  const { stance, since, basis, by } = step;
  const claimed = basis === 'claimed' && since;
  const written = member.positions.at(-1)?.date;
  return [
    ...(claimed ? [{ kind: 'claimed', stance, date: since, ...(by !== undefined && { by }) } as const] : []),
    ...(spoke && spoke.day !== written?.day ? [{ kind: 'restated', date: spoke } as const] : []),
    ...(member.positions.length > 1 ? [{ kind: 'earlier' } as const] : []),
  ];
}
