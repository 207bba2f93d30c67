import type { Agreed, AgreementLevel, AgreementView, PairAgreement } from '../../model/decisions/agreement.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { namesByCode } from '../matrix/decisions.ts';
import { namesWithin } from '../words/names.ts';
import { membersByName } from '../words/order.ts';

/** What members are called, and their places in the order in which people look for names. */
export interface Naming {
  name(code: string): Shown;
  place(code: string): number;
  nameAt(place: number): Shown;
}

/** The names of the members; those that are called alike have their codes, too. */
export function namingOf({ members }: Pick<AgreementView, 'members'>): Naming {
  const names = namesByCode(members);
  const name = (code: string): Shown => visible(names.get(code) ?? code);
  const codes = membersByName(members).map(({ code }) => code);
  const places = new Map(codes.map((code, place) => [code, place]));
  return {
    name,
    place: (code) => places.get(code) ?? 0,
    nameAt: (place) => name(codes[place] ?? ''),
  };
}

/** The smallest of some numbers, in order, without sorting all of them. */
export function smallest(numbers: Iterable<number>, count: number): readonly number[] {
  const least: number[] = [];
  for (const number of numbers) {
    if (least.length === count && number >= (least.at(-1) ?? number)) continue;
    least.push(number);
    least.sort((a, b) => a - b);
    if (least.length > count) least.pop();
  }
  return least;
}

/** `5 of 6`. */
export const ofText = ({ agreed, of }: Agreed): Shown => shown`${grouped(`${agreed}`)} of ${grouped(`${of}`)}`;

/** A share in whole percent; only what is all is 100%, and only what is nothing is 0%. Empty for a share of nothing. */
export function shareText({ agreed, of }: Agreed): Shown {
  if (of === 0) return shown``;
  if (agreed === 0 || agreed === of) return agreed === 0 ? shown`0%` : shown`100%`;
  return shown`${Math.min(99, Math.max(1, Math.round((100 * agreed) / of)))}%`;
}

/** `Ana and Bo`, by name. */
export function pairText({ members: [a, b] }: PairAgreement, { name, place }: Naming): Shown {
  const [first, second] = place(a) < place(b) ? [a, b] : [b, a];
  return shown`${name(first)} and ${name(second)}`;
}

/** A label and a text. */
export type Finding = readonly [label: string, text: Shown];

/** Who agrees most and least, or that all are alike. */
export function findings({ range, members }: Pick<AgreementView, 'range' | 'members'>, room: number): Finding[] {
  if (range === undefined)
    return [['Nothing to compare', shown`no two members were both settled in the same decision`]];
  const { most, least } = range;
  if (most.agreed * least.of === least.agreed * most.of) return [['All alike', alikeText(most)]];
  const naming = namingOf({ members });
  return [
    ['Agree most', levelText(most, naming, members.length, room)],
    ['Agree least', levelText(least, naming, members.length, room)],
  ];
}

function alikeText(level: Agreed): Shown {
  if (level.agreed === level.of) return shown`every pair of members agreed whenever both were settled`;
  if (level.agreed === 0) return shown`no two members agreed in any decision`;
  return shown`every pair of members agreed in ${shareText(level)} of the decisions in which both were settled`;
}

/** Pairs of one level whose names are made; no line has room for more. */
const mostPairs = 20;

/** `Ana and Bo, 5 of 5`; of several pairs how many they are, and as many of them as there is room for. */
function levelText(
  { agreed, of, pairs }: AgreementLevel<PairAgreement>,
  { place, nameAt }: Naming,
  members: number,
  room: number,
): Shown {
  const count = ofText({ agreed, of });
  const keys = pairs.map(({ members: [a, b] }) => {
    const [one, other] = [place(a), place(b)];
    return Math.min(one, other) * members + Math.max(one, other);
  });
  const texts = smallest(keys, mostPairs).map(
    (key) => shown`${nameAt(Math.floor(key / members))} and ${nameAt(key % members)}`,
  );
  if (pairs.length === 1) return shown`${texts.join('')}, ${count}`;
  const head = shown`${count} (${grouped(`${pairs.length}`)} pairs): `;
  return shown`${head}${firstNames(texts, pairs.length, room - head.length)}`;
}

/** The first of so many names, as many as there is room for, and how many more there are. */
function firstNames(first: readonly Shown[], count: number, room: number): Shown {
  return namesWithin([...first, ...Array<Shown>(count - first.length).fill(shown``)], room);
}
