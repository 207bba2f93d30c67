/*
 * A roster to text. Read back, the text gives the same roster, to readers of YAML 1.1 as well as 1.2.
 *
 * A roster is first made into values to write (`roster/yaml/emit.ts`): mappings in the order in which people read them,
 * without defaults, such as `basis: stated` or the name of a country. Words of the format, dates and
 * numbers are marked as plain; every other text may be quoted. The same values give YAML (`writeRoster`) or JSON
 * (`rosterValues`). `write-rule.ts` has the rule, `write-claims.ts` the claims, `write-statement.ts` what statements share.
 *
 * Nothing here edits an existing file. That is `roster/edit/`, which keeps what it does not change.
 */

import type {
  Candidate,
  CandidateEvent,
  DatedWeight,
  Decision,
  Demand,
  DemandEvent,
  Expectation,
  Member,
  Milestone,
  Roster,
  Round,
  Source,
  Term,
} from '../../model/roster.ts';
import { joinedLines } from '../../text/lines.ts';
import { namesFor } from '../names/country-names.ts';
import {
  commentLine,
  entryLines,
  ifTrue,
  isWrittenMapping,
  list,
  mappingOf,
  plain,
  type Written,
  type WrittenMapping,
} from '../yaml/emit.ts';
import { claimsValue } from './write-claims.ts';
import { ruleValue } from './write-rule.ts';
import { positionEntries, positionValue, sourced, time } from './write-statement.ts';

