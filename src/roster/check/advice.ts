import { stances, traitsOf } from '../../model/stance.ts';
import { momentOf } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { plural } from '../../text/numerals.ts';
import { quote } from '../../text/suggest.ts';
import { mostMistakes } from '../limits/mistakes.ts';
import { looksLikeCountries, namesFor } from '../names/country-names.ts';
import { readTime } from '../schema/scalars.ts';
import {
  type Cursor,
  entriesOf,
  isMapping,
  itemsOf,
  pathOf,
  positionsOf,
  statementsIn,
  textOf,
  valueUnder,
} from '../yaml/cursor.ts';
import type { Placed } from '../yaml/placed.ts';
import type { Problem } from '../yaml/problem.ts';
import { unusedDemands } from './demands.ts';
import { impossibleCounts } from './impossible-counts.ts';
import { absenceAt, termsOf, timeUnder } from './terms.ts';

/** Words that readers of YAML 1.1 do not take for text unless they are in quotes. */
const misread = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Stances that should have a reason. */
const denials: ReadonlySet<string> = new Set(stances.filter((stance) => traitsOf[stance].consent === 'denied'));

/**
 * Advice on what is legal but unwise in a roster, check by check, no more than `mostMistakes`; empty if there is none.
 *
 * @param value the whole document; the schema may have refused parts of it
 * @param today ISO day; later dates of evidence are in the future
 * @param places called only if some code needs quotes in YAML 1.1
 * @param mayBePlain whether a word may stand without quotes somewhere, which is sooner known than its places
 */
export function advise(
  value: unknown,
  today: string,
  places: () => Placed,
  mayBePlain: (word: string) => boolean,
): Problem[] {
  const problems: Problem[] = [];
  const advice = (
    cursor: Cursor,
    problem: Pick<Problem, 'code' | 'message' | 'hint'>,
    where: 'key' | 'value' = 'value',
  ): void => {
    if (problems.length < mostMistakes)
      problems.push({ ...problem, severity: 'advice', path: pathOf(cursor), at: where });
  };
  const document: Cursor = { value };
  adviseOnPositions(document, advice);
  adviseOnDates(document, today, advice);
  adviseOnNames(document, advice);
  adviseOnLists(document, advice);
  adviseOnCounts(document, advice);
  adviseOnDemands(document, advice);
  const codes = entriesOf(valueUnder(document, 'members')).map(({ key }) => String(key));
  if (codes.some((code) => misread.test(code) && mayBePlain(code))) adviseOnCodes(places(), document, advice);
  return problems;
}

type Advise = (cursor: Cursor, problem: Pick<Problem, 'code' | 'message' | 'hint'>, where?: 'key' | 'value') => void;

function adviseOnPositions(root: Cursor, advice: Advise): void {
  const hasSources = entriesOf(valueUnder(root, 'sources')).length > 0;
  const reports = itemsOf(valueUnder(root, 'claims')).filter((claim) => valueUnder(claim, 'of').value !== undefined);
  const histories = entriesOf(valueUnder(root, 'members')).map((member) =>
    isMapping(member.value) ? positionsOf(member) : [member],
  );
  const statements = [
    ...histories.flatMap((history) => {
      const follows = restatements(history);
      return history.map((position) => ({ position, kind: 'position', repeats: follows.has(position) }));
    }),
    ...reports.map((position) => ({ position, kind: 'report', repeats: false })),
  ];
  for (const { position, kind, repeats } of statements) {
    const place = isMapping(position.value) ? valueUnder(position, 'stance') : position;
    const stance = textOf(place);
    if (stance === undefined || (stance === 'undeclared' && valueUnder(position, 'date').value === undefined)) continue;
    if (denials.has(stance) && textOf(valueUnder(position, 'why')) === undefined) {
      advice(place, {
        code: 'reason-missing',
        message: `"${stance}" without a reason`,
        hint: 'say why it holds out: why: …',
      });
    }
    if (stance === 'conditional' && !repeats && !wantsSomething(position)) {
      advice(place, {
        code: 'conditional-without-wants',
        message: '"conditional" without "wants"',
        hint: 'say what it asks for: wants: [...]',
      });
    }
    if (
      hasSources &&
      valueUnder(position, 'source').value === undefined &&
      itemsOf(valueUnder(position, 'sources')).length === 0
    ) {
      advice(place, {
        code: 'source-missing',
        message: `a ${kind} without a source`,
        hint: 'add a key of "sources" or an address: source: …',
      });
    }
  }
}

/** Whether a conditional position says what the member wants. */
function wantsSomething(position: Cursor): boolean {
  const { value: wants } = valueUnder(position, 'wants');
  return wants !== undefined && !(Array.isArray(wants) && wants.length === 0);
}

/** The positions of a history that follow one that was conditional, and may repeat what that wants. */
function restatements(history: readonly Cursor[]): ReadonlySet<Cursor> {
  const found = new Set<Cursor>();
  if (history.length < 2) return found;
  const ordered = history
    .map((position) => ({ position, moment: momentUnder(position) }))
    .sort((a, b) => compareText(a.moment, b.moment));
  let [before, latest]: (Cursor | undefined)[] = [];
  let now: string | undefined;
  for (const { position, moment } of ordered) {
    // Of one time, the first that is written counts.
    if (moment !== now) [before, latest, now] = [latest, position, moment];
    if (before !== undefined && textOf(valueUnder(before, 'stance')) === 'conditional') found.add(position);
  }
  return found;
}

