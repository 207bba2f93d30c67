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

/** Bodies that take an article where an author left it out. */
const body = /(?:Assembly|Board|Commission|Committee|Conference|Congress|Council|Parliament|Senate|Summit)$/;

/** Who decided, as it stands after `by`: `the North Atlantic Council`, `Prime Minister Orbán`. */
export const decider = (by: string): string =>
  /^[A-Z]/.test(by) && body.test(by) && !/^The /.test(by) ? `the ${by}` : by;