/** Comments to write into a roster, line by line, without `#`. */
export interface Comments {
  /** Lines at the top of the file. */
  readonly top: readonly string[];
  /** Lines above a member's entry, by its code. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

const noComments: Comments = { top: [], members: new Map() };

/**
 * A roster as YAML, ending in a line break. Read back it is the same roster, whatever its texts contain and whether
 * the reader knows YAML 1.1 or 1.2.
 */
export function writeRoster(roster: Roster, { top, members }: Comments = noComments): string {
  const texts: string[] = [];
  // Sections of one line follow each other directly; longer ones and the first have a blank line before or after them.
  let blocks = 0;
  let wasLong = false;
  const add = (lines: Iterable<string>): void => {
    const parts = joinedLines(lines);
    const [first] = parts;
    if (first === undefined) return;
    const isLong = first.indexOf('\n') < first.length - 1;
    if (blocks > 0 && (wasLong || isLong || blocks === 1)) texts.push('\n');
    for (const part of parts) texts.push(part);
    blocks += 1;
    wasLong = isLong;
  };
  add(top.map(commentLine));
  for (const [key, value] of rosterMapping(roster, noMembers))
    add(key === 'members' ? membersLines(roster, members) : entryLines(key, value, levels[key]));
  return texts.join('');
}

/** In the place of members that are written one by one, since there may be a hundred thousand. */
const noMembers: WrittenMapping = new Map();

/** By section: the number of levels of mappings that get a line for each entry, however short they are. */
const levels: Readonly<Record<string, number>> = { groups: 1, demands: 2, candidates: 2, decision: 1, sources: 2 };

function* membersLines(roster: Roster, comments: Comments['members']): Generator<string> {
  yield 'members:';
  const nameOf = readersNames(roster);
  for (const member of roster.members) {
    for (const comment of comments.get(member.code) ?? []) yield `  ${commentLine(comment)}`;
    yield* entryLines(member.code, memberValue(member, nameOf), 1, '  ');
  }
}

/** A JSON value without null. */
type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** A roster as a JSON value. Serialised, it is also YAML, and read back it is the same roster. */
export function rosterValues(roster: Roster): Value {
  return jsonOf(rosterMapping(roster, membersValue(roster)));
}

function jsonOf(written: Written): Value {
  if (typeof written === 'string') return written;
  if (isWrittenMapping(written)) return Object.fromEntries([...written].map(([key, part]) => [key, jsonOf(part)]));
  if ('plain' in written) {
    if (written.plain === 'true') return true;
    const number = Number(written.plain);
    return String(number) === written.plain ? number : written.plain;
  }
  return written.map(jsonOf);
}

/** The names that a reader gives to members without one of their own. */
const readersNames = ({ members, names }: Roster): ((code: string) => string) =>
  namesFor(
    members.map(({ code }) => code),
    names,
  );

function membersValue(roster: Roster): WrittenMapping {
  const nameOf = readersNames(roster);
  return new Map(roster.members.map((member) => [member.code, memberValue(member, nameOf)]));
}

/** The sections of a roster that are not empty, in the order in which they are written. */
function rosterMapping(roster: Roster, members: WrittenMapping): WrittenMapping {
  const { title, body, names, asOf, note, decision } = roster;
  return mappingOf({
    title,
    body,
    names: names && plain(names),
    'as-of': time(asOf),
    note,
    rule: ruleValue(roster.rule),
    closes: time(roster.rule.closes),
    groups: section(Object.entries(roster.groups)),
    members,
    rounds: list(roster.rounds.map(roundValue)),
    demands: section(roster.demands.map((demand) => [demand.id, demandEntry(demand)])),
    claims: claimsValue(roster),
    candidates: section(roster.candidates.map((candidate) => [candidate.name, candidateValue(candidate)])),
    milestones: list(roster.milestones.map(milestoneValue)),
    decision: decision && decisionValue(decision),
    expect: list(roster.expect.map(expectationValue)),
    sources: section(Object.entries(roster.sources).map(([key, source]) => [key, sourceValue(source)])),
  });
}

const section = (entries: readonly (readonly [string, Written])[]): WrittenMapping | undefined =>
  entries.length === 0 ? undefined : new Map(entries);

/** A member in its shortest form: nothing, a stance, one position, or a list of `positions`. */
function memberValue(
  { code, name, terms, weights, positions, note }: Member,
  nameOf: (code: string) => string,
): Written {
  const about = {
    name: name === nameOf(code) ? undefined : name,
    ...termEntries(terms),
    weights: section(Object.entries(weights).map(([weight, values]) => [weight, weightValue(values)])),
  };
  const [only, ...more] = positions;
  if (only === undefined) return mappingOf(about, { note });
  // A position written in its member shares the member's `note`.
  if (more.length > 0 || only.note !== note) return mappingOf(about, { positions: positions.map(positionValue), note });
  const inline = mappingOf(about, positionEntries(only));
  return inline.size === 1 ? plain(only.stance) : inline;
}

/** A weight, or its values by the times from which they hold. */
function weightValue(values: readonly DatedWeight[]): Written {
  const dated = values.flatMap(({ from, value }) => (from === undefined ? [] : [[from.text, plain(value)] as const]));
  const [first] = values;
  return dated.length > 0 || first === undefined ? new Map(dated) : plain(first.value);
}

/** The entries for the time in the roster: those of a single term stand in the member itself. */
function termEntries(terms: readonly Term[]) {
  const entries = terms.map(({ joined, left }) => ({ joined: time(joined), left: time(left) }));
  return terms.length > 1 ? { terms: list(entries.map((entry) => mappingOf(entry))) } : entries[0];
}

const roundValue = ({ date, name }: Round): WrittenMapping => mappingOf({ date: time(date), name });

/** A demand with its history, or its text alone. */
function demandEntry({ text, history, note }: Demand): Written {
  const written = mappingOf({ text, history: list(history.map(demandEventValue)), note });
  return text !== undefined && written.size === 1 ? text : written;
}

function demandEventValue({ date, circa, status, by, sources, quote, note }: DemandEvent): WrittenMapping {
  const what = { date: time(date), circa: ifTrue(circa), status: plain(status), by, quote };
  return mappingOf({ ...what, ...sourced(sources), note });
}

function candidateValue({ member, proposed, history, note }: Candidate): WrittenMapping {
  return mappingOf({ member, proposed: ifTrue(proposed), history: list(history.map(eventValue)), note });
}

function eventValue({ date, circa, status, sources, note }: CandidateEvent): WrittenMapping {
  return mappingOf({ date: time(date), circa: ifTrue(circa), status: plain(status), ...sourced(sources), note });
}

function milestoneValue({ date, circa, name, deadline, sources, note }: Milestone): WrittenMapping {
  const when = { date: time(date), circa: ifTrue(circa) };
  return mappingOf({ ...when, name, deadline: ifTrue(deadline), ...sourced(sources), note });
}

function decisionValue({ date, outcome, by, sources, note }: Decision): WrittenMapping {
  return mappingOf({ date: time(date), outcome: plain(outcome), by, ...sourced(sources), note });
}

function expectationValue({ asOf, outcome, holdouts, support, members }: Expectation): WrittenMapping {
  const number = (count: number | undefined): Written | undefined =>
    count === undefined ? undefined : plain(`${count}`);
  return mappingOf({
    'as-of': time(asOf),
    outcome: outcome && plain(outcome),
    holdouts,
    support: number(support),
    members: number(members),
  });
}

const sourceValue = ({ title, publisher, date, url, note }: Source): WrittenMapping =>
  mappingOf({ title, publisher, date: date === undefined ? undefined : plain(date), url, note });
