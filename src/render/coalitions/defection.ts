import type { Defection } from '../../model/path.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { mostNames, type Naming, namesOf } from './naming.ts';
import { setsPhrase, waysText } from './sets.ts';

/** Where it takes more sentences than these, only numbers are given. */
const mostSentences = 2;

/**
 * Who would make up for the turning of pivotal members: `If Germany turned, Italy and Poland would make up for it`; in
 * brief how many others could. Empty where nobody could.
 */
export function defectionLines(defection: readonly Defection[], naming: Naming): Shown[] {
  const known = defection.filter(({ exact }) => exact);
  const sentences = new Map<string, Defection[]>();
  for (const one of known) {
    if (one.size === undefined) continue;
    const text = makingUpText(one, naming);
    const alike = sentences.get(text);
    if (alike === undefined) sentences.set(text, [one]);
    else alike.push(one);
  }
  if (sentences.size > mostSentences && !naming.all) return [shown`${numbersText(known, naming)}`];
  return [...sentences].map(([text, alike]) => shown`If ${whomText(alike, naming)} turned, ${text}`);
}

/** What would make up for a turning: `any one of A and B would make up for it`, `2 others would make up for it, in 6 ways`. */
export function makingUpText(one: Defection, naming: Naming): string {
  const whom = setsPhrase(one, naming);
  if (whom !== undefined) return `${whom} would make up for it`;
  return `${othersText(one.size)} would make up for it${waysText(one)}`;
}

/** `2 others could make up for France or Germany; one other for any of the rest`. */
function numbersText(known: readonly Defection[], naming: Naming): string {
  const bySize = new Map<number, Defection[]>();
  for (const one of known) {
    const size = one.size ?? Infinity;
    const alike = bySize.get(size);
    if (alike === undefined) bySize.set(size, [one]);
    else alike.push(one);
  }
  const groups = [...bySize].sort(([a], [b]) => b - a);
  const parts = groups.map(([size, alike], index) => {
    const whom = index < groups.length - 1 ? whomText(alike, naming) : index === 0 ? 'any of them' : 'any of the rest';
    const others = size === Infinity ? 'nobody' : othersText(size);
    return index === 0
      ? `${others[0]?.toUpperCase()}${others.slice(1)} could make up for ${whom}`
      : `${others} for ${whom}`;
  });
  return parts.join('; ');
}

const othersText = (size: number | undefined): string => (size === 1 ? 'one other' : `${size} others`);

function whomText(alike: readonly Defection[], naming: Naming): string {
  const codes = alike.map(({ member }) => member);
  return enumeration(namesOf(codes, naming), 'or', naming.all ? undefined : mostNames);
}
