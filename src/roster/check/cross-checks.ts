/*
 * Checks across the entries of a roster: whether codes, groups, weights and sources that are referred to exist, and
 * whether dates agree with each other.
 *
 * The schema checks an entry by itself and gives nothing for a file with a wrong one. The checks here therefore work on
 * the plain values and assume nothing about them: they skip what the schema has refused and check the sound rest, so
 * that all problems of a file are reported at once. A problem names the path to a value. `roster/diagnose/` looks up
 * its span, and only if there is a problem.
 *
 * `rule-references.ts` has the checks of the rule, `advice.ts` what is legal but unwise.
 */

import { momentOf, type Time } from '../../model/time.ts';
import { once } from '../../text/once.ts';
import { didYouMean, quote } from '../../text/suggest.ts';
import { mostMistakes } from '../limits/mistakes.ts';
import { isAddress } from '../schema/scalars.ts';
import {
  type Cursor,
  entriesOf,
  hasKey,
  isMapping,
  itemsOf,
  pathOf,
  positionsOf,
  type ReportProblem,
  statementsIn,
  textOf,
  valueUnder,
} from '../yaml/cursor.ts';
import type { Problem } from '../yaml/problem.ts';
import { checkClosing } from './closing.ts';
import { checkDemands } from './demands.ts';
import { checkGroup, checkRule, countCursors } from './rule-references.ts';
import { reportSameDates } from './same-dates.ts';
import { checkTerms, termsOf, timeUnder, withinTerms } from './terms.ts';

/**
 * The problems across the entries of a document, check by check, no more than `mostMistakes`; empty if there are none. The
 * schema may have refused parts of the document.
 */
export function crossChecks(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const report: ReportProblem = (cursor, problem, where = 'value') => {
    if (problems.length < mostMistakes)
      problems.push({ ...problem, severity: 'error', path: pathOf(cursor), at: where });
  };
  const root: Cursor = { value };
  // Listed once: there may be a hundred thousand, most of them with nothing to check across entries.
  const members = entriesOf(valueUnder(root, 'members'));
  const positions: Cursor[] = [];
  for (const member of members) for (const position of positionsOf(member)) positions.push(position);
  checkNamedMembers(root, members, positions, report);
  checkSources(root, positions, report);
  checkRule(root, members, report);
  checkClosing(root, report);
  checkCandidates(root, report);
  checkRounds(root, report);
  checkDemands(root, positions, report);
  for (const member of members) checkMember(member, report);
  if (members.length === 0 && isMapping(valueUnder(root, 'members').value)) {
    const hint = 'add a code and a stance: NL: support';
    report(valueUnder(root, 'members'), { code: 'missing-value', message: 'a roster needs at least one member', hint });
  }
  return problems;
}

function checkNamedMembers(
  root: Cursor,
  members: readonly Cursor[],
  positions: readonly Cursor[],
  report: ReportProblem,
): void {
  const groups = new Map(entriesOf(valueUnder(root, 'groups')).map((group) => [String(group.key), group]));
  const codes = once(() => new Set(members.map((member) => String(member.key))));
  const check = (
    cursor: Cursor,
    ofGroup = 'write the name of a group by itself, not in a list',
  ): string | undefined => {
    const code = textOf(cursor);
    if (code === undefined || codes().has(code)) return code;
    const hint = groups.has(code) ? ofGroup : () => didYouMean(code, codes()) ?? 'add it under "members:"';
    report(cursor, {
      code: 'unknown-member',
      message: `${quote(code)} is not a member of this roster`,
      hint,
    });
    return code;
  };
  const checkList = (list: Cursor, ofGroup?: string): void => {
    const first = new Map<string, Cursor>();
    for (const item of itemsOf(list)) {
      const code = check(item, ofGroup);
      if (code === undefined) continue;
      const before = first.get(code);
      if (before === undefined) first.set(code, item);
      else {
        const related = { message: 'first here', path: pathOf(before), at: 'value' } as const;
        report(item, {
          code: 'repeated-item',
          message: `${quote(code)} is in this list twice`,
          hint: 'delete one of them',
          related,
        });
      }
    }
  };
  for (const group of entriesOf(valueUnder(root, 'groups'))) checkList(group);
  const ofGroup = 'write the codes of its members: follows: [DE, FR]';
  // Hardly any follow others, and then each position is looked at with its member.
  for (const member of positions.some((position) => hasKey(position, 'follows')) ? members : [])
    for (const position of positionsOf(member)) {
      if (!hasKey(position, 'follows')) continue;
      const follows = valueUnder(position, 'follows');
      check(follows, ofGroup);
      checkList(follows, ofGroup);
      for (const item of [follows, ...itemsOf(follows)]) checkFollows(item, String(member.key), report);
    }
  for (const claim of itemsOf(valueUnder(root, 'claims'))) {
    checkList(valueUnder(claim, 'holdouts'));
    for (const key of ['of', 'among']) {
      checkList(valueUnder(claim, key));
      checkGroup(valueUnder(claim, key), groups, report);
    }
  }
  for (const expectation of itemsOf(valueUnder(root, 'expect'))) checkList(valueUnder(expectation, 'holdouts'));
  for (const criterion of countCursors(valueUnder(root, 'rule'))) {
    const among = valueUnder(criterion, 'among');
    checkList(among);
    checkList(valueUnder(among, 'except'));
    checkList(valueUnder(valueUnder(criterion, 'consensus'), 'except'));
  }
  for (const candidate of entriesOf(valueUnder(root, 'candidates'))) check(valueUnder(candidate, 'member'));
}

