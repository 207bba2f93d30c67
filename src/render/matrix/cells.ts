import type { MatrixRow, MatrixView } from '../../model/decisions/voting-record.ts';
import type { Stance } from '../../model/stance.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth } from '../../text/width.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { membersByName } from '../words/order.ts';
import { signs } from '../words/signs.ts';

/** Members with a known position in some decision, or all members if asked for, by name; and the others. */
export function rowsOf(
  { members }: Pick<MatrixView, 'members'>,
  all: boolean,
): { readonly told: readonly MatrixRow[]; readonly silent: readonly MatrixRow[] } {
  const speaks = ({ stances }: MatrixRow): boolean =>
    stances.some((stance) => stance !== undefined && stance !== 'undeclared');
  const told = members.filter((row) => all || speaks(row));
  const silent = members.filter((row) => !all && !speaks(row));
  return { told: membersByName(told), silent: membersByName(silent) };
}

/** The sign of a stance, in one cell: blank where nothing is known, a dot for one who was not a member. */
export function signText(stance: Stance | undefined, ascii = false): Shown {
  if (stance === undefined) return visible(ascii ? '.' : '·');
  return visible(stance === 'undeclared' ? ' ' : signs[stance][ascii ? 'ascii' : 'unicode']);
}

/** Sign and word of a stance: `█ in support`. */
export function stanceText(stance: Stance | undefined, ascii = false): Shown {
  const sign = signText(stance, ascii);
  return stance === undefined || stance === 'undeclared' ? sign : shown`${sign} ${signs[stance].words}`;
}

/** A text in the colour of a stance. */
export const paintedStance = (stance: Stance | undefined, text: Painted, { theme }: Layout): Painted =>
  (stance === undefined ? theme.faint : theme.stance[stance])(text);

/** What the signs of some rows mean, in the order of the stances, or only those that stand without a word. */
export function legendLines(rows: readonly MatrixRow[], layout: Layout, onlyWordless = false): Painted[] {
  const { width, ascii } = layout;
  const seen = new Set(rows.flatMap(({ stances }) => stances));
  const items = ([...Object.keys(signs), undefined] as (Stance | undefined)[])
    .filter((stance) => seen.has(stance) && (!onlyWordless || stance === undefined || stance === 'undeclared'))
    .map((stance) => {
      const sign = stance === 'undeclared' ? shown`blank` : signText(stance, ascii);
      const words = visible(stance === undefined ? 'not a member then' : signs[stance].words);
      return { cells: displayWidth(sign) + 1 + displayWidth(words), sign, words, stance };
    });
  const lines: Painted[] = [];
  let used = width;
  for (const { cells, sign, words, stance } of items) {
    const item = painted`${paintedStance(stance, sign, layout)} ${words}`;
    const last = lines.at(-1);
    const fits = last !== undefined && used + 2 + cells <= width;
    if (fits) lines[lines.length - 1] = painted`${last}  ${item}`;
    else lines.push(item);
    used = fits ? used + 2 + cells : cells;
  }
  return lines;
}
