import type { Standing } from '../../model/snapshot.ts';
import { signs } from '../../render/words/signs.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { rounded } from '../geometry.ts';
import { Sign } from '../sign.tsx';
import { cut } from '../text-width.ts';
import type { BoardLayout, Tile, TileKind } from './layout.ts';

/** What a board tells of a key that was pressed on a tile. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  preventDefault(): void;
}

/** Members as tiles. With `onPick` the tiles are buttons, and one of them is a stop of the Tab key. */
export function Board(props: {
  readonly laid: BoardLayout;
  /** The picture in words. */
  readonly label: string;
  /** The code of the member whose tile is marked. */
  readonly selected?: string | undefined;
  /** The code of the member whose tile is the stop of the Tab key. */
  readonly focus?: string | undefined;
  /** Codes of members with a marked corner. */
  readonly marked?: ReadonlySet<string>;
  /** A member in words. */
  readonly describe?: (standing: Standing) => string;
  readonly onPick?: ((code: string) => void) | undefined;
  readonly onKey?: ((event: KeyPress, code: string) => void) | undefined;
}) {
  const { laid, label, selected, focus, marked, describe = standingText, onPick, onKey } = props;
  const { tiles, headings, width, height, kind } = laid;
  return (
    <svg
      class="pic board"
      width={width + 4}
      height={height + 4}
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      role={onPick ? 'group' : 'img'}
      aria-label={label}
    >
      {headings.map(({ text, y }) => (
        <text key={text} class="small faint" x={0} y={y}>
          {text}
        </text>
      ))}
      {tiles.map((tile) => {
        const { standing } = tile;
        const { code, assumed } = standing;
        const isSelected = selected === code;
        const button = onPick && {
          role: 'button' as const,
          tabindex: code === focus ? 0 : -1,
          'aria-pressed': isSelected,
          'data-code': code,
          'aria-label': describe(standing),
          onClick: () => onPick(code),
          onKeyDown: (event: KeyPress) => onKey?.(event, code),
        };
        return (
          <g key={code} class={`tile${isSelected ? ' on' : ''}${assumed ? ' what-if' : ''}`} {...button}>
            <Face tile={tile} kind={kind} isMarked={marked?.has(code) === true} />
            {!onPick && <title>{describe(standing)}</title>}
          </g>
        );
      })}
    </svg>
  );
}

/** `Hungary: opposed`, `Hungary: opposed (assumed)`. */
export const standingText = ({ name, stance, assumed }: Standing): string =>
  shown`${name}: ${signs[stance].words}${assumed ? ' (assumed)' : ''}`;

function Face({ tile, kind, isMarked }: { readonly tile: Tile; readonly kind: TileKind; readonly isMarked: boolean }) {
  const { standing, x, y, width, height } = tile;
  const { stance, assumed } = standing;
  return (
    <>
      <rect class={`s-${stance} face`} x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} rx={2} />
      {contents[kind](tile)}
      {isMarked && <path class={`i-${stance} corner`} d={`M${x + width - 10} ${y + 1} h9 v9 Z`} />}
      {assumed && <path class="tag" d={`M${x + 1} ${y + 1} h11 l-11 11 Z`} />}
    </>
  );
}

const contents = { map: MapTile, named: NamedTile, coded: CodedTile } as const satisfies Record<TileKind, unknown>;

function MapTile({ standing: { code, stance }, x, y, width, height }: Tile) {
  const middle = x + width / 2;
  const sign = width >= 48 ? 13 : 10;
  const size = Math.max(11, Math.round(width * 0.27));
  return (
    <>
      <text class={`i-${stance} code`} x={middle} y={rounded(y + height * 0.45)} text-anchor="middle" font-size={size}>
        {cut(visible(code), size, width - 4, true)}
      </text>
      <Sign stance={stance} x={middle - sign / 2} y={rounded(y + height * 0.58)} size={sign} />
    </>
  );
}

function NamedTile({ standing: { name, stance }, x, y, width, height }: Tile) {
  return (
    <>
      <Sign stance={stance} x={x + 10} y={y + height / 2 - 6} size={12} />
      <text class={`i-${stance} label`} x={x + 30} y={y + height / 2 + 4.5}>
        {cut(visible(name), 13, width - 36, true)}
      </text>
    </>
  );
}

function CodedTile({ standing: { code, stance }, x, y, width, height }: Tile) {
  return (
    <text class={`i-${stance} tilecode`} x={rounded(x + width / 2)} y={y + height / 2 + 4} text-anchor="middle">
      {cut(visible(code), 11, width - 4, true)}
    </text>
  );
}
