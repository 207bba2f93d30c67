import type { Position, Roster } from '../../model/roster.ts';
import type { DemandAnswer, Standing } from '../../model/snapshot.ts';
import type { DemandChange } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { answerAfter, demandsIn, idsByText, type KnownDemands, stillAsked } from '../evidence/demand-statuses.ts';
import type { DayEvents } from './events-by-day.ts';
import type { MemberState } from './member-state.ts';

/** The demands of a roster during the replay. */
export interface DemandReplay {
  /** Applies a day's events, after the members have spoken, and returns what has become something else. */
  apply(events: DayEvents<MemberState>['demands']): DemandChange[];
  /** A standing without what is not asked any more. */
  asked(standing: Standing): Standing;
}

/** A member, and the first of its own positions that asks for a demand, by its place among them. */
type Asker = readonly [state: MemberState, first: number];

/** The demands of a roster at its beginning, when all are only asked. */
export function startDemands(
  { demands }: Pick<Roster, 'demands'>,
  members: readonly MemberState[],
  onRecord: boolean,
): DemandReplay {
  const idOf = idsByText(demands);
  const answers = new Map<string, DemandAnswer>();
  const known: KnownDemands = { idOf, answers };
  const askers = demands.length === 0 ? new Map<string, Asker[]>() : askersOf(members, idOf, onRecord);
  const hasAsked = ([{ read, taken }, first]: Asker, id: string): boolean =>
    read === undefined ? taken > first : demandsIn(read.positions, idOf).has(id);
  const codesFor = (id: string): string[] =>
    (askers.get(id) ?? []).filter((asker) => hasAsked(asker, id)).map(([{ member }]) => member.code);
  return {
    apply: (events) =>
      events.flatMap(([{ id, text }, event]): DemandChange[] => {
        const before = answers.get(id);
        answers.set(id, answerAfter(before, event));
        const { date, circa, status, by, sources } = event;
        if (status === before?.status) return [];
        const change = {
          date,
          circa,
          id,
          ...(text !== undefined && { text }),
          members: codesFor(id).sort(compareText),
        };
        const from = before && { from: before.status };
        return [{ ...change, ...from, to: status, ...(by !== undefined && { by }), sources }];
      }),
    asked: (standing) => {
      const { wants, wantIds, ...rest } = standing;
      return { ...rest, ...stillAsked({ wants, ...(wantIds && { wantIds }) }, known) };
    },
  };
}

/** The members that ever ask for each demand. */
function askersOf(
  members: readonly MemberState[],
  idOf: KnownDemands['idOf'],
  onRecord: boolean,
): ReadonlyMap<string, readonly Asker[]> {
  const askers = new Map<string, Asker[]>();
  for (const state of members) {
    const firstOf = new Map<string, number>();
    const note = (position: Position, place: number): void => {
      if (onRecord && position.basis !== 'stated') return;
      for (const id of demandsIn([position], idOf)) if (!firstOf.has(id)) firstOf.set(id, place);
    };
    for (const [place, position] of state.member.positions.entries()) note(position, place);
    // Members of which reports are told are read anew by the day.
    for (const report of state.reports) note(report, Number.POSITIVE_INFINITY);
    for (const [id, place] of firstOf) {
      const known = askers.get(id);
      if (known === undefined) askers.set(id, [[state, place]]);
      else known.push([state, place]);
    }
  }
  return askers;
}
