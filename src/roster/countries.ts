import names from 'countries-list/minimal/countries.en.min.json' with { type: 'json' };

const englishNames: Readonly<Record<string, string>> = names;

/** The English name of the country with this ISO 3166-1 code of two letters; the code itself when there is none. */
export function nameOfCode(code: string): string {
  return (Object.hasOwn(englishNames, code) && englishNames[code]) || code;
}
