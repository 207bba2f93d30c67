import type { Agreed, AgreementLevel, AgreementView, PairAgreement } from '../../model/decisions/agreement.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { namesByCode } from '../matrix/decisions.ts';
import { namesWithin } from '../words/names.ts';
import { membersByName } from '../words/order.ts';

/** What members are called by their codes, and their order by name. */
export interface Naming {
  name(code: string): Shown;
  /** Codes in the order in which people look for the names. */
  compare(a: string, b: string): number;
}

/** The names of the members; those that are called alike have their codes, too. */
export function namingOf({ members }: Pick<AgreementView, 'members'>): Naming {
  const names = namesByCode(members);
  const places = new Map(membersByName(members).map(({ code }, place) => [code, place]));
  const placeOf = (code: string): number => places.get(code) ?? 0;
  return {
    name: (code) => visible(names.get(code) ?? code),
    compare: (a, b) => placeOf(a) - placeOf(b),
  };
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
export function pairText({ members }: PairAgreement, { name, compare }: Naming): Shown {
  const [a, b] = members.toSorted(compare) as [string, string];
  return shown`${name(a)} and ${name(b)}`;
}

/** A label and a text. */
export type Finding = readonly [label: string, text: Shown];

/** Who agrees most and least, or that all are alike. */
export function findings({ range, members }: Pick<AgreementView, 'range' | 'members'>, room: number): Finding[] {
  if (range === undefined) return [['Nothing to compare', shown`no two members had both settled in the same decision`]];
  const { most, least } = range;
  if (most.agreed * least.of === least.agreed * most.of) return [['All alike', alikeText(most)]];
  const naming = namingOf({ members });
  return [
    ['Agree most', levelText(most, naming, room)],
    ['Agree least', levelText(least, naming, room)],
  ];
}

function alikeText(level: Agreed): Shown {
  if (level.agreed === level.of) return shown`every two members agreed whenever both had settled`;
  if (level.agreed === 0) return shown`no two members agreed in any decision`;
  return shown`every two members agreed in ${ofText(level)}`;
}

/** `Ana and Bo, 5 of 5`; of several pairs how many they are, and as many of them as there is room for. */
function levelText({ agreed, of, pairs }: AgreementLevel<PairAgreement>, naming: Naming, room: number): Shown {
  const count = ofText({ agreed, of });
  const ordered = pairs.map((pair) => pair.members.toSorted(naming.compare) as [string, string]);
  ordered.sort(([a, b], [c, d]) => naming.compare(a, c) || naming.compare(b, d));
  const texts = ordered.map((members, index) =>
    index < mostPairs ? pairText({ members, agreed, of }, naming) : shown``,
  );
  if (texts.length === 1) return shown`${texts.join('')}, ${count}`;
  const head = shown`${count} (${grouped(`${texts.length}`)} pairs): `;
  return shown`${head}${namesWithin(texts, room - head.length)}`;
}

/** Pairs of one level whose names are made; no line has room for more. */
const mostPairs = 20;
