import type { HoldingOut } from '../../model/snapshot.ts';
import { isPending, type Stance, traitsOf } from '../../model/stance.ts';

/** Where a member stands, and the run of holding out that this is part of. */
interface Stand extends HoldingOut {
  readonly stance: Stance;
  readonly holdingOutFrom?: HoldingOut;
}

/** Whether a member of this stance neither consents nor leaves it to the others. */
const holdsOut = (stance: Stance): boolean => isPending(stance) || traitsOf[stance].consent === 'denied';

/**
 * The run of holding out that a step continues or begins; undefined for a stance that consents, abstains or takes no part,
 * which ends it. Being `undeclared` before the first word begins none.
 *
 * @see docs/evidence.md#since-when-a-member-holds-out
 */
export function runThrough({ stance, circa, since }: Stand, before: Stand): HoldingOut | undefined {
  if (!holdsOut(stance)) return undefined;
  return before.holdingOutFrom ?? (since === undefined ? { circa } : { circa, since });
}
