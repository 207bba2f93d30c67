import * as z from 'zod/mini';
import type { Position } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import { quote } from '../../text/suggest.ts';
import { checkText, type Keys, mapping, report, scalar, section, shorthand, text, to } from './combinators.ts';
import { formed } from './metadata.ts';
import { checkInline, position, positionShape, toPosition } from './position.ts';
import { isCode, readDecimal } from './scalars.ts';
import { time } from './statement.ts';

/** A member as written, without its code. */
export interface WrittenMember {
  readonly name?: string;
  readonly joined?: Time;
  readonly left?: Time;
  readonly weights: Readonly<Record<string, string>>;
  readonly positions: readonly Position[];
  readonly note?: string;
}

const weights = section({}, z.record(z.string(), scalar(readDecimal)));

/** The keys of a position that a member with `positions` may not have: all but `note`. */
export const inlineKeys = Object.keys(positionShape).filter((key) => key !== 'note');

/** Reports a member that has both a position of its own and `positions`, and what is wrong with its own position. */
export function checkMember({ value, issues }: { value: Keys; issues: unknown[] }): void {
  if (value.positions === undefined) {
    checkInline({ value, issues });
    return;
  }
  const inline = inlineKeys.find((key) => value[key] !== undefined);
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

/** A member written as a stance, as one position, or with a list of `positions`. */
export const memberSchema = shorthand(
  'stance',
  to(mapping('a member', { ...positionShape, ...memberShape }, checkMember), (keys): WrittenMember => {
    const { name, joined, left, weights, positions, note } = keys;
    const single = toPosition(keys);
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

/** A member's code, as a key of `members`. */
export const code = formed(
  z.string().check(
    checkText((payload) => {
      if (isCode(payload.value)) return;
      const hint = 'use letters, digits, ".", "_" and "-", 64 at most, and put the full name under "name"';
      const message = `${quote(payload.value)} is not a member's code`;
      report(payload, { code: 'invalid-code', message, hint, at: 'key' });
    }),
  ),
  { kind: 'scalar', read: isCode },
);
