import { compareText } from '../../engine/order.ts';
import { snapshot } from '../../engine/snapshot.ts';
import type { Roster } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import type { Offer } from '../../render/completion.ts';

/** The members by their codes, with their names and where they stand. */
export function memberOffers(roster: Roster, today: string): readonly Offer[] {
  const asOf = roster.asOf ?? { text: today, day: today };
  const standing = new Map(snapshot(roster, asOf).members.map(({ code, stance }) => [code, stance]));
  return roster.members.map(({ code, name }) => ({
    value: code,
    meaning: `${name === code ? '' : `${name}, `}${standing.get(code) ?? `not in the roster on ${asOf.text}`}`,
  }));
}

/** The keys of the sources, with their titles. */
export function sourceOffers({ sources }: Roster): readonly Offer[] {
  return Object.entries(sources).map(([value, { title, publisher }]) => ({
    value,
    ...((title ?? publisher) !== undefined && { meaning: title ?? publisher }),
  }));
}

/** The days on which something happened, with what it was, the first day first. */
export function dateOffers(roster: Roster): readonly Offer[] {
  const happenings = new Map<string, string[]>();
  const add = (time: Time | undefined, what: string): void => {
    if (time === undefined) return;
    const known = happenings.get(time.day);
    if (known === undefined) happenings.set(time.day, [what]);
    else known.push(what);
  };
  for (const { date, outcome } of roster.decision === undefined ? [] : [roster.decision]) add(date, outcome);
  for (const { date, name } of roster.milestones) add(date, name);
  for (const { code, joined, left, positions } of roster.members) {
    add(joined, `${code} joins`);
    add(left, `${code} leaves`);
    for (const { date, stance } of positions) add(date, `${code} ${stance}`);
  }
  for (const { date, by } of roster.claims) add(date, by === undefined ? 'a count' : `a count by ${by}`);
  return [...happenings]
    .map(([value, meanings]) => ({ value, meaning: meanings.join(', ') }))
    .sort((a, b) => compareText(a.value, b.value));
}
