import { type Answering, formatsOf } from '../../../src/cli/contract/formats.ts';
import type { Roster } from '../../../src/model/roster.ts';
import { stances } from '../../../src/model/stance.ts';
import { readRoster } from '../../../src/roster/read/read-roster.ts';
import type { Finding } from '../finding.ts';
import type { Random } from '../random.ts';
import { rosterFile, type Workplace } from '../workplace.ts';
import { printedFault } from './printed.ts';

/** A roster that the others are compared with. */
export const otherFile = 'other.yaml';

type Words = (random: Random, roster: Roster) => readonly string[];

const days = ['0000-01-01', '2003-02', '2024-02-21', '2024-06-20T12:00:00Z', '2030-01-01', '9999-12-31'];
const codeIn = (random: Random, { members }: Roster): string => random.pick(members.map(({ code }) => code));
const snapshotOf: Words = (random) => [random.chance(0.5) ? rosterFile : `${rosterFile}@${random.pick(days)}`];

/** The words of each command that answers about a roster. */
const commands: Readonly<Partial<Record<Answering, Words>>> = {
  status: snapshotOf,
  check: (random, roster) => [
    ...snapshotOf(random, roster),
    ...(random.chance(0.3) ? ['--since', random.pick(days)] : []),
  ],
  diff: (random, roster) => [
    ...snapshotOf(random, roster),
    random.chance(0.3) ? otherFile : `${rosterFile}@${random.pick(days)}`,
  ],
  timeline: (random) => [rosterFile, ...(random.chance(0.3) ? ['--from', random.pick(days)] : [])],
  member: (random, roster) => [codeIn(random, roster), rosterFile, ...(random.chance(0.2) ? [otherFile] : [])],
  snapshot: snapshotOf,
  validate: (random) => [rosterFile, ...(random.chance(0.3) ? ['--strict'] : [])],
  list: () => ['.'],
  matrix: () => ['.'],
  agreement: (random) => ['.', ...(random.chance(0.3) ? ['--groups'] : [])],
  rules: () => ['--roster', rosterFile, '--power'],
};

const ofSnapshots = new Set<string>(['status', 'check', 'member', 'snapshot', 'rules']);

function optionsFor(name: string, random: Random, roster: Roster): readonly string[] {
  const common = [...(random.chance(0.2) ? ['--all'] : []), ...(random.chance(0.2) ? ['--ascii'] : [])];
  if (!ofSnapshots.has(name) || name === 'rules') return common;
  return [
    ...common,
    ...(random.chance(0.2) ? ['--on-record'] : []),
    ...(random.chance(0.3) ? ['--assume', `${codeIn(random, roster)}=${random.pick(stances)}`] : []),
  ];
}

/** What is wrong with what some commands say of a text, chosen by chance. */
export async function answerFinding(text: string, random: Random, place: Workplace): Promise<Finding | undefined> {
  place.put(text);
  // A lone surrogate is lost on the way through a file.
  const roster = readRoster(place.text().replace(/^\ufeff/, ''));
  const names =
    roster === undefined ? (['validate', 'status', 'list'] as const) : (Object.keys(commands) as Answering[]);
  for (let count = roster === undefined ? 1 : 3; count > 0; count -= 1) {
    const name = random.pick(names);
    const format = random.pick(formatsOf(name));
    const words =
      roster === undefined ? [name === 'list' ? '.' : rosterFile] : (commands[name]?.(random, roster) ?? []);
    const options = roster === undefined ? [] : optionsFor(name, random, roster);
    const args = [name, ...words, ...options, '--format', format];
    const run = await place.run(args);
    const finding = (claim: string, detail: string): Finding => ({
      claim,
      detail: `${args.join(' ')}: ${detail}`,
      text,
    });
    const fault = printedFault(run, format);
    if (fault !== undefined) return finding('every command answers in every format', fault);
    if (roster !== undefined && run.code === 3 && name !== 'validate')
      return finding('a roster that can be read is answered about', run.stderr);
    if (roster === undefined && run.code !== 3 && name !== 'list')
      return finding('a text that is no roster ends with 3', `${run.code}`);
  }
  return undefined;
}
