import * as z from 'zod/mini';
import type { CandidateEvent, Claim, Decision, Expectation, Milestone, Position } from '../model/roster.ts';
import { candidateStatuses, decisionOutcomes } from '../model/roster.ts';
import { outcomes } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import {
  checkMapping,
  checkText,
  mapping,
  neededText,
  oneOf,
  report,
  scalar,
  section,
  shorthand,
  text,
  to,
  truth,
} from './blocks.ts';
import {
  checkInline,
  neededTime,
  oneWayToSource,
  position,
  positionShape,
  sourced,
  sourcesOf,
  time,
  toPosition,
} from './position-schema.ts';
import type { Read } from './problem.ts';
import { rule } from './rule-schema.ts';
import { isCode, readDecimal, readReportedCount, readSourceDate } from './scalars.ts';
import { quote } from './wording.ts';

/** A member as written: everything but its code. */
export interface WrittenMember {
  readonly name?: string;
  readonly joined?: Time;
  readonly left?: Time;
  readonly weights: Readonly<Record<string, string>>;
  readonly positions: readonly Position[];
  readonly note?: string;
}

const name = z.string();
const weights = section({}, z.record(name, scalar(readDecimal)));

type Keys = Readonly<Record<string, unknown>>;

/** One position is written beside the member's name, or a history under `positions`; not both. */
function checkMember({ value, issues }: { value: Keys; issues: unknown[] }): void {
  if (value.positions === undefined) {
    checkInline({ value, issues });
    return;
  }
  const inline = Object.keys(positionShape).find((key) => key !== 'note' && value[key] !== undefined);
  if (inline === undefined) return;
  const hint = 'move it into an entry of "positions"';
  report(
    { issues },
    { code: 'conflicting-keys', message: `a member with "positions" has no "${inline}" of its own`, hint, at: 'key' },
    [inline],
  );
}

const memberShape = {
  name: z.optional(text),
  joined: z.optional(time),
  left: z.optional(time),
  weights,
  positions: z.optional(z.array(position)),
};

const member = shorthand(
  'stance',
  to(
    mapping('a member', { ...positionShape, ...memberShape }).check(checkMapping<Keys>(checkMember)),
    (written): WrittenMember => {
      const { name, joined, left, weights, positions, note } = written;
      const single = toPosition(written);
      const history = positions?.filter((entry) => entry !== undefined) ?? (single ? [single] : []);
      return {
        ...(name !== undefined && { name }),
        ...(joined && { joined }),
        ...(left && { left }),
        weights,
        positions: history,
        ...(note !== undefined && { note }),
      };
    },
  ),
);

const code = z.string().check(
  checkText((payload) => {
    if (isCode(payload.value)) return;
    const hint = 'use letters, digits, ".", "_" and "-", 64 at most, and put the full name under "name"';
    report(payload, {
      code: 'invalid-code',
      message: `${quote(payload.value)} is not a member's code`,
      hint,
      at: 'key',
    });
  }),
);

const count = z.optional(scalar(readReportedCount));
const claim = to(
  mapping('a claim', {
    date: neededTime,
    circa: z.optional(truth),
    by: z.optional(text),
    supporting: count,
    'holding-out': count,
    holdouts: z.optional(z.array(text)),
    ...sourced,
    quote: z.optional(text),
    note: z.optional(text),
  })
    .check(checkMapping<Keys>(oneWayToSource))
    .check(
      checkMapping<Keys>(({ value, issues }) => {
        if (['supporting', 'holding-out', 'holdouts'].some((key) => value[key] !== undefined)) return;
        const hint = 'add supporting: more than 20, holding-out: about 10 or holdouts: [TR, HU]';
        report(
          { issues },
          { code: 'empty-claim', message: 'a claim that counts nobody and lists nobody', hint, at: 'key' },
        );
      }),
    ),
  (written): Claim => {
    const { date, circa, by, supporting, holdouts, quote, note } = written;
    const holdingOut = written['holding-out'];
    return {
      date,
      circa: circa ?? false,
      ...(by !== undefined && { by }),
      ...(supporting && { supporting }),
      ...(holdingOut && { holdingOut }),
      ...(holdouts && { holdouts }),
      sources: sourcesOf(written),
      ...(quote !== undefined && { quote }),
      ...(note !== undefined && { note }),
    };
  },
);

