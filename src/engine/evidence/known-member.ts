import type { Member, Roster } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import { type KnownMember, roundsBy, startsOfRounds } from '../time/epochs.ts';
import type { Listing } from './listings.ts';
import { reportsByMember } from './reports.ts';
import { knownOn } from './steps.ts';

/** The member with all positions that count, or did in an earlier round or term. */
export function knownMember(roster: Roster, member: Member, asOf: Time, listings: readonly Listing[]): KnownMember {
  return knownOn(member, asOf, {
    starts: startsOfRounds(roundsBy(roster.rounds, asOf)),
    reports: reportsByMember(roster, asOf).get(member.code) ?? [],
    listings,
  });
}
