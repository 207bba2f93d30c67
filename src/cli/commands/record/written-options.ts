import type { Roster } from '../../../model/roster.ts';
import { isAddress } from '../../../roster/schema/scalars.ts';
import { didYouMean, quote, tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';

/** Refuses options that do not go with what is recorded. @throws UsageError for the first of them */
export function refuseOptions(options: WrittenOptions, odd: readonly (keyof WrittenOptions)[], why: string): void {
  const found = odd.find((name) => options[name] !== undefined && options[name] !== false);
  if (found === undefined) return;
  const name = found.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  throw new UsageError('conflicting-option', `--${name} ${why}: leave it out`);
}

/** The text of an option, tidied; undefined if it is not given. @throws UsageError for an empty one */
export function textIn(option: string, value: string | undefined): string | undefined {
  if (value === undefined || tidy(value) !== '') return value === undefined ? undefined : tidy(value);
  throw new UsageError('missing-value', `${option}: nothing is written here; write a text, or leave it out`);
}

/** The sources given with `--source`, each once. @throws UsageError for an empty one */
export const sourcesIn = (source: readonly string[] = []): readonly string[] => [
  ...new Set(source.flatMap((one) => textIn('--source', one) ?? [])),
];

/** Holds what something rests on to the roster: a key of its sources, or an address. @throws UsageError */
export function checkSources(named: readonly string[], where: string, { sources }: Roster): void {
  for (const source of named) {
    if (Object.hasOwn(sources, source) || isAddress(source)) continue;
    const hint = didYouMean(source, Object.keys(sources)) ?? 'write one, or an address that begins with https://';
    throw new UsageError('unknown-source', `${where}: ${quote(source)} is not a key of "sources"; ${hint}`);
  }
}
