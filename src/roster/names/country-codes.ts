import threeToTwo from 'countries-list/minimal/countries.3to2.min.json' with { type: 'json' };
import names from 'countries-list/minimal/countries.en.min.json' with { type: 'json' };
import { fold } from '../../text/fold.ts';
import { once } from '../../text/once.ts';

/** Other names that countries go by in tables, separated by semicolons, by their codes. */
const otherNames: Readonly<Record<string, string>> = {
  AE: 'UAE; Emirates',
  BA: 'Bosnia; Bosnia-Herzegovina',
  BN: 'Brunei Darussalam',
  BO: 'Bolivia (Plurinational State of); Plurinational State of Bolivia',
  BS: 'Bahamas',
  CD: 'DR Congo; DRC; Congo, Democratic Republic of the; Congo-Kinshasa',
  CG: 'Congo; Congo-Brazzaville',
  CI: "Côte d'Ivoire",
  CN: "People's Republic of China; PRC",
  CV: 'Cape Verde',
  CZ: 'Czech Republic',
  FM: 'Micronesia (Federated States of); Federated States of Micronesia',
  GB: 'UK; Great Britain; Britain; United Kingdom of Great Britain and Northern Ireland',
  GR: 'EL; Hellenic Republic',
  GM: 'Gambia; Gambia (Republic of The)',
  IR: 'Iran (Islamic Republic of); Islamic Republic of Iran',
  KP: "Democratic People's Republic of Korea; DPRK",
  KR: 'Republic of Korea; ROK; Korea, Republic of',
  LA: "Lao People's Democratic Republic; Lao PDR",
  MD: 'Republic of Moldova',
  MK: 'Macedonia; The former Yugoslav Republic of Macedonia',
  MM: 'Burma',
  NL: 'Netherlands (Kingdom of the); Kingdom of the Netherlands; Holland',
  PS: 'State of Palestine',
  RU: 'Russian Federation',
  ST: 'São Tomé and Príncipe',
  SY: 'Syrian Arab Republic',
  SZ: 'Swaziland; Eswatini',
  TL: 'Timor-Leste',
  TR: 'Turkey',
  TZ: 'United Republic of Tanzania; Tanzania, United Republic of',
  US: 'USA; United States of America; America; U.S.; U.S.A.',
  VA: 'Holy See',
  VE: 'Venezuela (Bolivarian Republic of); Bolivarian Republic of Venezuela',
  VN: 'Viet Nam',
};

/** A name of a country without case, marks, signs and its article. */
const keyOf = (name: string): string =>
  fold(name)
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

const byName = once(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...Object.entries(names).map(([code, name]): [string, string] => [keyOf(name), code]),
      ...Object.entries(otherNames).flatMap(([code, list]) =>
        list.split('; ').map((name): [string, string] => [keyOf(name), code]),
      ),
    ]),
);

const fromThree: Readonly<Record<string, string>> = threeToTwo;

/**
 * The ISO 3166 code of two letters for a country: by that code or the one of three letters, in capitals, or by a name.
 *
 * @returns undefined for what is no country
 */
export function countryCode(word: string): string | undefined {
  const text = word.trim();
  if (/^[A-Z]{2}$/.test(text) && Object.hasOwn(names, text)) return text;
  if (/^[A-Z]{3}$/.test(text) && Object.hasOwn(fromThree, text)) return fromThree[text];
  return byName().get(keyOf(text));
}
