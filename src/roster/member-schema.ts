import * as z from 'zod/mini';
import type { Position } from '../model/roster.ts';
import type { Time } from '../model/time.ts';
import { checkMapping, checkText, mapping, report, scalar, section, shorthand, text, to } from './blocks.ts';
import { checkInline, position, positionShape, time, toPosition } from './position-schema.ts';
import { isCode, readDecimal } from './scalars.ts';
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

const weights = section({}, z.record(z.string(), scalar(readDecimal)));

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

/** A member: a stance alone, one position, or a history. */
export const member = shorthand(
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

/** The code under which a member stands. */
export const code = z.string().check(
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
