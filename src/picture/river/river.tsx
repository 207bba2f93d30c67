import type { Timeline } from '../../model/timeline.ts';
import { Cursor } from '../cursor.tsx';
import { hatched } from '../defs.tsx';
import { type Axis, dayAt } from '../geometry.ts';
import { widthOf } from '../text-width.ts';
import type { ClaimMark } from './claims.ts';
import type { Flag } from './flags.ts';
import { axisBelow, flagRow, layRiver, plotTop, type RiverLayout, riverCursorHeight } from './layout.ts';

/** The height of a river's plot where nothing else is asked for. */
export const riverPlot = 270;

/** What a river needs of a pointer's event. */
interface PointerAt {
  readonly clientX: number;
  readonly buttons: number;
  readonly pointerId: number;
  readonly currentTarget: unknown;
}

/** What it needs of the element below a pointer. */
interface Target {
  getBoundingClientRect(): { readonly left: number; readonly width: number };
  setPointerCapture(id: number): void;
}

/** Everything that happened: stances stacked over time, what is needed, what was reported, and what was ahead. */
export function River(props: {
  readonly told: Timeline;
  readonly axis: Axis;
  readonly width: number;
  /** Of the plot. */
  readonly plot?: number;
  /** The picture in words. */
  readonly label: string;
  /** Takes the ISO day below a pressed pointer. */
  readonly onDay?: ((day: string) => void) | undefined;
}) {
  const { told, axis, width, plot = riverPlot, label, onDay } = props;
  const laid = layRiver(told, axis, width, plot);
  const { height } = laid;
  const pick = (event: PointerAt): void => {
    const { left, width: wide } = (event.currentTarget as Target).getBoundingClientRect();
    onDay?.(dayAt(((event.clientX - left) * width) / Math.max(1, wide), axis));
  };
  const pointer = onDay && {
    onPointerDown: (event: PointerAt) => {
      (event.currentTarget as Target).setPointerCapture(event.pointerId);
      pick(event);
    },
    onPointerMove: (event: PointerAt) => {
      if (event.buttons === 1) pick(event);
    },
  };
  return (
    <svg
      class="pic river"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      {...pointer}
    >
      <Plot laid={laid} axis={axis} />
      {laid.claims.map((claim) => (
        <Claim key={`${claim.x} ${claim.text}`} claim={claim} />
      ))}
      <Below laid={laid} />
      {laid.reached && (
        <g>
          <path class="halo" d={`M${laid.reached.lineX} ${plotTop} V${laid.bottom}`} />
          <path class="reachedline" d={`M${laid.reached.lineX} ${plotTop - 4} V${laid.bottom + 6}`} />
          <text class="small strong" x={laid.reached.x} y={laid.reached.y} text-anchor={laid.reached.anchor}>
            {laid.reached.text}
          </text>
        </g>
      )}
    </svg>
  );
}

/** The line at a day, to lie over a river. */
export function RiverCursor(props: {
  readonly axis: Axis;
  readonly width: number;
  readonly plot?: number;
  /** ISO day. */
  readonly day: string;
}) {
  const { axis, width, plot = riverPlot, day } = props;
  return <Cursor axis={axis} width={width} height={riverCursorHeight(plot)} day={day} top={plotTop - 8} />;
}

function Plot({ laid, axis }: { readonly laid: RiverLayout; readonly axis: Axis }) {
  const { levels, layers, words, need } = laid;
  return (
    <g>
      {levels.map(({ y, text }) => (
        <g key={y}>
          <path class="grid" d={`M${axis.left} ${y} H${axis.right}`} />
          {text !== '' && (
            <text class="small faint" x={axis.left - 8} y={y + 4} text-anchor="end">
              {text}
            </text>
          )}
        </g>
      ))}
      {layers.map(({ stance, path }) => (
        <g key={stance}>
          <path class={`s-${stance} layer`} d={path} />
          {hatched.has(stance) && <path fill={`url(#h-${stance})`} d={path} />}
        </g>
      ))}
      {need && (
        <g>
          <path class="halo" d={need.path} />
          <path class="needline" d={need.path} />
        </g>
      )}
      {words.map(({ stance, text, x, y }) => (
        <text key={stance} class={`i-${stance} b-${stance} small strong`} x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
      {need && (
        <g>
          <text class="need" x={axis.left - 8} y={need.figure.y + 4} text-anchor="end">
            {need.figure.text}
          </text>
          <text class="need haloed" x={need.label.x} y={need.label.y} text-anchor={need.label.anchor}>
            {need.label.text}
          </text>
        </g>
      )}
    </g>
  );
}

function Claim({ claim: { x, top, bottom, about, agrees, text } }: { readonly claim: ClaimMark }) {
  const isSupport = about === 'supporting';
  const at = isSupport ? bottom : top;
  return (
    <g class={agrees ? 'claim' : 'claim wrong'}>
      <path class="halo" d={`M${x} ${bottom} V${top}`} />
      <path class="stem" d={`M${x} ${bottom} V${top}`} />
      <path class={isSupport ? 'mark' : 'mark hollow'} d={`M${x} ${at - 4.5} l4.5 4.5 l-4.5 4.5 l-4.5 -4.5 Z`} />
      <title>{text}</title>
    </g>
  );
}

/** What is below the plot: the outcomes, the axis, and flags. */
function Below({ laid: { bottom, outcomes, ticks, flags, more, height } }: { readonly laid: RiverLayout }) {
  const axisY = axisBelow(bottom);
  return (
    <g>
      {outcomes.map(({ value, x, end }) => (
        <g key={x}>
          <rect class={`o-${value}`} x={x} y={bottom + 6} width={Math.max(1, end - x)} height={12} />
          {end - x >= widthOf(value, 10, true) + 10 && (
            <text class={`ot-${value} tiny`} x={x + 5} y={bottom + 15.5}>
              {value}
            </text>
          )}
        </g>
      ))}
      {ticks.map(({ x, label }) => (
        <g key={x}>
          <path class="tick" d={`M${x} ${axisY} v5`} />
          <text class="small faint" x={x} y={axisY + 18}>
            {label}
          </text>
        </g>
      ))}
      {flags.map((flag) => (
        <FlagMark key={`${flag.row} ${flag.x}`} flag={flag} y={axisY + 40 + flag.row * flagRow} />
      ))}
      {more > 0 && <text class="small faint" x={0} y={height - 6}>{`and ${more} more`}</text>}
    </g>
  );
}

function FlagMark({ flag: { x, text, whole, textX, before, filled }, y }: { readonly flag: Flag; readonly y: number }) {
  return (
    <g class="flag">
      <path class={filled ? 'mark' : 'mark hollow'} d={`M${x - 4} ${y} l4 -7 l4 7 Z`} />
      <text class="small" x={textX} y={y} text-anchor={before ? 'end' : 'start'}>
        {text}
      </text>
      {text !== whole && <title>{whole}</title>}
    </g>
  );
}
