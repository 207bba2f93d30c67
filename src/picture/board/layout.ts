import type { Standing } from '../../model/snapshot.ts';
import { signs } from '../../render/words/signs.ts';
import { sortedByName } from '../../text/compare.ts';
import { visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { spectrum } from '../palette.ts';
import { widthOf } from '../text-width.ts';
import { placesOf } from './tile-map.ts';

/** Of more members only those furthest from support have a tile. */
export const mostTiles = 400;

/** Up to so many members have their names on their tiles. */
const mostNamed = 45;

/** A member's tile. */
export interface Tile {
  readonly standing: Standing;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The heading above the tiles of a stance. */
export interface Heading {
  readonly text: string;
  readonly y: number;
}

/** What the tiles show: a place on a map, a name, or a code. */
export type TileKind = 'map' | 'named' | 'coded';

/** Members as tiles. */
export interface BoardLayout {
  readonly kind: TileKind;
  readonly tiles: readonly Tile[];
  /** None on a map. */
  readonly headings: readonly Heading[];
  readonly width: number;
  readonly height: number;
}

/** Members on a map of tiles where that is wanted and all have their place in one, and else by their stance. */
export function layBoard(members: readonly Standing[], width: number, asMap: boolean): BoardLayout {
  return (asMap ? mapOf(members, width) : undefined) ?? byStance(members, width);
}

/** The gap between tiles of a map. */
const mapGap = 3;

function mapOf(members: readonly Standing[], width: number): BoardLayout | undefined {
  const places = placesOf(members.map(({ code }) => code));
  if (places === undefined) return undefined;
  const columns = 1 + Math.max(...[...places.values()].map(([column]) => column));
  const rows = 1 + Math.max(...[...places.values()].map(([, row]) => row));
  const size = Math.min(62, Math.floor((width + mapGap) / columns) - mapGap);
  const at = (index: number): number => index * (size + mapGap);
  return {
    kind: 'map',
    headings: [],
    tiles: members.map((standing) => {
      const [column, row] = places.get(standing.code) ?? [0, 0];
      return { standing, x: at(column), y: at(row), width: size, height: size };
    }),
    width: at(columns) - mapGap,
    height: at(rows) - mapGap,
  };
}

/** The gap between tiles by stance. */
const gap = 4;

function byStance(members: readonly Standing[], width: number): BoardLayout {
  const shown = members.length > mostTiles ? worstFirst(members).slice(0, mostTiles) : members;
  const isNamed = members.length <= mostNamed;
  const size = isNamed ? namedSize(shown, width) : codedSize(shown);
  const columns = columnsOf(width, size.width);
  const tiles: Tile[] = [];
  const headings: Heading[] = [];
  let y = 0;
  for (const stance of spectrum) {
    const all = members.filter((standing) => standing.stance === stance).length;
    if (all === 0) continue;
    const alike = shown.filter((standing) => standing.stance === stance);
    const group = isNamed ? sortedByName(alike, ({ name }) => name) : alike;
    headings.push({ text: headingText(`${all}`, signs[stance].words, all - group.length, group.length), y: y + 12 });
    y += 20;
    for (const [index, standing] of group.entries())
      tiles.push({
        standing,
        x: (index % columns) * (size.width + gap),
        y: y + Math.floor(index / columns) * (size.height + gap),
        ...size,
      });
    y += Math.ceil(group.length / columns) * (size.height + gap) + 10;
  }
  return { kind: isNamed ? 'named' : 'coded', tiles, headings, width, height: Math.max(0, y - 10) };
}

function headingText(all: string, words: string, hidden: number, drawn: number): string {
  const rest = hidden === 0 ? '' : drawn === 0 ? ', not shown' : `, ${grouped(`${drawn}`)} of them shown`;
  return `${grouped(all)} ${words}${rest}`;
}

const worstFirst = (members: readonly Standing[]): Standing[] =>
  [...members].sort((a, b) => spectrum.indexOf(b.stance) - spectrum.indexOf(a.stance));

type Size = Pick<Tile, 'width' | 'height'>;

const columnsOf = (width: number, tile: number): number => Math.max(1, Math.floor((width + gap) / (tile + gap)));

/** A tile with a name is no wider, unless it fills its row. */
const widestName = 360;

/** Tiles as wide as the longest name, up to a limit, and then as wide as makes their rows full. */
function namedSize(members: readonly Standing[], width: number): Size {
  const longest = members.reduce((most, { name }) => Math.max(most, widthOf(visible(name), 13, true)), 40);
  const least = Math.min(width, widestName, longest + 40);
  const columns = columnsOf(width, least);
  return { width: Math.min(Math.max(220, least), Math.floor((width - gap * (columns - 1)) / columns)), height: 32 };
}

function codedSize(members: readonly Standing[]): Size {
  const longest = members.reduce((most, { code }) => Math.max(most, widthOf(visible(code), 11, true)), 18);
  return { width: Math.min(80, Math.round(longest + 14)), height: 30 };
}