function checkFollows(followed: Cursor, code: string, report: ReportProblem): void {
  if (textOf(followed) !== code) return;
  const hint = 'name another member, or delete it';
  report(followed, { code: 'follows-itself', message: `${quote(code)} cannot follow itself`, hint });
}

function checkSources(root: Cursor, positions: readonly Cursor[], report: ReportProblem): void {
  const known = new Set(entriesOf(valueUnder(root, 'sources')).map((source) => String(source.key)));
  const check = (reference: Cursor): void => {
    const name = textOf(reference);
    if (name === undefined || known.has(name) || isAddress(name)) return;
    const hint = (): string =>
      didYouMean(name, known) ?? 'add it under "sources:", or write an address that begins with https://';
    report(reference, {
      code: 'unknown-source',
      message: `${quote(name)} is neither a key of "sources" nor an address`,
      hint,
    });
  };
  const isKnown = (entry: unknown): boolean => isMapping(entry) && known.has(entry.source as string);
  for (const entries of [statementsIn(root, positions), itemsOf(valueUnder(root, 'milestones'))])
    for (const entry of entries) {
      if (hasKey(entry, 'source') && !isKnown(entry.value)) check(valueUnder(entry, 'source'));
      if (hasKey(entry, 'sources')) itemsOf(valueUnder(entry, 'sources')).forEach(check);
    }
}

/** The keys of a member with dates that have to agree with each other. */
const keysWithDates = ['positions', 'terms', 'joined', 'left'];

function checkMember(member: Cursor, report: ReportProblem): void {
  if (!keysWithDates.some((key) => hasKey(member, key))) return;
  const terms = termsOf(member);
  checkTerms(terms, report);
  const checkWithin = withinTerms(terms, report);
  const first = new Map<string, Cursor>();
  for (const position of positionsOf(member)) {
    if (valueUnder(position, 'stance').value === undefined) continue;
    const date = valueUnder(position, 'date');
    const time = timeUnder(position, 'date');
    if (date.value !== undefined && time === undefined) continue;
    if (time) checkWithin(date, time);
    const before = first.get(momentOf(time));
    if (before === undefined) first.set(momentOf(time), position);
    else reportSameDate(position, before, time, report);
  }
}

function reportSameDate(position: Cursor, before: Cursor, time: Time | undefined, report: ReportProblem): void {
  const hint = 'give each its own date, or merge them';
  const where = (cursor: Cursor): Cursor => (time === undefined ? cursor : valueUnder(cursor, 'date'));
  const from = time?.instant === undefined ? time?.day : time.text;
  const message =
    from === undefined ? 'a second position without a date' : `a second position that takes effect on ${from}`;
  const related = { message: 'first here', path: pathOf(where(before)), at: 'value' } as const;
  report(where(position), { code: 'same-date', message, hint, related });
}

const checkRounds = (root: Cursor, report: ReportProblem): void =>
  reportSameDates(itemsOf(valueUnder(root, 'rounds')), report, ({ text }) => ({
    message: `a second round that begins on ${text}`,
    hint: 'delete one of them, or change its date',
  }));

function checkCandidates(root: Cursor, report: ReportProblem): void {
  let first: Cursor | undefined;
  for (const candidate of entriesOf(valueUnder(root, 'candidates'))) {
    const proposed = valueUnder(candidate, 'proposed');
    if (textOf(proposed) !== 'true') continue;
    if (first !== undefined) {
      const related = { message: 'first here', path: pathOf(first), at: 'value' } as const;
      report(proposed, {
        code: 'several-proposed',
        message: 'a second candidate is "proposed", but a decision is about one',
        hint: 'keep "proposed" for one of them',
        related,
      });
    }
    first ??= proposed;
  }
}
