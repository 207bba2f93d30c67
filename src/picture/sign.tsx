import type { Stance } from '../model/stance.ts';
import { signShapes } from './palette.ts';

/** The sign of a stance, on the colour of that stance. */
export function Sign(props: {
  readonly stance: Stance;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}) {
  const { stance, x, y, size } = props;
  const { path, filled } = signShapes[stance];
  return (
    <path
      class={`i-${stance} ${filled ? 'dot' : 'sign'}`}
      d={path}
      transform={`translate(${x} ${y}) scale(${size / 10})`}
    />
  );
}

/** A small picture of a stance, to stand before its words. */
export function Chip({ stance, assumed = false }: { readonly stance: Stance; readonly assumed?: boolean }) {
  return (
    <svg class="pic chip" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <ChipFace stance={stance} assumed={assumed} x={0} y={0} />
    </svg>
  );
}

/** The same within a larger picture. */
export function ChipFace(props: {
  readonly stance: Stance;
  readonly assumed?: boolean;
  readonly x: number;
  readonly y: number;
}) {
  const { stance, assumed = false, x, y } = props;
  return (
    <g>
      <rect class={`s-${stance}${assumed ? ' assumed' : ''}`} x={x + 1} y={y + 1} width={16} height={16} rx={2} />
      <Sign stance={stance} x={x + 4} y={y + 4} size={10} />
    </g>
  );
}
