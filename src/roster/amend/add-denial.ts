/*
 * Adds something to an entry that is in the text of a roster already. `roster/edit/` adds entries of their own and has
 * the tools; here, too, every other byte is kept, and the caller reads the new text and compares it with the old one.
 */

import type { Denial } from '../../model/roster.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { type Entry, fieldsIn, flowEntry, keyInFlow, list, text as textValue, word } from '../edit/entry-text.ts';
import { appendInFlow, layoutOf } from '../edit/flow.ts';
import { datesOf, memberOutline } from '../edit/member-syntax.ts';
import { membersOutline } from '../edit/members-outline.ts';
import { afterComments, applyEdits, columnAt, type Edit, linesBelow } from '../edit/text-edits.ts';
import type { OutlineMapping, OutlinePair } from '../outline/syntax.ts';
import { entryLines, mappingOf, plain } from '../yaml/emit.ts';
import type { Values } from '../yaml/values.ts';

/** The denial of one of a member's reports. */
export interface ReportDenial {
  readonly code: string;
  /** The date of the report. */
  readonly report: Time;
  readonly denial: Denial;
}

/**
 * The text of a roster in which a report of a member is denied.
 *
 * @param values of the text, from the fast reader
 * @returns undefined if the text has no such member or no position of that date
 */
export function addDenial(text: string, values: Values, { code, report, denial }: ReportDenial): string | undefined {
  const members = 'value' in values ? membersOutline(text, values.value) : undefined;
  if (members === undefined) return undefined;
  const { flow, codes, at } = members;
  const pair = at(codes.indexOf(code));
  const position = pair && positionOf(pair, report);
  return position && applyEdits(text, denialEdits(text, position, denial, flow && pair.quoted));
}

/** The mapping that has a member's position of a date; undefined if there is none. */
function positionOf(pair: OutlinePair, date: Time): OutlineMapping | undefined {
  const member = memberOutline(pair);
  const place = datesOf(pair).findIndex(({ moment }) => moment === momentOf(date));
  if (member === undefined || place < 0) return undefined;
  if (member.kind === 'position') return member.mapping;
  const item = member.kind === 'history' ? member.list.items[place]?.value : undefined;
  return item?.kind === 'mapping' ? item : undefined;
}

function denialEdits(text: string, position: OutlineMapping, denial: Denial, json: boolean): Edit[] {
  if (position.flow) {
    const value = flowEntry(denialEntry(denial), { json, padding: layoutOf(text, position, json).padding });
    return appendInFlow(text, position, position.pairs, `${keyInFlow('denied', json)}: ${value}`);
  }
  const column = columnAt(text, position.start);
  const { date, by, sources } = denial;
  const [source, ...more] = sources;
  const value = mappingOf({ date: plain(date.text), by, ...(more.length === 0 ? { source } : { sources }) });
  const lines = entryLines('denied', value).map((line) => ' '.repeat(column) + line);
  return [linesBelow(text, afterComments(text, position.end, column - 1), lines)];
}

function denialEntry({ date, by, sources }: Denial): Entry {
  const [source, ...more] = sources;
  return {
    moment: momentOf(date),
    fields: fieldsIn([
      ['date', word(date.text)],
      ['by', textValue(by)],
      ['source', more.length === 0 ? textValue(source) : undefined],
      ['sources', more.length === 0 ? undefined : list(sources)],
    ]),
  };
}
