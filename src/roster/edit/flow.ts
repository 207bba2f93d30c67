import type { OutlineMapping, OutlinePair } from '../outline/syntax.ts';
import { type FlowLayout, flowEntry, keyInFlow, oneLine } from './entry-text.ts';
import type { InsertionTask } from './insertion.ts';
import { datesIn, isOfPosition, type MemberOutlineOf, placeFor } from './member-syntax.ts';
import { breakAt, type Edit, indentRest, lineEnd, marginOf, withoutTabs, withoutTabsAfter } from './text-edits.ts';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** `positions: [...]` with only the new position. */
const newHistory = ({ entry, json }: InsertionTask): string =>
  `${keyInFlow('positions', json)}: [${flowEntry(entry, oneLine(json))}]`;

/** Brackets or braces in place of a text. */
export const inPlaceOfText = (text: string, { start, end }: Extent, put: string): Edit[] => [
  ...withoutTabs(text, start),
  { start, end, put },
  ...withoutTabsAfter(text, end),
];

/** `positions` for a member without a value, or with an empty one or `undeclared`. */
export function firstInFlow(task: InsertionTask, { pair }: MemberOutlineOf<'nothing'>): Edit[] {
  const { value, end, colon } = pair;
  if (value.kind === 'mapping') return appendInFlow(task.text, value, [], newHistory(task));
  const put = `{ ${newHistory(task)} }`;
  return value.kind === 'text'
    ? inPlaceOfText(task.text, value, put)
    : [{ start: end, end, put: `${colon ? '' : ':'} ${put}` }, ...withoutTabsAfter(task.text, end)];
}

/** `positions` for a member that has other keys but no position; they replace `stance: undeclared`. */
export function withHistoryInFlow(task: InsertionTask, { mapping, undeclared }: MemberOutlineOf<'about'>): Edit[] {
  if (undeclared === undefined) return appendInFlow(task.text, mapping, mapping.pairs, newHistory(task));
  const { name, value, end, colon } = undeclared;
  const list = `[${flowEntry(task.entry, oneLine(task.json))}]`;
  return [
    { ...name, put: keyInFlow('positions', task.json) },
    ...(value.kind === 'nothing'
      ? [{ start: end, end, put: `${colon ? '' : ':'} ${list}` }, ...withoutTabsAfter(task.text, end)]
      : inPlaceOfText(task.text, value, list)),
  ];
}

/** The first item of an empty list. */
export function fillInFlow(
  { text, entry, json }: Pick<InsertionTask, 'text' | 'entry' | 'json'>,
  { history }: Pick<MemberOutlineOf<'no-history'>, 'history'>,
): Edit[] {
  const { value, end } = history;
  const item = flowEntry(entry, oneLine(json));
  return value.kind === 'list' ? appendInFlow(text, value, [], item) : [{ start: end, end, put: ` [${item}]` }];
}

/** Another item of a list in brackets, where it keeps their order, in the layout of its neighbour. */
export function itemInFlow(
  { text, entry, json }: Pick<InsertionTask, 'text' | 'entry' | 'json'>,
  { list }: Pick<MemberOutlineOf<'history'>, 'list'>,
): Edit[] {
  const moments = datesIn(list).map(({ moment }) => moment);
  const place = placeFor(entry.moment, moments);
  const neighbour = list.items[Math.max(0, place - 1)]?.value;
  const layout = neighbour?.kind === 'mapping' ? layoutOf(text, neighbour, json) : oneLine(json);
  const put = flowEntry(entry, layout);
  const next = list.items[place];
  if (next === undefined) return appendInFlow(text, list, list.items, put);
  const margin = marginOf(text, next.start);
  const between = margin === undefined ? ' ' : breakAt(text, lineEnd(text, list.start)) + margin;
  return [{ start: next.start, end: next.start, put: `${put},${between}` }];
}

/** The layout of a mapping in braces. */
export function layoutOf(text: string, { start, end, pairs }: OutlineMapping, json: boolean): FlowLayout {
  const padding = /\s/.test(text.charAt(start + 1)) ? ' ' : '';
  const margin = pairs[0] && marginOf(text, pairs[0].start);
  if (margin === undefined) return { json, padding };
  const newline = breakAt(text, lineEnd(text, start));
  const last = marginOf(text, end - 1);
  return { json, padding, lines: { before: newline + margin, last: last === undefined ? padding : newline + last } };
}

/** Another part at the end of brackets or braces, on a line of its own if the last part begins one. */
export function appendInFlow(text: string, whole: Extent, parts: readonly Extent[], put: string): Edit[] {
  const last = parts.at(-1);
  if (last === undefined) {
    const at = whole.start + 1;
    const inside = text.slice(at, whole.end - 1);
    const padding = inside !== '' || text.charAt(whole.start) === '{' ? ' ' : '';
    return [
      ...withoutTabs(text, whole.start),
      { start: at, end: at, put: `${padding}${put}${/^\s/.test(inside) ? '' : padding}` },
    ];
  }
  const margin = marginOf(text, last.start);
  const tabs = withoutTabsAfter(text, last.end);
  if (margin === undefined) return [{ start: last.end, end: last.end, put: `, ${put}` }, ...tabs];
  const line = breakAt(text, lineEnd(text, last.end)) + margin + put;
  const end = lineEnd(text, last.end);
  const [rest, comma = ''] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(text.slice(last.end, end)) ?? [];
  if (rest === undefined) return [{ start: last.end, end: last.end, put: `,${line}` }, ...tabs];
  return [
    { start: last.end, end: last.end, put: comma === '' ? ',' : '' },
    { start: end, end, put: line + comma },
  ];
}

