import * as z from 'zod';
import type { CandidateEvent, Claim, Decision, Expectation, Milestone, Position } from '../model/roster.ts';
import { candidateStatuses, decisionOutcomes } from '../model/roster.ts';
import { outcomes } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import { checkMapping, checkText, mapping, oneOf, report, scalar, section, shorthand, text, truth } from './blocks.ts';
import {
  checkPosition,
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

const name = z.string().transform((value) => value.trim().normalize('NFC'));
const weights = section({}, z.record(name, scalar(readDecimal)));

type Keys = Readonly<Record<string, unknown>>;

/** One position is written beside the member's name, or a history under `positions`; not both. */
function checkMember({ value, issues }: { value: Keys; issues: unknown[] }): void {
  if (value.positions === undefined) {
    checkPosition({ value, issues });
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
  name: text.optional(),
  joined: time.optional(),
  left: time.optional(),
  weights,
  positions: z.array(position).optional(),
};

const member = shorthand(
  'stance',
  mapping('a member', { ...positionShape, ...memberShape })
    .check(checkMapping<Keys>(checkMember))
    .transform((written): WrittenMember => {
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
    }),
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

const count = scalar(readReportedCount).optional();
const claim = mapping('a claim', {
  date: time,
  circa: truth.optional(),
  by: text.optional(),
  supporting: count,
  'holding-out': count,
  holdouts: z.array(text).optional(),
  ...sourced,
  quote: text.optional(),
  note: text.optional(),
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
  )
  .transform((written): Claim => {
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
  });

const event = mapping('an entry of a candidate', {
  date: time.optional(),
  circa: truth.optional(),
  status: oneOf('unknown-value', "a candidate's status", candidateStatuses),
  ...sourced,
  note: text.optional(),
})
  .check(checkMapping<Keys>(oneWayToSource))
  .transform(
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
    member: text.optional(),
    proposed: truth.optional(),
    history: z.array(event).optional(),
    note: text.optional(),
  }),
);

const milestone = mapping('a milestone', {
  date: time,
  circa: truth.optional(),
  name: text,
  deadline: truth.optional(),
  ...sourced,
  note: text.optional(),
})
  .check(checkMapping<Keys>(oneWayToSource))
  .transform(
    (written): Milestone => ({
      date: written.date,
      circa: written.circa ?? false,
      name: written.name,
      deadline: written.deadline ?? false,
      sources: sourcesOf(written),
      ...(written.note !== undefined && { note: written.note }),
    }),
  );

const decision = mapping('a decision', {
  date: time,
  outcome: oneOf('unknown-value', 'the outcome of a decision', decisionOutcomes),
  by: text.optional(),
  ...sourced,
  note: text.optional(),
})
  .check(checkMapping<Keys>(oneWayToSource))
  .transform(
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
      : { fault: { code: 'invalid-number', message: `${quote(value)} is not a whole number` } },
);

const expectation = mapping('an expectation', {
  'as-of': time,
  outcome: oneOf('unknown-value', 'an outcome', outcomes).optional(),
  holdouts: z.array(text).optional(),
  support: wholeNumber.optional(),
  members: wholeNumber.optional(),
}).transform(
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
    title: text.optional(),
    publisher: text.optional(),
    date: scalar(readSourceDate).optional(),
    url: address.optional(),
    note: text.optional(),
  }),
);

const members = z.record(code, member).check(
  checkMapping<Keys>((payload) => {
    if (Object.keys(payload.value).length > 0) return;
    report(payload, {
      code: 'missing-value',
      message: 'a roster needs at least one member',
      hint: 'add a code and a stance: NL: support',
    });
  }),
);

/** The whole file: plain values, all scalars text, to what they mean. Checks within one entry are here, those across entries elsewhere. */
export const rosterSchema = mapping('a roster', {
  title: text,
  body: text.optional(),
  'as-of': time.optional(),
  rule,
  groups: section({}, z.record(name, z.array(text))),
  members,
  claims: section([], z.array(claim)),
  candidates: section({}, z.record(name, candidate)),
  milestones: section([], z.array(milestone)),
  decision: decision.optional(),
  expect: section([], z.array(expectation)),
  sources: section({}, z.record(name, source)),
  note: text.optional(),
});

export type WrittenRoster = z.output<typeof rosterSchema>;
