import { breakAt, type Edit, lineEnd, marginOf } from './lines.ts';
import { datesOf, placeFor, type Way } from './member-outline.ts';
import type { OutlineMapping } from './outline.ts';
import type { Task } from './record.ts';
import { type FlowLayout, flowPosition, keyInFlow } from './written-position.ts';

interface Extent {
  readonly start: number;
  readonly end: number;
}

const oneLine = (json: boolean): FlowLayout => ({ json, padding: ' ' });

/** `positions: [...]` with nothing but the new position. */
const newHistory = ({ position, json }: Task): string =>
  `${keyInFlow('positions', json)}: [${flowPosition(position, oneLine(json))}]`;

/** The first position of a member of which nothing is said. */
export function firstInFlow(task: Task, { pair }: Way<'nothing'>): Edit[] {
  const { value, end, colon } = pair;
  if (value.kind === 'mapping') return appendInFlow(task.text, value, [], newHistory(task));
  const put = `{ ${newHistory(task)} }`;
  return value.kind === 'text'
    ? [{ start: value.start, end: value.end, put }]
    : [{ start: end, end, put: `${colon ? '' : ':'} ${put}` }];
}

/** A history for a member of which only its name and such are known. */
export function withHistoryInFlow(task: Task, { mapping, undeclared }: Way<'about'>): Edit[] {
  if (undeclared === undefined) return appendInFlow(task.text, mapping, mapping.pairs, newHistory(task));
  return [{ start: undeclared.start, end: undeclared.end, put: newHistory(task) }];
}

/** The first position of a history that is there and empty. */
export function fillInFlow({ text, position, json }: Task, { history }: Way<'no-history'>): Edit[] {
  const { value, end } = history;
  const item = flowPosition(position, oneLine(json));
  return value.kind === 'list' ? appendInFlow(text, value, [], item) : [{ start: end, end, put: ` [${item}]` }];
}

/** One more position of a history in brackets, laid out like its neighbour there. */
export function itemInFlow({ text, position, json }: Task, { pair, list }: Way<'history'>): Edit[] {
  const days = datesOf(pair).map(({ day }) => day);
  const place = placeFor(position.date.day, days);
  const neighbour = list.items[Math.max(0, place - 1)]?.value;
  const layout = neighbour?.kind === 'mapping' ? layoutOf(text, neighbour, json) : oneLine(json);
  const put = flowPosition(position, layout);
  const next = list.items[place];
  if (next === undefined) return appendInFlow(text, list, list.items, put);
  const margin = marginOf(text, next.start);
  const between = margin === undefined ? ' ' : breakAt(text, lineEnd(text, list.start)) + margin;
  return [{ start: next.start, end: next.start, put: `${put},${between}` }];
}

/** How a mapping in braces is laid out. */
export function layoutOf(text: string, { start, end, pairs }: OutlineMapping, json: boolean): FlowLayout {
  const padding = /\s/.test(text.charAt(start + 1)) ? ' ' : '';
  const margin = pairs[0] && marginOf(text, pairs[0].start);
  if (margin === undefined) return { json, padding };
  const newline = breakAt(text, lineEnd(text, start));
  const last = marginOf(text, end - 1);
  return { json, padding, lines: { before: newline + margin, last: last === undefined ? padding : newline + last } };
}

/** One more part at the end of what stands in brackets or braces, on a line of its own where the last one has that. */
export function appendInFlow(text: string, whole: Extent, parts: readonly Extent[], put: string): Edit[] {
  const last = parts.at(-1);
  if (last === undefined) {
    const at = whole.start + 1;
    const inside = text.slice(at, whole.end - 1);
    const padding = inside !== '' || text.charAt(whole.start) === '{' ? ' ' : '';
    return [{ start: at, end: at, put: `${padding}${put}${/^\s/.test(inside) ? '' : padding}` }];
  }
  const margin = marginOf(text, last.start);
  if (margin === undefined) return [{ start: last.end, end: last.end, put: `, ${put}` }];
  const line = breakAt(text, lineEnd(text, last.end)) + margin + put;
  const end = lineEnd(text, last.end);
  const [rest, comma = ''] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(text.slice(last.end, end)) ?? [];
  if (rest === undefined) return [{ start: last.end, end: last.end, put: `,${line}` }];
  return [
    { start: last.end, end: last.end, put: comma === '' ? ',' : '' },
    { start: end, end, put: line + comma },
  ];
}
