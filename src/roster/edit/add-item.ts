import type { Claim, Report, Round } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import type { OutlineMapping, OutlinePair } from '../outline/syntax.ts';
import { isMapping } from '../yaml/cursor.ts';
import { readValues, type Values } from '../yaml/values.ts';
import { fillInBlock, itemInBlock } from './block.ts';
import { layoutNear } from './block-style.ts';
import { claimsEntry } from './claim-text.ts';
import {
  type BlockLayout,
  type Entry,
  fieldsIn,
  flowEntry,
  type ItemLayout,
  itemLines,
  keyInFlow,
  oneLine,
  text as textValue,
  type Value,
  word,
} from './entry-text.ts';
import { appendInFlow, fillInFlow, inPlaceOfText, itemInFlow } from './flow.ts';
import { type Section, type Sections, sectionsOutline } from './sections-outline.ts';
import {
  afterComments,
  applyEdits,
  breakAt,
  type Edit,
  lineEnd,
  linesBelow,
  marginOf,
  withoutTag,
} from './text-edits.ts';

/**
 * Adds a claim, or a report about several, to a roster's text and leaves all else as it was. It is written like its neighbours under `claims:`, in
 * their order; without any, that section is begun below the members.
 *
 * @param values what the fast reader makes of the text
 * @returns undefined where the text is no roster: `diagnose` says why
 */
export function addClaim(text: string, values: Values, claim: Claim | Report): string | undefined {
  return addItem(text, values, { key: 'claims', entry: claimsEntry(claim) });
}

/** Adds the beginning of a round to a roster's text in the way of `addClaim`, under `rounds:`. */
export function addRound(text: string, values: Values, { date, name }: Round): string | undefined {
  const written: Readonly<Record<keyof Round, Value | undefined>> = { date: word(date.text), name: textValue(name) };
  const entry = { moment: momentOf(date), fields: fieldsIn(Object.entries(written)) };
  return addItem(text, values, { key: 'rounds', entry });
}

/** An item of a section that is a list in order of time. */
interface Item {
  readonly key: 'claims' | 'rounds';
  readonly entry: Entry;
}

function addItem(text: string, values: Values, item: Item): string | undefined {
  const value = 'value' in values ? values.value : undefined;
  const sections = sectionsOutline(text, value);
  const members = sections?.all.find(({ key }) => key === 'members');
  if (!isMapping(value) || sections === undefined || members === undefined) return undefined;
  const task = { ...item, text, sections, value };
  const section = sections.all.find(({ key }) => key === item.key)?.pair();
  if (section?.tag !== undefined) {
    const untagged = applyEdits(text, [withoutTag(text, section.tag)]);
    return addItem(untagged, readValues(untagged), item);
  }
  const edits = section === undefined ? newSection(task, members) : inSection(task, section);
  return edits && applyEdits(text, edits);
}

interface Task extends Item {
  readonly text: string;
  readonly sections: Sections;
  /** The document as plain values. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** @returns undefined where the section is no list */
function inSection(task: Task, history: OutlinePair): Edit[] | undefined {
  const { text, entry, sections } = task;
  const { value: list } = history;
  const json = sections.braces !== undefined && history.quoted;
  if (list.kind === 'text' && list.text.trim() === '')
    return inPlaceOfText(text, list, `[${flowEntry(entry, oneLine(json))}]`);
  if (list.kind !== 'list' && list.kind !== 'nothing') return undefined;
  if (list.kind === 'nothing' || list.items.length === 0) {
    if (sections.braces !== undefined) return fillInFlow({ text, entry, json }, { history });
    const style = () => ({ column: 0, items: layoutOfNew(task) });
    return fillInBlock({ text, entry, json, style }, { history });
  }
  return list.flow ? itemInFlow({ text, entry, json }, { list }) : itemInBlock({ text, entry }, { history, list });
}

function newSection(task: Task, members: Section): Edit[] {
  const { text, key, entry, sections } = task;
  if (sections.braces !== undefined) return newSectionInBraces(task, sections.braces, members.pair());
  const lines = [`${key}:`, ...itemLines(entry, layoutOfNew(task))];
  const end = afterComments(text, members.end, 0);
  return [linesBelow(text, end, isSpaced(text, sections.all, members) ? ['', ...lines] : lines)];
}

function newSectionInBraces({ text, key, entry }: Task, whole: OutlineMapping, members: OutlinePair): Edit[] {
  const json = members.quoted;
  const put = `${keyInFlow(key, json)}: [${flowEntry(entry, oneLine(json))}]`;
  const next = whole.pairs[whole.pairs.indexOf(members) + 1];
  if (next === undefined) return appendInFlow(text, whole, whole.pairs, put);
  const margin = marginOf(text, next.start);
  const between = margin === undefined ? ' ' : breakAt(text, lineEnd(text, whole.start)) + margin;
  return [{ start: next.start, end: next.start, put: `${put},${between}` }];
}

/** Whether there is an empty line before the members, or else after them. */
function isSpaced(text: string, all: readonly Section[], members: Section): boolean {
  const place = all.indexOf(members);
  const [before, next] = [all[place - 1], all[place + 1]];
  const gap = before === undefined ? text.slice(members.end, next?.start) : text.slice(before.end, members.start);
  return /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(gap);
}

const widest = 100;
const usual: BlockLayout = { dash: 2, gap: 1, listIndent: 2 };

/** How a first item is written: in braces where they fit on a line, indented like another list of the roster. */
function layoutOfNew({ text, entry, sections, value }: Task): ItemLayout {
  const lists = sections.all.filter(({ key }) => Array.isArray(value[key]));
  const near = lists
    .map(({ pair }) => pair())
    .map((pair) => (pair.value.kind === 'list' && !pair.value.flow ? layoutNear(text, pair, pair.value, 0) : undefined))
    .find((layout) => layout !== undefined);
  const { dash, gap, listIndent } = near ?? usual;
  const inBraces: ItemLayout = { dash, gap, listIndent, braces: oneLine(false) };
  return itemLines(entry, inBraces).join('').length <= widest ? inBraces : { dash, gap, listIndent };
}
