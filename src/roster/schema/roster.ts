import * as z from 'zod/mini';
import { namings } from '../../model/roster.ts';
import { namingHint } from '../hints/value-words.ts';
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
  groups: section({}, z.record(name, z.array(memberCode))),
  members: z.record(code, memberSchema),
  rounds: section([], z.array(round)),
  demands: section({}, z.record(name, demand)),
  claims: section([], z.array(claim)),
  candidates: section({}, z.record(name, candidate)),
  milestones: section([], z.array(milestone)),
  decision: z.optional(decision),
  expect: section([], z.array(expectation)),
  sources: section({}, z.record(name, source)),
  note: z.optional(text),
});

/** A roster as the schema gives it: not sorted, groups as names, members without their codes. */
export type WrittenRoster = z.output<typeof rosterSchema>;
