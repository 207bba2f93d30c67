import { layoutOf } from './flow-edits.ts';
import { breakAt, type Edit, indentRest, lineEnd } from './lines.ts';
import { isOfPosition, type Way } from './member-outline.ts';
import type { OutlineMapping, OutlinePair } from './outline.ts';
import type { Task } from './record.ts';
import { flowPosition, keyInFlow } from './written-position.ts';

/** An entry of a mapping in braces, with the comments that follow it. */
export interface Entry {
  readonly pair: OutlinePair;
  readonly comments: readonly Comment[];
}

interface Comment {
  readonly text: string;
  /** It has a line of its own. */
  readonly ownLine: boolean;
}

/** The entries of a mapping in braces. Comments before the first of them are the first's. */
export function entriesOf(text: string, { pairs, start, end }: OutlineMapping): Entry[] {
  return pairs.map((pair, index) => {
    const before = index === 0 ? text.slice(start + 1, pair.start) : '';
    const after = text.slice(pair.end, pairs[index + 1]?.start ?? end - 1);
    return { pair, comments: [...commentsIn(before), ...commentsIn(after)] };
  });
}

/** What stands between two entries has no text but that of comments. */
const commentsIn = (gap: string): Comment[] =>
  [...gap.matchAll(/#.*/g)].map(({ 0: text, index }) => ({ text, ownLine: /[\r\n]\s*$/.test(gap.slice(0, index)) }));

/** Comments as they follow what is written, in lines that begin with this. */
export const follow = (comments: readonly Comment[], lineBefore: string): string =>
  comments.map(({ text, ownLine }) => (ownLine ? lineBefore : ' ') + text).join('');

/** A stance alone becomes the first position of a history. */
export function wrapStanceInFlow({ text, position, json }: Task, { pair }: Way<'stance'>): Edit[] {
  const { start, end } = pair.value;
  const first = `{ ${keyInFlow('stance', json)}: ${text.slice(start, end)} }`;
  const second = flowPosition(position, { json, padding: ' ' });
  return [{ start, end, put: `{ ${keyInFlow('positions', json)}: [${first}, ${second}] }` }];
}

/** One position beside a member's name becomes the first of a history; what is not of the position goes before it. */
export function wrapPositionInFlow({ text, position, json }: Task, { mapping }: Way<'position'>): Edit[] {
  const { start, end } = mapping;
  const whole = text.slice(start, end);
  const entries = entriesOf(text, mapping);
  const about = entries.filter(({ pair }) => !isOfPosition(pair));
  const inside = entries.filter(({ pair }) => isOfPosition(pair));
  const written = ({ pair }: Entry): string => text.slice(pair.start, pair.end);
  const key = keyInFlow('positions', json);
  const layout = layoutOf(text, mapping, json);
  if (!/[\r\n]/.test(whole)) {
    const braces = (parts: readonly string[]): string => `{${layout.padding}${parts.join(', ')}${layout.padding}}`;
    const first = braces(inside.map(written));
    const history = `${key}: [${first}, ${flowPosition(position, layout)}]`;
    return [{ start, end, put: braces([...about.map(written), history]) }];
  }
  const base = breakAt(text, lineEnd(text, start)) + leastIndent(whole);
  const outer = layout.lines?.before ?? `${base}  `;
  const step = outer.slice(base.length) || '  ';
  const [item, inner] = [outer + step, outer + step + step];
  const first = inside.map((entry, index) => {
    const comma = index === inside.length - 1 ? '' : ',';
    return inner + indentRest(written(entry), step + step) + comma + follow(entry.comments, inner);
  });
  const second = flowPosition(position, { ...layout, lines: { before: inner, last: item } });
  const put = [
    '{',
    ...about.map((entry) => `${outer}${written(entry)},${follow(entry.comments, outer)}`),
    `${outer}${key}: [${item}{${first.join('')}${item}},${item}${second}`,
    `${outer}]${base}}`,
  ];
  return [{ start, end, put: put.join('') }];
}

/** The smallest indentation of a text's lines but the first. */
function leastIndent(text: string): string {
  const indents = [...text.matchAll(/[\r\n]([ \t]*)(?![ \t\r\n])/g)].map(([, indent = '']) => indent);
  const [least = ''] = indents.sort((a, b) => a.length - b.length);
  return least;
}
