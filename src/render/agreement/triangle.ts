import type { Agreed, AgreementView } from '../../model/decisions/agreement.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { membersByName } from '../words/order.ts';
import { namingOf } from './words.ts';

/** A member as it stands in a triangle. */
export interface Corner {
  readonly code: string;
  readonly name: Shown;
}

/** The members that settled at least once, by name. */
export function cornersOf(view: Pick<AgreementView, 'members'>): readonly Corner[] {
  const naming = namingOf(view);
  return membersByName(view.members.filter(({ settled }) => settled > 0)).map(({ code }) => ({
    code,
    name: naming.name(code),
  }));
}

/** How often two members agreed, whichever is named first; undefined for two that were never members together. */
export function agreedBy({ pairs }: Pick<AgreementView, 'pairs'>): (a: string, b: string) => Agreed | undefined {
  const byCodes = new Map(pairs.map((pair) => [pair.members.join(' '), pair]));
  return (a, b) => byCodes.get(a < b ? `${a} ${b}` : `${b} ${a}`);
}

/** `5/6`, or a dot where nothing could be compared. */
export const cellText = (agreed: Agreed | undefined, ascii = false): Shown =>
  agreed === undefined || agreed.of === 0 ? visible(ascii ? '.' : '·') : shown`${agreed.agreed}/${agreed.of}`;

/** What `2/3` means, and the dot where there are gaps. */
export function keyLines(gaps: boolean, { width, theme, ascii }: Layout): readonly Painted[] {
  const never = gaps ? `; ${cellText(undefined, ascii)} never both` : '';
  const key = shown`2/3: the same position in 2 of the 3 decisions in which both were settled${never}`;
  return wrap(key, width).map((line) => theme.faint(line));
}

/**
 * Each two members once, as `agreed/of`, with columns by code, or by number where codes are too long, and a key below;
 * undefined where that does not fit into the width.
 */
export function triangleBlocks(view: AgreementView, layout: Layout): readonly (readonly Painted[])[] | undefined {
  const corners = cornersOf(view);
  // A name and a cell for each take more than three cells.
  if (corners.length < 2 || corners.length * 3 > layout.width) return undefined;
  const agreed = agreedBy(view);
  const cells = corners.map((row, index) =>
    corners.slice(0, index).map((column) => cellText(agreed(row.code, column.code), layout.ascii)),
  );
  const codes = corners.map(({ code }) => visible(code));
  const numbers = corners.map((_, index) => visible(`${index + 1}`));
  const named = corners.some(({ code, name }) => code.toLowerCase() !== name.toLowerCase());
  const lines = drawn(corners, codes, named, cells, layout) ?? drawn(corners, numbers, true, cells, layout);
  const gaps = cells.flat().includes(cellText(undefined, layout.ascii));
  return lines && [lines, keyLines(gaps, layout)];
}

function drawn(
  corners: readonly Corner[],
  keys: readonly Shown[],
  keyed: boolean,
  cells: readonly (readonly Shown[])[],
  { width, theme }: Layout,
): readonly Painted[] | undefined {
  const heads = keys.slice(0, -1);
  const column = Math.max(widest(heads), widest(cells.flat()));
  const key = widest(keys);
  const labels = corners.map(({ name }, index) =>
    keyed ? shown`${padEnd(keys[index] ?? shown``, key)}  ${name}` : name,
  );
  const label = widest(labels);
  if (label + heads.length * (column + 2) > width) return undefined;
  const aligned = (text: Shown): Shown => shown`${spaces(column + 2 - displayWidth(text))}${text}`;
  return [
    theme.faint(shown`${spaces(label)}${heads.map(aligned).join('')}`),
    ...cells.map(
      (row, index) => painted`${padEnd(labels[index] ?? shown``, label)}${shown`${row.map(aligned).join('')}`}`,
    ),
  ];
}
