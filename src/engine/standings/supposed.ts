import type { Standing } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';

const nothing: readonly never[] = [];

/** A member as it would stand if it took a stance: what it said for another one does not matter then. */
export function supposed({ code, name, weights, denied }: Standing, stance: Stance): Standing {
  const unsaid = { circa: false, wants: nothing, answered: nothing, sources: nothing };
  return { code, name, weights, stance, ...unsaid, denied, assumed: true };
}
