import names from 'countries-list/minimal/countries.en.min.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { countryCode } from '../../../src/roster/names/country-codes.ts';

describe('a country is found', () => {
  test.each(Object.entries(names))('%s by its code and by %s', (code, name) => {
    expect([countryCode(code), countryCode(name), countryCode(name.toUpperCase())]).toEqual([code, code, code]);
  });

  test.each([
    ['TUR', 'TR'],
    ['Turkey', 'TR'],
    ['turkiye', 'TR'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['the Netherlands', 'NL'],
    ['UNITED STATES', 'US'],
    ['RUSSIAN FEDERATION', 'RU'],
    ['Bosnia & Herzegovina', 'BA'],
    ["Cote d'Ivoire", 'CI'],
    ['BOLIVIA (PLURINATIONAL STATE OF)', 'BO'],
    ['Republic of Korea', 'KR'],
    ['Czech Republic', 'CZ'],
    [' Viet  Nam ', 'VN'],
    ['EL', 'GR'],
  ])('by %j: %s', (word, code) => {
    expect(countryCode(word)).toBe(code);
  });
});

test.each(['', 'EU', 'XX', 'ZZZ', 'no', 'se', 'tur', 'Atlantis', 'ana', 'constructor', '__proto__'])(
  '%j is no country',
  (word) => {
    expect(countryCode(word)).toBeUndefined();
  },
);
