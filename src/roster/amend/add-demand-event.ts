import type { DemandEvent } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import { fillInBlock, itemInBlock } from '../edit/block.ts';
import {
  type Entry,
  fieldsIn,
  flowEntry,
  type ItemLayout,
  itemLines,
  keyInFlow,
  list,
  oneLine,
  text as textValue,
  word,
} from '../edit/entry-text.ts';
import { appendInFlow, fillInFlow, inPlaceOfText, itemInFlow } from '../edit/flow.ts';
import { type Section, sectionsOutline } from '../edit/sections-outline.ts';
import {
  afterComments,
  applyEdits,
  beforeBlanks,
  breakAt,
  columnAt,
  type Edit,
  indentRest,
  lineEnd,
  linesBelow,
  marginOf,
  withoutTabsAfter,
  withoutTag,
} from '../edit/text-edits.ts';
import { type OutlinePair, under } from '../outline/syntax.ts';
import { writtenText } from '../yaml/quote-scalar.ts';
import { readValues, type Values } from '../yaml/values.ts';

/** Something that has become of a demand. */
export interface DemandRecord {
  readonly id: string;
  /** Its words, for one that is not under `demands:` yet. */
  readonly text?: string;
  readonly event: DemandEvent;
}

/**
 * The text of a roster in which something has become of a demand. A demand that is not under `demands:` yet is added
 * there, and that section below the members.
 *
 * @param values of the text, from the fast reader
 * @returns undefined if the text has no members, or something else at the place of the demand
 */
export function addDemandEvent(text: string, values: Values, record: DemandRecord): string | undefined {
  const { id, text: words, event } = record;
  const sections = 'value' in values ? sectionsOutline(text, values.value) : undefined;
  const members = sections?.all.find(({ key }) => key === 'members');
  if (sections === undefined || members === undefined) return undefined;
  const whole = sections.braces;
  const demands = sections.all.find(({ key }) => key === 'demands')?.pair();
  const known = demands && under(demands.value, id);
  const tag = demands?.tag ?? known?.tag;
  if (tag !== undefined) {
    const untagged = applyEdits(text, [withoutTag(text, tag)]);
    return addDemandEvent(untagged, readValues(untagged), record);
  }
  const json = whole !== undefined && (demands ?? members.pair()).quoted;
  const isFlow = whole !== undefined || (demands?.value.kind === 'mapping' && demands.value.flow);
  const task: Task = { text, flow: isFlow, json, entry: entryOf(event) };
  const history: Part = {
    inFlow: `${keyInFlow('history', json)}: [${flowEntry(task.entry, oneLine(json))}]`,
    inBlock: (column) => [`${' '.repeat(column)}history:`, ...itemLines(task.entry, layoutBelow(column, task.entry))],
  };
  const whatItIs = words === undefined ? history : partAfter(json, 'text', words, history);
  const demand = partWith(writtenText(id, json ? 'json' : 'flow'), whatItIs);
  const section = partWith(keyInFlow('demands', json), demand);
  if (demands === undefined)
    return applyEdits(
      text,
      whole === undefined
        ? [linesBelow(text, afterComments(text, members.end, 0), spaced(text, members, section.inBlock(0)))]
        : appendInFlow(text, whole, whole.pairs, section.inFlow),
    );
  const edits = known === undefined ? within(task, demands, demand) : inDemand(task, known, history);
  return edits && applyEdits(text, edits);
}

interface Task {
  readonly text: string;
  /** Whether the demands are in braces. */
  readonly flow: boolean;
  readonly json: boolean;
  readonly entry: Entry;
}

/** A key with what is below it, in braces, and as lines of a block that begin in a column. */
interface Part {
  readonly inFlow: string;
  readonly inBlock: (column: number) => string[];
}

const partWith = (key: string, inner: Part): Part => ({
  inFlow: `${key}: { ${inner.inFlow} }`,
  inBlock: (column) => [`${' '.repeat(column)}${key}:`, ...inner.inBlock(column + 2)],
});

/** A key with a text, before another part. */
function partAfter(json: boolean, key: string, words: string, rest: Part): Part {
  const inFlow = `${keyInFlow(key, json)}: ${writtenText(words, json ? 'json' : 'flow')}`;
  return {
    inFlow: `${inFlow}, ${rest.inFlow}`,
    inBlock: (column) => [`${' '.repeat(column)}${inFlow}`, ...rest.inBlock(column)],
  };
}