const event = to(
  mapping('an entry of a candidate', {
    date: z.optional(time),
    circa: z.optional(truth),
    status: oneOf('unknown-value', "a candidate's status", candidateStatuses),
    ...sourced,
    note: z.optional(text),
  }).check(checkMapping<Keys>(oneWayToSource)),
  (written): CandidateEvent => ({
    ...(written.date && { date: written.date }),
    circa: written.circa ?? false,
    status: written.status,
    sources: sourcesOf(written),
    ...(written.note !== undefined && { note: written.note }),
  }),
);

const candidate = section(
  {},
  mapping('a candidate', {
    member: z.optional(text),
    proposed: z.optional(truth),
    history: z.optional(z.array(event)),
    note: z.optional(text),
  }),
);

const milestone = to(
  mapping('a milestone', {
    date: neededTime,
    circa: z.optional(truth),
    name: neededText,
    deadline: z.optional(truth),
    ...sourced,
    note: z.optional(text),
  }).check(checkMapping<Keys>(oneWayToSource)),
  (written): Milestone => ({
    date: written.date,
    circa: written.circa ?? false,
    name: written.name,
    deadline: written.deadline ?? false,
    sources: sourcesOf(written),
    ...(written.note !== undefined && { note: written.note }),
  }),
);

const decision = to(
  mapping('a decision', {
    date: neededTime,
    outcome: oneOf('unknown-value', 'the outcome of a decision', decisionOutcomes),
    by: z.optional(text),
    ...sourced,
    note: z.optional(text),
  }).check(checkMapping<Keys>(oneWayToSource)),
  (written): Decision => ({
    date: written.date,
    outcome: written.outcome,
    ...(written.by !== undefined && { by: written.by }),
    sources: sourcesOf(written),
    ...(written.note !== undefined && { note: written.note }),
  }),
);

const wholeNumber = scalar(
  (value): Read<number> =>
    /^\d{1,9}$/.test(value)
      ? { value: Number(value) }
      : {
          fault: { code: 'invalid-number', message: `${quote(value)} is not a whole number`, hint: 'write digits: 31' },
        },
);

const expectation = to(
  mapping('an expectation', {
    'as-of': neededTime,
    outcome: z.optional(oneOf('unknown-value', 'an outcome', outcomes)),
    holdouts: z.optional(z.array(text)),
    support: z.optional(wholeNumber),
    members: z.optional(wholeNumber),
  }),
  (written): Expectation => ({
    asOf: written['as-of'],
    ...(written.outcome && { outcome: written.outcome }),
    ...(written.holdouts && { holdouts: written.holdouts }),
    ...(written.support !== undefined && { support: written.support }),
    ...(written.members !== undefined && { members: written.members }),
  }),
);

const address = scalar((value): Read<string> => {
  if (/^https?:\/\/\S+$/i.test(value)) return { value };
  return {
    fault: {
      code: 'invalid-url',
      message: `${quote(value)} is not an address`,
      hint: 'write it whole: https://example.org/article',
    },
  };
});

const source = section(
  {},
  mapping('a source', {
    title: z.optional(text),
    publisher: z.optional(text),
    date: z.optional(scalar(readSourceDate)),
    url: z.optional(address),
    note: z.optional(text),
  }),
);

/** The whole file: plain values, all scalars text, to what they mean. Checks within one entry are here, those across entries elsewhere. */
export const rosterSchema = mapping('a roster', {
  title: neededText,
  body: z.optional(text),
  'as-of': z.optional(time),
  rule,
  groups: section({}, z.record(name, z.array(text))),
  members: z.record(code, member),
  claims: section([], z.array(claim)),
  candidates: section({}, z.record(name, candidate)),
  milestones: section([], z.array(milestone)),
  decision: z.optional(decision),
  expect: section([], z.array(expectation)),
  sources: section({}, z.record(name, source)),
  note: z.optional(text),
});

export type WrittenRoster = z.output<typeof rosterSchema>;
