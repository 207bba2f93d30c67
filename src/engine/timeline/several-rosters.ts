import type { Roster } from '../../model/roster.ts';
import type { Rule } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DatedNews, TimelinePoint } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { type Change, evidenceOf, newsOf } from './member-changes.ts';
import { type DayAhead, type Sweep, sweepOf } from './replay.ts';

/** The ISO day from which a roster speaks where there are several. */
export const dayOf = ({ asOf }: Roster): string => asOf?.day ?? '';

/** Those that speak first first. */
export const inOrder = (rosters: readonly Roster[]): Roster[] =>
  [...rosters].sort((a, b) => compareText(dayOf(a), dayOf(b)));

/** The dates among these days on which something changed. */
export function* pointsOf(sweep: Sweep, days: Iterable<DayAhead>): Generator<TimelinePoint> {
  for (const { day, pass } of days) {
    const news = pass();
    if (Object.values(news).some((part) => !Array.isArray(part) || part.length > 0))
      yield { date: { text: day, day }, ...sweep.state(day), ...news, ruleChanged: false };
  }
}

/** Each roster from its own day on until the next one's, in any order. Where one takes over, its differences show. */
export function* inTurn(rosters: readonly Roster[], onRecord: boolean): Generator<TimelinePoint> {
  let before: { readonly day: string; readonly rule: Rule; readonly standings: Iterable<Standing> } | undefined;
  const told = new Set<string>();
  const successive = inOrder(rosters);
  for (const [index, roster] of successive.entries()) {
    const { rule } = roster;
    const day = dayOf(roster);
    const end = successive.slice(index + 1, index + 2).map(dayOf);
    const sweep = sweepOf(roster, onRecord);
    const caughtUp: DatedNews[] = [];
    for (const past of sweep.days) {
      if (past.day > day) break;
      const news = past.pass();
      if (before === undefined ? past.day === day : past.day > before.day) caughtUp.push(news);
    }
    yield {
      date: { text: day, day },
      ...sweep.state(day),
      ...newsOf(before === undefined ? [] : changesBetween(before.standings, sweep.standings())),
      ...untold(caughtUp, told),
      ruleChanged: before !== undefined && JSON.stringify(before.rule) !== JSON.stringify(rule),
    };
    const ahead = sweep.days.filter((next) => next.day > day && end.every((last) => next.day < last));
    for (const point of pointsOf(sweep, ahead)) {
      untold([point], told);
      yield point;
    }
    before = { day, rule, standings: sweep.standings() };
  }
}

/** How members differ from one roster to the next. */
function changesBetween(before: Iterable<Standing>, after: Iterable<Standing>): Change[] {
  const old = new Map([...before].map((standing) => [standing.code, standing]));
  const changes: Change[] = [];
  for (const standing of after) {
    const known = old.get(standing.code);
    old.delete(standing.code);
    if (known === undefined || saidBy(known) !== saidBy(standing)) changes.push([known, standing]);
  }
  return [...changes, ...[...old.values()].map((gone): Change => [gone, undefined])];
}

const saidBy = (standing: Standing): string => JSON.stringify([standing.stance, evidenceOf(standing)]);

/** What was dated and not told of yet; from then on it is. */
function untold(news: readonly DatedNews[], told: Set<string>): DatedNews {
  const fresh = <T>(all: readonly T[], identity: (one: T) => readonly unknown[]): T[] => {
    const keyed = all.map((one) => ({ one, key: JSON.stringify(identity(one)) })).filter(({ key }) => !told.has(key));
    for (const { key } of keyed) told.add(key);
    return keyed.map(({ one }) => one);
  };
  const [decision] = fresh(
    news.flatMap(({ decision }) => decision ?? []),
    ({ date, outcome }) => ['decision', date.text, outcome],
  );
  return {
    claims: fresh(
      news.flatMap(({ claims }) => claims),
      (claim) => [claim.about, claim.date.text, claim.by, claim.about === 'holdouts' ? claim.holdouts : claim.text],
    ),
    candidates: fresh(
      news.flatMap(({ candidates }) => candidates),
      ({ date, name, status }) => ['candidate', date.text, name, status],
    ),
    milestones: fresh(
      news.flatMap(({ milestones }) => milestones),
      ({ date, name }) => ['milestone', date.text, name],
    ),
    timeCome: fresh(
      news.flatMap(({ timeCome }) => timeCome),
      (criterion) => ['time', criterion],
    ),
    ...(decision && { decision }),
  };
}
