import type { Roster } from '../../../model/roster.ts';
import { isAddress } from '../../../roster/schema/scalars.ts';
import { didYouMean, quote } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';

/** Holds what something rests on to the roster: a key of its sources, or an address. @throws UsageError */
export function checkSources(named: readonly string[], where: string, { sources }: Roster): void {
  for (const source of named) {
    if (Object.hasOwn(sources, source) || isAddress(source)) continue;
    const hint = didYouMean(source, Object.keys(sources)) ?? 'write one, or an address that begins with https://';
    throw new UsageError('unknown-source', `${where}: ${quote(source)} is not a key of "sources"; ${hint}`);
  }
}
