import { readdirSync } from 'node:fs';
import { decisionStates } from '../../model/decisions/summary.ts';
import type { Roster } from '../../model/roster.ts';
import { presets } from '../../model/rule.ts';
import { leanings, stances, writtenBases } from '../../model/stance.ts';
import { type Offer, type Offers, shells } from '../../render/format/completion.ts';
import { meanings } from '../../roster/json-schema/descriptions.ts';
import { type Host, todayOf } from '../contract/host.ts';
import { dataFolder } from '../contract/package.ts';
import { isAnswering, surroundingsOf } from '../contract/surroundings.ts';
import { bodyNames } from '../input/bodies.ts';
import type { ValueKind } from './kinds.ts';
import type { Grammar, Line } from './line.ts';
import {
  dateOffers,
  demandOffers,
  groupOffers,
  memberOffers,
  relativeOffers,
  rosterAtHand,
  rostersAtHand,
  sourceOffers,
} from './roster-offers.ts';

/**
 * Everything offered at the cursor of a line.
 *
 * @param word the word at the cursor, as far as it is typed
 */
export async function offersFor(
  line: Line,
  word: string,
  { commands, host }: { readonly commands: readonly Grammar[]; readonly host: Host },
): Promise<Offers> {
  const { wanted } = line;
  if (wanted.kind === 'option') return { words: optionOffers(line) };
  const typed = word.slice(wanted.before.length);
  const behind = ({ value, ...rest }: Offer): Offer => ({ value: wanted.before + value, ...rest });
  if (wanted.choices.length > 0) return { words: wanted.choices.map((value) => behind({ value })) };
  const command = line.command?.name ?? '';
  const roster = async (designator = line.rosters.at(-1)): Promise<Roster | undefined> =>
    isAnswering(command) ? rosterAtHand(designator, surroundingsOf(command, host)) : undefined;
  const isOfSeveral = line.command?.arguments.at(-1)?.[0].includes('...') === true;
  const rosters = async (): Promise<readonly Roster[]> => {
    if (isOfSeveral && isAnswering(command)) return rostersAtHand(line.rosters, surroundingsOf(command, host));
    return [(await roster()) ?? []].flat();
  };
  const { words, filesBehind } = await valueOffers[wanted.kind]({ typed, roster, rosters, commands, host });
  return { words: words.map(behind), ...(filesBehind !== undefined && { filesBehind: wanted.before + filesBehind }) };
}

/** The options that are not on the line yet, and those that may be repeated. */
function optionOffers({ command, given }: Line): readonly Offer[] {
  const options = (command?.options ?? []).filter(
    ({ long, parseArg }) => !given.has(long ?? '') || parseArg !== undefined,
  );
  return [
    ...options.map(({ long, description }) => ({ value: long ?? '', meaning: description })),
    ...(command === undefined ? [{ value: '--version', meaning: 'print the version' }] : []),
    { value: '--help', meaning: 'print help' },
  ];
}

interface Asked {
  readonly typed: string;
  /** The roster for a designator, or for that of the line when none is given. */
  readonly roster: (designator?: string) => Promise<Roster | undefined>;
  /** All that the command is about. */
  readonly rosters: () => Promise<readonly Roster[]>;
  readonly commands: readonly Grammar[];
  readonly host: Host;
}

const nothing: Offers = { words: [] };
const anyFile: Offers = { words: [], filesBehind: '' };

/** The words of a closed list, with their meanings from the JSON Schema. */
const listed = (words: readonly string[], called: string): readonly Offer[] =>
  words.map((value) => ({ value, meaning: meanings[called]?.[value]?.replace(/\.$/, '') ?? '' }));

const stanceOffers = listed(stances, 'a stance');

/** The offers behind what is typed of a list with commas, without those that are in it. */
function inList(typed: string, offers: readonly Offer[]): Offers {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const named = new Set(before.split(','));
  const others = offers.filter(({ value }) => !named.has(value));
  return { words: others.map(({ value, ...rest }) => ({ value: before + value, ...rest })) };
}

const valueOffers: Readonly<Record<ValueKind, (asked: Asked) => Offers | Promise<Offers>>> = {
  command: ({ commands }) => ({
    words: commands.map(({ name, description }) => ({ value: name, meaning: description })),
  }),
  snapshot: (asked) => (asked.typed.includes('@') ? datedOffers(asked) : rosterOffers(asked)),
  roster: (asked) => rosterOffers(asked),
  file: () => anyFile,
  member: async ({ rosters, host }) => ({ words: memberOffers(await rosters(), todayOf(host)) }),
  members: async ({ typed, roster, host }) => {
    const found = await roster();
    return found === undefined ? nothing : inList(typed, memberOffers([found], todayOf(host)));
  },
  stance: () => ({ words: stanceOffers }),
  assumption: async ({ typed, roster, host }) => {
    const [code = '', stance] = typed.split('=');
    if (stance !== undefined)
      return { words: stanceOffers.map(({ value, ...rest }) => ({ value: `${code}=${value}`, ...rest })) };
    const found = await roster();
    if (found === undefined) return nothing;
    return {
      words: [...memberOffers([found], todayOf(host)), ...groupOffers(found)].map(({ value, ...rest }) => ({
        value: `${value}=`,
        ...rest,
        unfinished: true,
      })),
    };
  },
  date: async ({ roster, host }) => ({ words: daysIn(await roster(), host) }),
  moment: async (asked) => {
    if (asked.typed.includes('@')) return datedOffers(asked);
    const { words, ...files } = rosterOffers(asked);
    return { words: [...daysIn(await asked.roster(), asked.host), ...words], ...files };
  },
  body: () => ({ words: bodyNames().map((value) => ({ value })) }),
  basis: () => ({ words: listed(writtenBases, 'a basis') }),
  leaning: () => ({ words: listed(leanings, 'a leaning') }),
  source: async ({ roster }) => {
    const found = await roster();
    return found === undefined ? nothing : { words: sourceOffers(found) };
  },
  demand: async ({ roster }) => {
    const found = await roster();
    return found === undefined ? nothing : { words: demandOffers(found) };
  },
  rule: () => ({ words: listed(presets, 'a preset') }),
  states: ({ typed }) =>
    inList(
      typed,
      decisionStates.map((value) => ({ value })),
    ),
  shell: () => ({ words: shells.map((value) => ({ value })) }),
  text: () => nothing,
};

/** Days relative to today, and those of a roster. */
const daysIn = (roster: Roster | undefined, host: Host): readonly Offer[] => [
  ...relativeOffers(todayOf(host)),
  ...(roster === undefined ? [] : dateOffers(roster)),
];

/** Files and the names of the bundled rosters; files alone after a git revision. */
function rosterOffers({ typed }: Asked): Offers {
  const colon = typed.indexOf(':');
  if (colon > 0) return { words: [], filesBehind: typed.slice(0, colon + 1) };
  const bundled = readdirSync(dataFolder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));
  return { words: bundled.map((value) => ({ value, meaning: 'a bundled roster' })), filesBehind: '' };
}

/** The dates of a roster, after its name: `nato-2024@2024-06-20`. */
async function datedOffers({ typed, roster, host }: Asked): Promise<Offers> {
  const name = typed.slice(0, typed.lastIndexOf('@'));
  const found = await (name === '' ? roster() : roster(name));
  if (found === undefined) return anyFile;
  return { words: daysIn(found, host).map(({ value, ...rest }) => ({ value: `${name}@${value}`, ...rest })) };
}
