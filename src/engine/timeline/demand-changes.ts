import type { Position, Roster } from '../../model/roster.ts';
import type { DemandAnswer, Standing } from '../../model/snapshot.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import type { DemandChange } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { answerAfter, askedIn, idsByText, type KnownDemands, stillAsked } from '../evidence/demand-statuses.ts';
import type { DayEvents } from './events-by-day.ts';
import type { MemberState } from './member-state.ts';

/** The demands of a roster during the replay. */
export interface DemandReplay {
  /**
   * Applies a day's events, and returns what has become something else.
   *
   * @param positionsOf all positions of a member that are known on the day, reports that reached it among them
   */
  apply(
    events: DayEvents<MemberState>['demands'],
    asOf: Time,
    positionsOf: (state: MemberState) => readonly Position[],
  ): DemandChange[];
  /** A standing without what is not asked any more. */
  asked(standing: Standing): Standing;
}

/** A member that asks for a demand, and from which moment; no moment where it depends on what is reported and denied. */
interface Asker {
  readonly state: MemberState;
  readonly from?: string;
}

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
  return {
    apply: (events, asOf, positionsOf) => {
      const hasAsked = ({ state, from }: Asker, id: string): boolean =>
        from === undefined ? askedIn(positionsOf(state), idOf).has(id) : from <= endOf(asOf);
      const codesFor = (id: string): string[] =>
        (askers.get(id) ?? []).filter((asker) => hasAsked(asker, id)).map(({ state }) => state.member.code);
      return events.flatMap(([{ id, text }, event]): DemandChange[] => {
        const before = answers.get(id);
        answers.set(id, answerAfter(before, event));
        const { date, circa, status, by, sources } = event;
        if (status === before?.status) return [];
        const words = text !== undefined && { text };
        const change = { date, circa, id, ...words, members: codesFor(id).sort(compareText) };
        const from = before && { from: before.status };
        return [{ ...change, ...from, to: status, ...(by !== undefined && { by }), sources }];
      });
    },
    asked: (standing) => {
      if (demands.length === 0) return standing;
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
    const { member, reports } = state;
    const counting = member.positions.filter(({ basis }) => !onRecord || basis === 'stated');
    const isPlain = onRecord || (reports.length === 0 && counting.every(({ denied }) => denied === undefined));
    const firstOf = new Map<string, Position>();
    for (const position of onRecord ? counting : [...counting, ...reports])
      for (const id of askedIn([position], idOf)) if (!firstOf.has(id)) firstOf.set(id, position);
    for (const [id, { date }] of firstOf) {
      const asker: Asker = { state, ...(isPlain && { from: momentOf(date) }) };
      const others = askers.get(id);
      if (others === undefined) askers.set(id, [asker]);
      else others.push(asker);
    }
  }
  return askers;
}
