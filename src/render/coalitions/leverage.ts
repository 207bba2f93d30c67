import type { Leverage } from '../../model/path.ts';
import { compareAmounts, sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { capital, type Naming, namesOf } from './naming.ts';

/** Members whose part in the smallest sets is told; the others are for `--all`. */
const mostMembers = 3;

/**
 * Who is in most of the smallest sets: `Italy is in 91 of the 138 smallest sets, Poland in 60; 13 more (--all)`. Nothing
 * where all are alike.
 */
export function leverageLines(leverage: Leverage | undefined, naming: Naming): Shown[] {
  const ranked = sortedByName([...(leverage?.sets ?? [])], ([code]) => naming.nameOf(code)).sort(([, a], [, b]) =>
    compareAmounts(a, b),
  );
  const [first] = ranked;
  if (leverage === undefined || first === undefined) return [];
  // Members at the end that are in the same number of sets are told together.
  const alike = ranked.filter(([, sets]) => sets === ranked.at(-1)?.[1]).length;
  const most = naming.all ? ranked.length : mostMembers;
  const areFew = ranked.length - alike < most && alike > 2;
  const told = ranked.slice(1, areFew ? ranked.length - alike : most);
  const names = [
    `${capital(namesOf([first[0]], naming).join())} is in ${inSets(first[1], leverage.of)}`,
    ...told.map(([code, sets]) => `${namesOf([code], naming).join()} in ${grouped(String(sets))}`),
    ...(areFew ? [`the other ${alike} in ${grouped(String(ranked.at(-1)?.[1]))} each`] : []),
  ].join(', ');
  const rest = areFew ? 0 : ranked.length - told.length - 1;
  return [shown`${names}${rest === 0 ? '' : `; ${rest} more (--all)`}`];
}

/** `91 of the 138 smallest sets`, `all 3 smallest sets`. */
export const inSets = (sets: bigint, of: bigint, what = 'smallest sets'): string =>
  sets === of ? `all ${grouped(String(of))} ${what}` : `${grouped(String(sets))} of the ${grouped(String(of))} ${what}`;
