import * as z from 'zod/mini';
import { namings } from '../../model/roster.ts';
import { namingHint } from '../hints/value-words.ts';
import { limited } from '../limits/mistakes.ts';
import { claim } from './claim.ts';
import { mapping, memberCode, neededText, oneOf, section, text } from './combinators.ts';
import { code, memberSchema } from './member.ts';
import { rule } from './rule.ts';
import { candidate, decision, demand, expectation, milestone, round, source } from './sections.ts';
import { time } from './statement.ts';

const name = z.string();

/**
 * The schema of a whole roster: plain values to their meaning. It checks each entry by itself; `roster/check/` checks
 * entries against each other.
 */
export const rosterSchema = mapping('a roster', {
  title: neededText,
  body: z.optional(text),
  names: z.optional(oneOf('unknown-value', 'a way to name members', namings, namingHint)),
  'as-of': z.optional(time),
  rule,
  closes: z.optional(time),
  groups: section({}, limited(z.record(name, limited(z.array(memberCode))))),
  members: limited(z.record(code, memberSchema)),
  rounds: section([], limited(z.array(round))),
  demands: section({}, limited(z.record(name, demand))),
  claims: section([], limited(z.array(claim))),
  candidates: section({}, limited(z.record(name, candidate))),
  milestones: section([], limited(z.array(milestone))),
  decision: z.optional(decision),
  expect: section([], limited(z.array(expectation))),
  sources: section({}, limited(z.record(name, source))),
  note: z.optional(text),
});

/** A roster as the schema gives it: not sorted, groups as names, members without their codes. */
export type WrittenRoster = z.output<typeof rosterSchema>;