const momentUnder = (position: Cursor): string => momentOf(timeUnder(position, 'date'));

function adviseOnDates(root: Cursor, today: string, advice: Advise): void {
  const positions = entriesOf(valueUnder(root, 'members')).flatMap(positionsOf);
  for (const statement of statementsIn(root, positions)) {
    // The denial of a report may be written as its date alone.
    const date = isMapping(statement.value) ? valueUnder(statement, 'date') : statement;
    const text = textOf(date);
    const circa = valueUnder(statement, 'circa');
    if (date.value === undefined && textOf(circa) === 'true') {
      advice(circa, {
        code: 'circa-without-date',
        message: '"circa" without a date',
        hint: 'add the best guess (date: …), or delete "circa"',
      });
    }
    const read = text === undefined ? undefined : readTime(text);
    if (read && 'value' in read && read.value.day > today) {
      advice(date, {
        code: 'future-date',
        message: `${text} is in the future`,
        hint: `today is ${today}; is the year right?`,
      });
    }
  }
}

/** What is claimed of several members is about those who were members on its day; a group may have others. */
function adviseOnLists(root: Cursor, advice: Advise): void {
  const members = new Map(entriesOf(valueUnder(root, 'members')).map((member) => [String(member.key), member]));
  for (const claim of itemsOf(valueUnder(root, 'claims'))) {
    const date = timeUnder(claim, 'date');
    if (date === undefined) continue;
    for (const item of ['holdouts', 'of', 'among'].flatMap((key) => itemsOf(valueUnder(claim, key)))) {
      const code = textOf(item) ?? '';
      const member = members.get(code);
      const absence = member && absenceAt(termsOf(member), date);
      if (absence === undefined) continue;
      const why =
        'left' in absence ? `after it left on ${absence.left.text}` : `before it joined on ${absence.joins.text}`;
      advice(item, {
        code: 'not-a-member-then',
        message: `${quote(code)} was not in the roster on ${date.text}, ${why}`,
        hint: 'delete it from the list, or change one of the dates',
      });
    }
  }
}

function adviseOnCounts(root: Cursor, advice: Advise): void {
  for (const { cursor, text, members, date } of impossibleCounts(root))
    advice(cursor, {
      code: 'impossible-count',
      message: `${quote(text)} cannot be true: ${members === 0 ? 'no member' : `only ${plural(members, 'member')}`} could be counted on ${date}`,
      hint: `write a count of ${members} at most, or correct the date, the members or the group`,
    });
}

/** A demand that nobody asks for changes nothing; mostly `wants` does not name it. */
function adviseOnDemands(root: Cursor, advice: Advise): void {
  for (const demand of unusedDemands(root)) {
    const id = String(demand.key);
    advice(
      demand,
      {
        code: 'unused-demand',
        message: `no member wants ${quote(id)}`,
        hint: `name it in a position: wants: [{ id: ${id} }]`,
      },
      'key',
    );
  }
}

function adviseOnNames(root: Cursor, advice: Advise): void {
  const section = valueUnder(root, 'members');
  const members = entriesOf(section);
  if (valueUnder(root, 'names').value !== undefined || !looksLikeCountries(members.map(({ key }) => String(key))))
    return;
  const guessed = members.find(
    (member) => textOf(valueUnder(member, 'name')) === undefined && /^[A-Z]{2}$/.test(String(member.key)),
  );
  if (guessed === undefined) return;
  const code = String(guessed.key);
  advice(
    section,
    {
      code: 'guessed-names',
      message: `the codes are read as countries: ${quote(code)} is ${namesFor([], 'iso-3166')(code)}`,
      hint: 'confirm it with names: iso-3166, or keep the codes with names: none',
    },
    'key',
  );
}

function adviseOnCodes(placed: Placed, root: Cursor, advice: Advise): void {
  const hint = 'put it in quotes';
  const message = (code: string): string => `YAML 1.1 does not read "${code}" as text`;
  const codes = new Set<string>();
  const members = [...placed.entries].flatMap(([key, { node }]) => (key === 'members' ? [...node.entries] : []));
  for (const [code, { plain }] of members) {
    codes.add(code);
    if (plain && misread.test(code))
      advice(
        valueUnder(valueUnder(root, 'members'), code),
        { code: 'unquoted-code', message: message(code), hint },
        'key',
      );
  }
  const visit = (node: Placed, cursor: Cursor): void => {
    if (node.plain && typeof node.value === 'string' && misread.test(node.value) && codes.has(node.value)) {
      advice(cursor, { code: 'unquoted-code', message: message(node.value), hint });
    }
    node.items.forEach((item, key) => void visit(item, { value: item.value, parent: cursor, key }));
    for (const [key, entry] of node.entries) visit(entry.node, { value: entry.node.value, parent: cursor, key });
  };
  const visitFollowed = ({ entries }: Placed, cursor: Cursor): void => {
    const follows = entries.get('follows')?.node;
    if (follows !== undefined) visit(follows, valueUnder(cursor, 'follows'));
    const history = valueUnder(cursor, 'positions');
    for (const [key, item] of (entries.get('positions')?.node.items ?? []).entries())
      visitFollowed(item, { value: item.value, parent: history, key });
  };
  for (const [code, { node }] of members) visitFollowed(node, valueUnder(valueUnder(root, 'members'), code));
  for (const section of ['groups', 'claims', 'candidates', 'expect', 'rule']) {
    const node = placed.entries.get(section)?.node;
    if (node !== undefined) visit(node, valueUnder(root, section));
  }
}