/** The lines after an empty one if there is one before the members. */
const spaced = (text: string, members: Section, lines: readonly string[]): readonly string[] =>
  /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)$/.test(text.slice(0, members.start)) ? ['', ...lines] : lines;

function entryOf({ date, circa, status, by, sources, quote, note }: DemandEvent): Entry {
  return {
    moment: momentOf(date),
    fields: fieldsIn([
      ['date', word(date.text)],
      ['circa', word(circa ? 'true' : undefined)],
      ['status', word(status)],
      ['by', textValue(by)],
      ['source', sources.length > 1 ? undefined : textValue(sources[0])],
      ['sources', sources.length > 1 ? list(sources) : undefined],
      ['quote', textValue(quote)],
      ['note', textValue(note)],
    ]),
  };
}

const widest = 100;

/** How the first entry of a history is written below its key: in braces where they fit on a line. */
function layoutBelow(column: number, entry: Entry): ItemLayout {
  const lines: ItemLayout = { dash: column + 2, gap: 1, listIndent: 2 };
  const inBraces: ItemLayout = { ...lines, braces: oneLine(false) };
  return itemLines(entry, inBraces).join('').length <= widest ? inBraces : lines;
}

/** A part in a mapping that may be empty. @returns undefined if there is something else */
function within({ text, flow }: Task, pair: OutlinePair, part: Part): Edit[] | undefined {
  const { value, start, end, colon } = pair;
  const column = columnAt(text, start);
  switch (value.kind) {
    case 'mapping': {
      if (value.flow) return appendInFlow(text, value, value.pairs, part.inFlow);
      const own = columnAt(text, value.start);
      return [linesBelow(text, afterComments(text, value.end, own - 1), part.inBlock(own))];
    }
    case 'nothing': {
      if (flow)
        return [{ start: end, end, put: `${colon ? '' : ':'} { ${part.inFlow} }` }, ...withoutTabsAfter(text, end)];
      return [linesBelow(text, end, [...(colon ? [] : [`${' '.repeat(column)}:`]), ...part.inBlock(column + 2)])];
    }
    case 'text':
      return value.text.trim() === '' ? inPlaceOfText(text, value, `{ ${part.inFlow} }`) : undefined;
    case 'list':
      return undefined;
  }
}

function inDemand(task: Task, demand: OutlinePair, part: Part): Edit[] | undefined {
  const { text, entry, json } = task;
  const { value } = demand;
  const history = under(value, 'history');
  if (history === undefined) return withText(task, demand, part) ?? within(task, demand, part);
  const { value: events } = history;
  if (events.kind !== 'list' && events.kind !== 'nothing') return undefined;
  const inFlow = value.kind === 'mapping' && value.flow;
  if (events.kind === 'nothing' || events.items.length === 0) {
    if (inFlow) return fillInFlow({ text, entry, json }, { history });
    const column = columnAt(text, history.start);
    return fillInBlock(
      { text, entry, json, style: () => ({ column, items: layoutBelow(column, entry) }) },
      { history },
    );
  }
  return events.flow
    ? itemInFlow({ text, entry, json }, { list: events })
    : itemInBlock({ text, entry }, { history, list: events });
}

/** The text of a demand that is written as its text alone, under a key of its own. @returns undefined for any other */
function withText({ text, flow, json }: Task, demand: OutlinePair, part: Part): Edit[] | undefined {
  const { value, start } = demand;
  if (value.kind !== 'text' || value.text.trim() === '') return undefined;
  const words = text.slice(value.start, value.end);
  if (flow) return inPlaceOfText(text, value, `{ ${keyInFlow('text', json)}: ${words}, ${part.inFlow} }`);
  const column = columnAt(text, start) + 2;
  const isBelow = marginOf(text, value.start) !== undefined;
  const newline = isBelow ? '' : breakAt(text, lineEnd(text, value.start));
  return [
    {
      start: beforeBlanks(text, value.start),
      end: value.end,
      put: `${newline}${' '.repeat(column)}text: ${indentRest(words, '  ')}`,
    },
    linesBelow(text, value.end, part.inBlock(column)),
  ];
}
