/** The columns and rows of tiles, drawn for this project: Europe and both sides of the Atlantic. */
const rows = [
  '.. IS .. .. NO SE FI ..',
  'CA .. .. .. .. .. EE ..',
  'US IE GB .. DK .. LV ..',
  '.. .. BE NL DE PL LT ..',
  '.. .. FR LU CZ SK UA ..',
  'PT ES .. CH AT HU RO MD',
  '.. .. .. IT SI HR RS BG TR',
  '.. .. .. .. BA ME XK MK',
  '.. .. .. MT .. AL GR .. CY',
];

/** Column and row of a tile, from zero. */
export type Place = readonly [column: number, row: number];

const places: ReadonlyMap<string, Place> = new Map(
  rows.flatMap((row, y) => row.split(' ').flatMap((code, x) => (code === '..' ? [] : [[code, [x, y]] as const]))),
);

/** Fewer tiles make no map. */
const fewest = 8;

/** The places of members on the map, without empty columns and rows; undefined where one has none or they are too few. */
export function placesOf(codes: readonly string[]): ReadonlyMap<string, Place> | undefined {
  const found = codes.flatMap((code): (readonly [string, Place])[] => {
    const place = places.get(code);
    return place === undefined ? [] : [[code, place]];
  });
  if (codes.length < fewest || found.length < codes.length) return undefined;
  const columns = sortedSet(found.map(([, [column]]) => column));
  const lines = sortedSet(found.map(([, [, row]]) => row));
  return new Map(found.map(([code, [column, row]]) => [code, [columns.indexOf(column), lines.indexOf(row)]]));
}

const sortedSet = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
