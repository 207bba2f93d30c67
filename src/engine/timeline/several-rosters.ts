import type { Roster } from '../../model/roster.ts';
import type { Rule } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { MemberChanges, OtherEvents, TimelinePoint } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { saidIn } from '../evidence/claims.ts';
import { evidenceOf, gatherChanges } from './member-changes.ts';
import { pointsOf } from './one-roster.ts';
import { type Replay, startReplay } from './replay.ts';

/** The ISO day of a roster's as-of date; empty if it has none. */
const asOfDay = ({ asOf }: Roster): string => asOf?.day ?? '';

/** Sorted by as-of date, earliest first. */
export const byAsOf = (rosters: readonly Roster[]): Roster[] =>
  [...rosters].sort((a, b) => compareText(asOfDay(a), asOfDay(b)));

/**
 * The points of several rosters, each from its as-of date until the next one's. On an as-of date there is always a
 * point: it shows how the roster differs from the one before.
 *
 * @param successive sorted by as-of dates, which are all on different days
 */
export function* pointsOfSeveral(successive: readonly Roster[], onRecord: boolean): Generator<TimelinePoint> {
  let before: { readonly day: string; readonly rule: Rule; readonly standings: Iterable<Standing> } | undefined;
  const emitted = new Set<string>();
  for (const [index, roster] of successive.entries()) {
    const { rule } = roster;
    const day = asOfDay(roster);
    const end = successive.slice(index + 1, index + 2).map(asOfDay);
    const replay = startReplay(roster, onRecord);
    /** Dated since the roster before took over: it may not have known of them. */
    const sinceBefore: OtherEvents[] = [];
    for (const past of replay.days) {
      if (past.day > day) break;
      const changes = past.apply();
      if (before === undefined ? past.day === day : past.day > before.day) sinceBefore.push(changes);
    }
    yield {
      date: { text: day, day },
      ...replay.state(day),
      ...changesBetween(before?.standings, replay),
      ...notYetEmitted(sinceBefore, emitted),
      ruleChanged: before !== undefined && JSON.stringify(before.rule) !== JSON.stringify(rule),
    };
    const ahead = replay.days.filter((next) => next.day > day && end.every((last) => next.day < last));
    for (const point of pointsOf(replay, ahead)) {
      notYetEmitted([point], emitted);
      yield point;
    }
    before = { day, rule, standings: replay.standings() };
  }
}

/** The members that differ between two rosters; those that are alike in stance and evidence are left out. */
function changesBetween(before: Iterable<Standing> | undefined, after: Replay): MemberChanges {
  const changes = gatherChanges();
  if (before === undefined) return changes.sorted();
  const old = new Map([...before].map((standing) => [standing.code, standing]));
  for (const standing of after.standings()) {
    const known = old.get(standing.code);
    old.delete(standing.code);
    if (known === undefined || standingKey(known) !== standingKey(standing)) changes.add(known, after.asked(standing));
  }
  for (const gone of old.values()) changes.add(gone, undefined);
  return changes.sorted();
}

const standingKey = (standing: Standing): string => JSON.stringify([standing.stance, evidenceOf(standing)]);

/** The events not yet emitted, those of all days together; marks them as emitted. */
function notYetEmitted(events: readonly OtherEvents[], emitted: Set<string>): OtherEvents {
  const fresh = <T>(all: readonly T[], identity: (one: T) => readonly unknown[]): T[] => {
    const keyed = all
      .map((one) => ({ one, key: JSON.stringify(identity(one)) }))
      .filter(({ key }) => !emitted.has(key));
    for (const { key } of keyed) emitted.add(key);
    return keyed.map(({ one }) => one);
  };
  const [decision] = fresh(
    events.flatMap(({ decision }) => decision ?? []),
    ({ date, outcome }) => ['decision', date.text, outcome],
  );
  return {
    rounds: fresh(
      events.flatMap(({ rounds }) => rounds),
      ({ date, name }) => ['round', date.text, name],
    ),
    denied: fresh(
      events.flatMap(({ denied }) => denied),
      ({ member, date, denied }) => ['denied', member, date.text, denied.date.text],
    ),
    claims: fresh(
      events.flatMap(({ claims }) => claims),
      (claim) => [claim.about, claim.date.text, claim.by, saidIn(claim)],
    ),
    candidates: fresh(
      events.flatMap(({ candidates }) => candidates),
      ({ date, name, status }) => ['candidate', date.text, name, status],
    ),
    milestones: fresh(
      events.flatMap(({ milestones }) => milestones),
      ({ date, name }) => ['milestone', date.text, name],
    ),
    timeCome: fresh(
      events.flatMap(({ timeCome }) => timeCome),
      (criterion) => ['time', criterion],
    ),
    closed: fresh(
      events.flatMap(({ closed }) => closed),
      (criterion) => ['closed', criterion],
    ),
    demands: fresh(
      events.flatMap(({ demands }) => demands),
      ({ date, id, to }) => ['demand', date.text, id, to],
    ),
    weights: fresh(
      events.flatMap(({ weights }) => weights),
      ({ date, weight, member, after }) => ['weight', date.text, weight, member, after],
    ),
    ...(decision && { decision }),
  };
}
