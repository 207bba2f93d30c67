import * as z from 'zod/mini';
import {
  type CandidateEvent,
  candidateStatuses,
  type Decision,
  type DemandEvent,
  decisionOutcomes,
  demandStatuses,
  type Expectation,
  type Milestone,
  type Round,
} from '../../model/roster.ts';

import { outcomes } from '../../model/stance.ts';
import { defined } from '../../text/defined.ts';
import { decisionHint, demandHint, outcomeHint, statusHint } from '../hints/value-words.ts';
import { limited } from '../limits/mistakes.ts';
import {
  type Check,
  type Keys,
  mapping,
  memberCode,
  needed,
  neededText,
  oneOf,
  report,
  scalar,
  section,
  shorthand,
  text,
  to,
  truth,
} from './combinators.ts';
import { readAddress, readBeginning, readSourceDate, readWholeNumber } from './scalars.ts';
import { neededTime, oneWayToSource, sourced, sourcesOf, time } from './statement.ts';

/** The beginning of a round. */
export const round = to(
  mapping('a round', { date: needed(readBeginning), name: z.optional(text) }),
  (written): Round => ({ date: written.date, ...(written.name !== undefined && { name: written.name }) }),
);

const demandEvent = to(
  mapping(
    'an entry of a demand',
    {
      date: neededTime,
      circa: z.optional(truth),
      status: oneOf('unknown-value', "a demand's status", demandStatuses, demandHint),
      by: z.optional(text),
      ...sourced,
      quote: z.optional(text),
      note: z.optional(text),
    },
    oneWayToSource,
  ),
  (written): DemandEvent => {
    const { date, circa = false, status, by, quote, note } = written;
    return defined<DemandEvent>({ date, circa, status, by, sources: sourcesOf(written), quote, note });
  },
);

/** A demand, without its id: its text, and what became of it; or its text alone. */
export const demand = shorthand(
  'text',
  mapping('an entry of "demands"', {
    text: z.optional(text),
    history: z.optional(limited(z.array(demandEvent))),
    note: z.optional(text),
  }),
);

const event = to(
  mapping(
    'an entry of a candidate',
    {
      date: z.optional(time),
      circa: z.optional(truth),
      status: oneOf('unknown-value', "a candidate's status", candidateStatuses, statusHint),
      ...sourced,
      note: z.optional(text),
    },
    oneWayToSource,
  ),
  (written): CandidateEvent => ({
    ...(written.date && { date: written.date }),
    circa: written.circa ?? false,
    status: written.status,
    sources: sourcesOf(written),
    ...(written.note !== undefined && { note: written.note }),
  }),
);

/** A candidate, without its name. */
export const candidate = section(
  {},
  mapping('a candidate', {
    member: z.optional(memberCode),
    proposed: z.optional(truth),
    history: z.optional(limited(z.array(event))),
    note: z.optional(text),
  }),
);

/** A milestone. */
export const milestone = to(
  mapping(
    'a milestone',
    {
      date: neededTime,
      circa: z.optional(truth),
      name: neededText,
      deadline: z.optional(truth),
      ...sourced,
      note: z.optional(text),
    },
    oneWayToSource,
  ),
  (written): Milestone => ({
    date: written.date,
    circa: written.circa ?? false,
    name: written.name,
    deadline: written.deadline ?? false,
    sources: sourcesOf(written),
    ...(written.note !== undefined && { note: written.note }),
  }),
);

/** The decision that was taken. */
export const decision = to(
  mapping(
    'a decision',
    {
      date: neededTime,
      outcome: oneOf('unknown-value', 'the outcome of a decision', decisionOutcomes, decisionHint),
      by: z.optional(text),
      ...sourced,
      note: z.optional(text),
    },
    oneWayToSource,
  ),
  (written): Decision => ({
    date: written.date,
    outcome: written.outcome,
    ...(written.by !== undefined && { by: written.by }),
    sources: sourcesOf(written),
    ...(written.note !== undefined && { note: written.note }),
  }),
);

const wholeNumber = z.optional(scalar(readWholeNumber));

/** Reports an expectation that expects nothing, because it could never fail. */
export const expectsAnything: Check<Keys> = ({ value, issues }) => {
  if (['outcome', 'holdouts', 'support', 'members'].some((key) => value[key] !== undefined)) return;
  const hint = 'add outcome: open, holdouts: [TR, HU], support: 20 or members: 31';
  report({ issues }, { code: 'empty-expectation', message: 'an "expect" entry that expects nothing', hint, at: 'key' });
};

/** The expected answer of the roster on a date. */
export const expectation = to(
  mapping(
    'an expectation',
    {
      'as-of': neededTime,
      outcome: z.optional(oneOf('unknown-value', 'an outcome', outcomes, outcomeHint)),
      holdouts: z.optional(limited(z.array(memberCode))),
      support: wholeNumber,
      members: wholeNumber,
    },
    expectsAnything,
  ),
  (written): Expectation => ({
    asOf: written['as-of'],
    ...(written.outcome && { outcome: written.outcome }),
    ...(written.holdouts && { holdouts: written.holdouts }),
    ...(written.support !== undefined && { support: written.support }),
    ...(written.members !== undefined && { members: written.members }),
  }),
);

/** A source, without its key. */
export const source = section(
  {},
  mapping('a source', {
    title: z.optional(text),
    publisher: z.optional(text),
    date: z.optional(scalar(readSourceDate)),
    url: z.optional(scalar(readAddress)),
    note: z.optional(text),
  }),
);
