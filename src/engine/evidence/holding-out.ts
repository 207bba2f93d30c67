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
 * A step with the run of holding out that it continues or begins; a stance that consents, abstains or takes no part ends
 * it. Being `undeclared` before the first word begins none.
 *
 * @see docs/evidence.md#since-when-a-member-holds-out
 */
export function withRun<S extends Stand>(step: S, before: Stand): S {
  if (!holdsOut(step.stance)) return step;
  const { circa, since } = before.holdingOutFrom ?? step;
  return { ...step, holdingOutFrom: { circa, ...(since && { since }) } };
}