/** An entry of a mapping in braces, with the comments around it. */
export interface FlowEntry {
  readonly pair: OutlinePair;
  /** Comments before its key, and between the key and the value. */
  readonly within: readonly Comment[];
  /** Comments after it. */
  readonly comments: readonly Comment[];
}

interface Comment {
  readonly text: string;
  /** Whether it has a line of its own. */
  readonly ownLine: boolean;
}

/** The entries of a mapping in braces. Comments before the first entry belong to it. */
export function flowEntries(text: string, { pairs, start, end }: OutlineMapping): FlowEntry[] {
  return pairs.map((pair, index) => {
    const before = index === 0 ? text.slice(start + 1, pair.start) : '';
    const after = text.slice(pair.end, pairs[index + 1]?.start ?? end - 1);
    const within = [text.slice(pair.start, pair.name.start), text.slice(pair.name.end, pair.value.start)];
    return { pair, within: within.flatMap(commentsIn), comments: [...commentsIn(before), ...commentsIn(after)] };
  });
}

/** The comments in the gap between two entries, which has no other text. */
const commentsIn = (gap: string): Comment[] =>
  [...gap.matchAll(/#.*/g)].map(({ 0: text, index }) => ({ text, ownLine: /[\r\n]\s*$/.test(gap.slice(0, index)) }));

/** The text of comments after an entry. `lineBefore` is the line break and margin for those with their own line. */
export const trailingComments = (comments: readonly Comment[], lineBefore: string): string =>
  comments.map(({ text, ownLine }) => (ownLine ? lineBefore : ' ') + text).join('');

/** `positions` in place of a stance, which becomes their first item. */
export function wrapStanceInFlow({ text, entry, json }: InsertionTask, { pair }: MemberOutlineOf<'stance'>): Edit[] {
  const { start, end } = pair.value;
  const first = `{ ${keyInFlow('stance', json)}: ${text.slice(start, end)} }`;
  const second = flowEntry(entry, oneLine(json));
  const put = `{ ${keyInFlow('positions', json)}: [${first}, ${second}] }`;
  return inPlaceOfText(text, { start, end }, put);
}

/** `positions` in place of a member's own position, which becomes the first item; other keys go before it. */
export function wrapPositionInFlow(
  { text, entry, json }: InsertionTask,
  { mapping }: MemberOutlineOf<'position'>,
): Edit[] {
  const { start, end } = mapping;
  const whole = text.slice(start, end);
  const entries = flowEntries(text, mapping);
  const about = entries.filter(({ pair }) => !isOfPosition(pair));
  const inside = entries.filter(({ pair }) => isOfPosition(pair));
  const written = ({ pair }: FlowEntry): string => text.slice(pair.start, pair.end);
  const key = keyInFlow('positions', json);
  const layout = layoutOf(text, mapping, json);
  if (!/[\r\n]/.test(whole)) {
    const braces = (parts: readonly string[]): string => `{${layout.padding}${parts.join(', ')}${layout.padding}}`;
    const first = braces(inside.map(written));
    const history = `${key}: [${first}, ${flowEntry(entry, layout)}]`;
    return [{ start, end, put: braces([...about.map(written), history]) }];
  }
  const base = breakAt(text, lineEnd(text, start)) + leastIndent(whole);
  const outer = layout.lines?.before ?? `${base}  `;
  const step = outer.slice(base.length) || '  ';
  const [item, inner] = [outer + step, outer + step + step];
  const first = inside.map((entry, index) => {
    const comma = index === inside.length - 1 ? '' : ',';
    return inner + indentRest(written(entry), step + step) + comma + trailingComments(entry.comments, inner);
  });
  const second = flowEntry(entry, { ...layout, lines: { before: inner, last: item } });
  const put = [
    '{',
    ...about.map((entry) => `${outer}${written(entry)},${trailingComments(entry.comments, outer)}`),
    `${outer}${key}: [${item}{${first.join('')}${item}},${item}${second}`,
    `${outer}]${base}}`,
  ];
  return [{ start, end, put: put.join('') }];
}

/** The smallest indentation of a text's lines, apart from the first line, empty ones and comments. */
function leastIndent(text: string): string {
  const indents = [...text.matchAll(/[\r\n]([ \t]*)(?![ \t\r\n#])/g)].map(([, indent = '']) => indent);
  const [least = ''] = indents.sort((a, b) => a.length - b.length);
  return least;
}
