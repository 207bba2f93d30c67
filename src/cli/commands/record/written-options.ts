import type { Roster } from '../../../model/roster.ts';
import { isAddress } from '../../../roster/schema/scalars.ts';
import { didYouMean, quote, tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';

/** The options that say something of what is recorded, or what kind of thing that is. */
const saying = [
  'csv',
  'date',
  'circa',
  'leaning',
  'follows',
  'basis',
  'by',
  'why',
  'wants',
  'source',
  'quote',
  'note',
  'claim',
  'holdingOut',
  'among',
  'holdouts',
  'of',
  'denied',
  'demand',
  'round',
] as const satisfies readonly (keyof WrittenOptions)[];

/** An option that says something of what is recorded. */
export type Saying = (typeof saying)[number];

/**
 * Refuses options that say nothing of the kind of thing that is recorded.
 *
 * @param fitting those that do
 * @throws UsageError for the first of them
 */
export function refuseOptions(options: WrittenOptions, fitting: readonly Saying[], why: string): void {
  const found = saying.find(
    (name) => !fitting.includes(name) && options[name] !== undefined && options[name] !== false,
  );
  if (found === undefined) return;
  const name = found.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  throw new UsageError('conflicting-option', `--${name} ${why}: leave it out`);
}

/** The text of an option, tidied; undefined if it is not given. @throws UsageError for an empty one */
export function textIn(option: string, value: string | undefined): string | undefined {
  if (value === undefined || tidy(value) !== '') return value === undefined ? undefined : tidy(value);
  throw new UsageError('missing-value', `${option}: the value is empty; give one, or leave it out`);
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
