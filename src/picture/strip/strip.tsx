import { visible } from '../../text/escape-controls.ts';
import { rounded } from '../geometry.ts';
import { Sign } from '../sign.tsx';
import { widthOf } from '../text-width.ts';
import type { Counted } from './cells.ts';
import { layStrip, type PlacedCell, type PlacedRun, stripTop } from './layout.ts';

/** The least height at which a cell has its sign below its code. */
const high = 36;

/** The gap between two cells. */
const gap = 1.5;

/** One criterion: its members as cells, as wide as they weigh, and how far they must reach. */
export function Strip(props: {
  readonly counted: Counted;
  readonly width: number;
  /** Of the cells. */
  readonly height?: number;
  /** The picture in words. */
  readonly label: string;
}) {
  const { counted, width, height = 44, label } = props;
  const { cells, runs, need, words, widestCode, height: total } = layStrip(counted, width, height);
  return (
    <svg class="pic strip" width={width} height={total} viewBox={`0 0 ${width} ${total}`} role="img" aria-label={label}>
      {cells.map((cell) => (
        <CellFace key={cell.standing.code} cell={cell} height={height} widestCode={widestCode} />
      ))}
      {runs.map((run) => (
        <Face key={run.x} {...run} height={height} />
      ))}
      <path class="needline" d={`M${need.x} ${stripTop - 4} V${stripTop + height + 5}`} />
      <text class="need" x={need.text.x} y={need.text.y} text-anchor={need.anchor}>
        {need.text.text}
      </text>
      {words.map(({ text, x, y }) => (
        <text key={text} class="small" x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  );
}

function Face({ stance, assumed, x, width, height }: PlacedRun & { readonly height: number }) {
  return (
    <rect
      class={`s-${stance}${assumed ? ' assumed' : ''}`}
      x={rounded(x)}
      y={stripTop}
      width={rounded(Math.max(0.5, width - (width > 4 ? gap : 0)))}
      height={height}
    />
  );
}

function CellFace(props: {
  readonly cell: PlacedCell;
  readonly height: number;
  readonly widestCode: number | undefined;
}) {
  const { cell, height, widestCode } = props;
  const { standing, x, width } = cell;
  const { stance, assumed } = standing;
  const code = visible(standing.code);
  const middle = x + (width - gap) / 2;
  const isHigh = height >= high;
  const hasSign = width >= 15;
  const codeWidth = widthOf(code, 10, true);
  const hasCode = width >= (widestCode ?? codeWidth) + (isHigh ? 5 : 13);
  const signX = isHigh || !hasCode ? middle - 5 : middle + codeWidth / 2 - 4;
  return (
    <g>
      <Face stance={stance} assumed={assumed} x={x} width={width} height={height} />
      {hasSign && (
        <Sign
          stance={stance}
          x={rounded(signX)}
          y={isHigh ? stripTop + height - 15 : stripTop + height / 2 - 5}
          size={10}
        />
      )}
      {hasCode && (
        <text
          class={`i-${stance} tiny`}
          x={rounded(isHigh ? middle : middle - 6)}
          y={isHigh ? stripTop + 16 : stripTop + height / 2 + 3.5}
          text-anchor="middle"
        >
          {code}
        </text>
      )}
    </g>
  );
}
