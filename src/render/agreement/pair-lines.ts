import type { Agreed, AgreementView, GroupAgreement } from '../../model/decisions/agreement.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import type { Layout, Painted } from '../layout/theme.ts';
import { namingOf, ofText, pairText, shareText } from './words.ts';

/** Those that agreed most first, of equal shares those that were compared more often. */
const byShare = <A extends Agreed>(some: readonly A[]): A[] =>
  some.toSorted((a, b) => {
    // A share of nothing is last.
    if (a.of === 0 || b.of === 0) return b.of - a.of;
    return b.agreed * a.of - a.agreed * b.of || b.of - a.of;
  });

/** The pairs that can be compared, those that agreed most first, and how many others there are. */
export function comparedPairs({ pairs }: Pick<AgreementView, 'pairs'>) {
  const compared = byShare(pairs.filter(({ of }) => of > 0));
  return { compared, others: pairs.length - compared.length };
}

/** All pairs that can be compared, a line each, and how many cannot. */
export function pairLines(view: AgreementView, layout: Layout): readonly Painted[] {
  const naming = namingOf(view);
  const { compared, others } = comparedPairs(view);
  return [
    ...agreedLines(
      compared.map((pair) => ({ ...pair, text: pairText(pair, naming) })),
      layout,
    ),
    ...(others === 0 ? [] : wrap(incomparableText(others), layout.width).map((line) => layout.theme.faint(line))),
  ];
}

/** `24 pairs were never both settled in the same decision`. */
export const incomparableText = (count: number): Shown =>
  shown`${plural(grouped(`${count}`), 'pair')} were never both settled in the same decision`;

/** Groups, within and between: a block each. */
export function groupBlocks(groups: readonly GroupAgreement[], layout: Layout): readonly (readonly Painted[])[] {
  if (groups.length === 0) return [[shown`None of these rosters has groups`]];
  const block = (title: Shown, size: number): readonly Painted[] => {
    const chosen = groups.filter((group) => group.groups.length === size);
    const rows = byShare(chosen).map((group) => ({ ...group, text: groupText(group) }));
    return rows.length === 0 ? [] : [layout.theme.strong(title), ...agreedLines(rows, layout)];
  };
  return [block(shown`Within groups`, 1), block(shown`Between groups`, 2)];
}

/** `Baltic states and Visegrád`. */
export const groupText = ({ groups: [one, other] }: GroupAgreement): Shown =>
  other === undefined ? visible(one) : shown`${one} and ${other}`;

/** Cells for names beside a count; with less room they stand below it. */
const leastForNames = 16;

/** Share, count and what they are of, in columns. */
function agreedLines(rows: readonly (Agreed & { readonly text: Shown })[], { width }: Layout): Shown[] {
  const counts = widest(rows.map(ofText));
  const left = 6 + counts + 2;
  return rows.flatMap((row) => {
    const share = shareText(row);
    const head = shown`${spaces(4 - displayWidth(share))}${share}  ${padEnd(row.of === 0 ? shown`none` : ofText(row), counts)}`;
    if (width - left < leastForNames) return [head, ...wrap(row.text, width - 2).map((line) => shown`  ${line}`)];
    const lines = displayWidth(row.text) <= width - left ? [row.text] : wrap(row.text, width - left);
    return lines.map((line, index) => (index === 0 ? shown`${head}  ${line}` : shown`${spaces(left)}${line}`));
  });
}
