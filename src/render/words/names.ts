import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { displayWidth } from '../../text/width.ts';

/**
 * Names separated by commas, as many as fit into so many cells, and how many more there are; at least one of them.
 *
 * @param all how many there are, where `names` are but the first of them, with more than fit (`mostWithin`)
 */
export function namesWithin(names: readonly Shown[], width: number, all = names.length): Shown {
  const [first = shown``, ...others] = names;
  let fitting = all < 2 ? first : moreText(first, all - 1);
  let listed = first;
  for (const [index, name] of others.entries()) {
    listed = shown`${listed}, ${name}`;
    if (displayWidth(listed) > width) break;
    const left = all - index - 2;
    const line = left === 0 ? listed : moreText(listed, left);
    if (displayWidth(line) <= width) fitting = line;
  }
  return fitting;
}

/** A number of names that never fit into so many cells: each takes two at least, with its comma. */
export const mostWithin = (width: number): number => Math.max(0, width) + 2;

const moreText = (listed: Shown, left: number): Shown => shown`${listed} and ${grouped(`${left}`)} more`;

/** Countries whose names take an article in a sentence. */
const withArticle: ReadonlySet<string> = new Set([
  'Bahamas',
  'Cayman Islands',
  'Central African Republic',
  'Comoros',
  'Cook Islands',
  'Czech Republic',
  'Democratic Republic of the Congo',
  'Dominican Republic',
  'European Union',
  'Falkland Islands',
  'Faroe Islands',
  'Gambia',
  'Holy See',
  'Isle of Man',
  'Maldives',
  'Marshall Islands',
  'Netherlands',
  'Philippines',
  'Republic of the Congo',
  'Seychelles',
  'Solomon Islands',
  'United Arab Emirates',
  'United Kingdom',
  'United States',
]);

/** A name as it stands in a sentence: `the United States`, `Hungary`. */
export const inSentence = (name: string): string => (withArticle.has(name) ? `the ${name}` : name);

/** A name with its genitive: `Hungary's`, `the Netherlands'`. */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);
