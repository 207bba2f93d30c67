import type { Standing } from '../../model/snapshot.ts';
import { type Stance, traitsOf } from '../../model/stance.ts';
import type { TimelineView } from '../../model/view.ts';
import { firstByName } from '../../text/compare.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { type Layout, type Paint, type Painted, painted, type Theme } from '../layout/theme.ts';
import { mostWithin, namesWithin } from '../words/names.ts';
import { signs } from '../words/signs.ts';
import type { Glyphs } from './chart/glyphs.ts';
import { legendLines } from './chart/labels.ts';
import { paintedCells } from './chart/plot.ts';
import { daysOf, gridColumns, lastChanges, memberTracks, stanceOn } from './grid.ts';

/** More rows than this are counted, and not drawn. */
const mostRows = 40;

/**
 * The stance of every member over time: a row for each that moved, joined or left, and a line for all others.
 *
 * @returns nothing where nobody moved
 */
export function gridLines({ timeline, end }: TimelineView, layout: Layout, glyphs: Glyphs): Painted[] {
  const { width, theme } = layout;
  const moved = lastChanges(timeline);
  const latest = memberTracks(timeline, mostRows + mostWithin(width), moved);
  const tracks = latest.slice(0, mostRows);
  if (tracks.length === 0) return [];
  const nameOf = (name: string): Shown => glyphs.plain(visible(name));
  const days = daysOf(timeline, tracks);
  // Names are cut only where less than half of the line would be left for the columns.
  const longest = Math.max(...tracks.map(({ name }) => displayWidth(nameOf(name))));
  const cells = Math.max(1, Math.min(longest, width - 2 - Math.min(days.length, Math.floor(width / 2))));
  const columns = gridColumns(days, timeline, width - cells - 2);
  const rows = tracks.map((track) => ({ track, shown: columns.days.map((day) => stanceOn(track, day)) }));
  const seen = new Set(rows.flatMap((row) => row.shown));
  const heads = columns.labels.reduce((line, { cell, text }) => shown`${padEnd(line, cell)}${text}`, shown``);
  const everybodyMoved = moved.size === timeline.names.size;
  const stayed = everybodyMoved ? [] : (end?.snapshot.members ?? []).filter(({ code }) => !moved.has(code));
  return [
    ...legend(seen, glyphs, width).map((line) => theme.faint(line)),
    painted`${spaces(cells + 2)}${theme.faint(heads)}`,
    ...rows.map(({ track, shown: row }) => {
      const name = padEnd(truncate(nameOf(track.name), cells, visible(glyphs.ellipsis)), cells);
      const signed = row.flatMap((stance) => {
        const cell = [signOf(stance, glyphs), paintOf(stance, theme)] as const;
        return Array.from({ length: columns.step }, () => cell);
      });
      return painted`${name}  ${paintedCells(signed)}`;
    }),
    ...namesLine(
      shown`${grouped(`${moved.size - tracks.length}`)} more moved earlier`,
      latest.slice(mostRows),
      glyphs,
      width,
      moved.size - tracks.length,
    ),
    ...stayedLines(stayed, glyphs, width),
  ];
}

/** The sign of a stance; a blank for a member of whom nothing is known, so that what is known stands out. */
function signOf(stance: Stance | undefined, { set, outside }: Glyphs): string {
  if (stance === undefined) return outside;
  return stance === 'undeclared' ? ' ' : signs[stance][set];
}

/** The colour of the outcome that a stance works towards; the sign tells the same without. */
function paintOf(stance: Stance | undefined, { outcome, faint }: Theme): Paint {
  if (stance === undefined) return faint;
  if (stance === 'oppose') return outcome.blocked;
  if (traitsOf[stance].consent === 'given') return outcome.reached;
  return traitsOf[stance].standing === 'pending' ? outcome.open : faint;
}

function legend(seen: ReadonlySet<Stance | undefined>, glyphs: Glyphs, width: number): Shown[] {
  const items = (Object.keys(signs) as Stance[])
    .filter((stance) => seen.has(stance))
    .map((stance) => shown`${stance === 'undeclared' ? 'blank' : signs[stance][glyphs.set]} ${signs[stance].words}`);
  const outside = seen.has(undefined) ? [shown`${glyphs.outside} not a member`] : [];
  return legendLines([...items, ...outside], width).flatMap((line) => wrap(line, width));
}

/** A line for those that stayed where they were; one for each stance if these differ. */
function stayedLines(stayed: readonly Standing[], glyphs: Glyphs, width: number): Shown[] {
  return (Object.keys(signs) as Stance[]).flatMap((stance) => {
    const alike = stayed.filter((member) => member.stance === stance);
    const label = shown`Never moved (${grouped(`${alike.length}`)} ${stance})`;
    const first = firstByName(alike, ({ name }) => name, mostWithin(width));
    return namesLine(label, first, glyphs, width, alike.length);
  });
}

/** A line of names behind a label, as many as fit; nothing where there are none. */
function namesLine(
  label: Shown,
  members: readonly { readonly name: string }[],
  glyphs: Glyphs,
  width: number,
  all = members.length,
): Shown[] {
  if (all === 0) return [];
  const head = shown`${label}: `;
  const names = members.slice(0, mostWithin(width)).map(({ name }) => glyphs.plain(visible(name)));
  return [truncate(shown`${head}${namesWithin(names, width - displayWidth(head), all)}`, width)];
}
