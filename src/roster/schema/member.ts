import * as z from 'zod/mini';
import type { Member, Position, Term } from '../../model/roster.ts';
import { defined, type Writable } from '../../text/defined.ts';
import { quote } from '../../text/suggest.ts';
import { limited } from '../limits/mistakes.ts';
import { checkText, filled, firstGiven, type Keys, mapping, report, shorthand, text, to } from './combinators.ts';
import { formed } from './metadata.ts';
import { checkInline, position, positionShape, toPosition, type WithWrittenDemands } from './position.ts';
import { isCode } from './scalars.ts';
import { time } from './statement.ts';
import { weights } from './weights.ts';

/** A member as written, without its code. */
export interface WrittenMember {
  readonly name?: string;
  readonly terms: readonly Term[];
  readonly weights: Member['weights'];
  readonly positions: readonly WithWrittenDemands<Position>[];
  readonly note?: string;
}

/** The keys of a position that a member with `positions` may not have: all but `note`. */
export const inlineKeys = Object.keys(positionShape).filter((key) => key !== 'note');

/** Reports a member that has both a position of its own and `positions`, and what is wrong with its own position. */
export function checkMember({ value, issues }: { value: Keys; issues: unknown[] }): void {
  if (value.positions === undefined) {
    checkInline({ value, issues });
    return;
  }
  const inline = firstGiven(value, inlineKeys);
  if (inline === undefined) return;
  const hint = 'move it into an entry of "positions"';
  report(
    { issues },
    { code: 'conflicting-keys', message: `a member with "positions" cannot also have "${inline}"`, hint, at: 'key' },
    [inline],
  );
}

const termShape = { joined: z.optional(time), left: z.optional(time) };
const termKeys = Object.keys(termShape);
const term = to(mapping('a term', termShape), ({ joined, left }) => defined<Term>({ joined, left }));

/** The terms of a member that has been there from the beginning, and still is. */
const always: readonly Term[] = [{}];

/** Reports a member with both `terms` and `joined` or `left`. */
export function oneWayToTerms({ value, issues }: { value: Keys; issues: unknown[] }): void {
  if (value.terms === undefined) return;
  const own = firstGiven(value, termKeys);
  if (own === undefined) return;
  const message = `both "terms" and "${own}" are given`;
  report({ issues }, { code: 'conflicting-keys', message, hint: 'write one list: terms: [...]', at: 'key' }, [own]);
}

const memberShape = {
  name: z.optional(text),
  ...termShape,
  terms: z.optional(filled(term)),
  weights,
  positions: z.optional(limited(z.array(position))),
};

/** A member written as a stance, as one position, or with a list of `positions`. */
export const memberSchema = shorthand(
  'stance',
  to(mapping('a member', { ...positionShape, ...memberShape }, checkMember, oneWayToTerms), (keys): WrittenMember => {
    const { name, joined, left, terms, weights, positions, note } = keys;
    const single = toPosition(keys);
    const history = positions?.filter((entry) => entry !== undefined) ?? (single ? [single] : []);
    const own = joined === undefined && left === undefined ? always : [defined<Term>({ joined, left })];
    const member: Writable<WrittenMember> = { terms: terms ?? own, weights, positions: history };
    if (name !== undefined) member.name = name;
    if (note !== undefined) member.note = note;
    return member;
  }),
);

/** A member's code, as a key of `members`. */
export const code = formed(
  z.string().check(
    checkText((payload) => {
      if (isCode(payload.value)) return;
      const hint = 'use at most 64 letters, digits, ".", "_" and "-", and put the full name under "name"';
      const message = `${quote(payload.value)} is not a member's code`;
      report(payload, { code: 'invalid-code', message, hint, at: 'key' });
    }),
  ),
  { kind: 'scalar', read: isCode },
);
