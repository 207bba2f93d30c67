import type { Claim, Decision, Member, Milestone, Position, Roster } from '../../model/roster.ts';
import { type CountCriterion, criteriaThatCount } from '../../model/rule.ts';
import type { CandidateNews } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { compareCandidates } from '../evidence/order.ts';
import { compareClaims, type Listing, listingsOf } from '../evidence/steps.ts';

/** Everything in a roster that is dated by one day; members as the caller has them. */
export interface Agenda<T> {
  readonly positions: (readonly [of: T, position: Position])[];
  /** Those that join or leave. */
  readonly passing: T[];
  readonly listings: Listing[];
  readonly claims: Claim[];
  readonly candidates: CandidateNews[];
  readonly milestones: Milestone[];
  readonly timeCome: CountCriterion[];
  readonly decisions: Decision[];
}

/** What is dated by each ISO day; what holds from the beginning under an empty one. The order of the file is gone. */
export function agendasOf<T extends { readonly member: Member }>(
  roster: Roster,
  everybody: readonly T[],
): ReadonlyMap<string, Agenda<T>> {
  const agendas = new Map<string, Agenda<T>>();
  const on = (day: string): Agenda<T> => {
    const known = agendas.get(day);
    if (known !== undefined) return known;
    const none = { positions: [], passing: [], listings: [], claims: [], candidates: [], milestones: [] };
    const agenda = { ...none, timeCome: [], decisions: [] };
    agendas.set(day, agenda);
    return agenda;
  };
  for (const one of everybody) {
    const { positions, joined, left } = one.member;
    for (const position of positions) on(position.date?.day ?? '').positions.push([one, position]);
    if (joined) on(joined.day).passing.push(one);
    if (left) on(left.day).passing.push(one);
  }
  for (const listing of listingsOf(roster)) on(listing.day).listings.push(listing);
  for (const claim of [...roster.claims].sort(compareClaims)) on(claim.date.day).claims.push(claim);
  for (const news of candidateNews(roster)) on(news.date.day).candidates.push(news);
  const milestones = [...roster.milestones].sort((a, b) => compareText(a.name, b.name));
  for (const milestone of milestones) on(milestone.date.day).milestones.push(milestone);
  for (const criterion of criteriaThatCount(roster.rule.criterion))
    if (criterion.notBefore) on(criterion.notBefore.day).timeCome.push(criterion);
  if (roster.decision) on(roster.decision.date.day).decisions.push(roster.decision);
  return agendas;
}

function candidateNews({ candidates }: Roster): CandidateNews[] {
  const news = candidates.flatMap(({ name, member, proposed, history }) =>
    history.flatMap(({ date, circa, status, sources }): CandidateNews[] =>
      date === undefined
        ? []
        : [{ date, circa, name, ...(member !== undefined && { member }), proposed, status, sources }],
    ),
  );
  return news.sort(compareCandidates);
}
