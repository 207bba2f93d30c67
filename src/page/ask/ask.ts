import { type Stance, stances } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import type { ReportPage } from './report-page.ts';
import { timeOf } from './times.ts';

/** What a reader asks of a page: its whole state, and the whole of its address. */
export interface Ask {
  readonly at: Time;
  /** Assumptions by code. */
  readonly ifs: ReadonlyMap<string, Stance>;
  readonly onRecord: boolean;
  /** The code of the member whose card is open. */
  readonly member?: string;
}

/** What a page shows before anybody has asked anything. */
export const startOf = ({ at, ifs, onRecord }: ReportPage): Ask => ({
  at,
  ifs: new Map(Object.entries(ifs)),
  onRecord,
});

/**
 * What is asked as the part of an address after `#`: `#at=2024-06-18&if=RO:support&record=1&member=RO`. Nothing that the
 * page begins with is in it; an `if` without a value is for a page that begins with assumptions and has none now.
 */
export function hashOf(ask: Ask, start: Ask): string {
  const { at, ifs, onRecord, member } = ask;
  const words = [
    ...(at.text === start.at.text ? [] : [`at=${encoded(at.text)}`]),
    ...(isSame(ifs, start.ifs) ? [] : assumptionWords(ifs)),
    ...(onRecord === start.onRecord ? [] : [`record=${onRecord ? 1 : 0}`]),
    ...(member === undefined ? [] : [`member=${encoded(member)}`]),
  ];
  return words.length === 0 ? '' : `#${words.join('&')}`;
}

const assumptionWords = (ifs: Ask['ifs']): string[] =>
  ifs.size === 0 ? ['if='] : [...ifs].map(([code, stance]) => `if=${encoded(code)}:${stance}`);

const isSame = (ifs: Ask['ifs'], others: Ask['ifs']): boolean =>
  ifs.size === others.size && [...ifs].every(([code, stance]) => others.get(code) === stance);

/** Times in an address stay readable: a colon needs no escape there. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':');

/**
 * What the part of an address after `#` asks. Unknown codes, stances, dates and words are ignored.
 *
 * @param known the codes of all members
 */
export function askOf(hash: string, start: Ask, known: ReadonlySet<string>): Ask {
  const words = hash
    .replace(/^#/, '')
    .split('&')
    .flatMap((word) => readWord(word) ?? []);
  const lastOf = (key: string): string | undefined => words.findLast((word) => word.key === key)?.value;
  const ifs = words.flatMap(({ key, value }) => (key === 'if' ? [value] : []));
  const [at, record, member] = [timeOf(lastOf('at') ?? ''), lastOf('record'), lastOf('member')];
  return {
    at: at ?? start.at,
    ifs: assumptionsOf(ifs, known) ?? start.ifs,
    onRecord: record === '1' || (record !== '0' && start.onRecord),
    ...(member !== undefined && known.has(member) && { member }),
  };
}

interface Word {
  readonly key: string;
  readonly value: string;
}

/** A `key=value` of an address; undefined for one that is no text. */
function readWord(word: string): Word | undefined {
  const end = word.indexOf('=');
  if (end < 0) return undefined;
  try {
    return { key: word.slice(0, end), value: decodeURIComponent(word.slice(end + 1)) };
  } catch {
    return undefined;
  }
}

/** Assumptions in the words of an address; undefined where none of them says anything. */
function assumptionsOf(words: readonly string[], known: ReadonlySet<string>): Ask['ifs'] | undefined {
  const ifs = new Map<string, Stance>();
  for (const word of words) {
    const colon = word.lastIndexOf(':');
    const code = word.slice(0, Math.max(0, colon));
    const stance = stances.find((one) => one === word.slice(colon + 1));
    if (stance !== undefined && known.has(code)) ifs.set(code, stance);
  }
  return ifs.size > 0 || words.includes('') ? ifs : undefined;
}

/** A change of assumptions: stances by code, and undefined for one that is taken back. */
export type Moves = Iterable<readonly [code: string, stance: Stance | undefined]>;

/**
 * What is asked with other assumptions. To suppose that a member stands where it is known to is to suppose nothing.
 *
 * @param knownOf the stance of a member without assumptions
 */
export function supposing(ask: Ask, moves: Moves, knownOf: (code: string) => Stance | undefined): Ask {
  const ifs = new Map(ask.ifs);
  for (const [code, stance] of moves) {
    if (stance === undefined || stance === knownOf(code)) ifs.delete(code);
    else ifs.set(code, stance);
  }
  return { ...ask, ifs };
}

/** What is asked with the card of another member open, or of none. */
export function picking({ member: _, ...ask }: Ask, code: string | undefined): Ask {
  return { ...ask, ...(code !== undefined && { member: code }) };
}

/** What a reader can do with a page that is alive. */
export interface Acts {
  go(at: Time): void;
  useRecord(onRecord: boolean): void;
  /** Opens the card of a member; undefined closes it. */
  pick(code: string | undefined): void;
  suppose(moves: Moves): void;
  /** Supposes a stance, or takes it back where it is supposed already. */
  toggle(code: string, stance: Stance): void;
  reset(): void;
}
