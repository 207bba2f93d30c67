import { type Axis, xOf } from './geometry.ts';

/** A line at a day, as a picture of its own to lie over another, which then need not be drawn again. */
export function Cursor(props: {
  readonly axis: Axis;
  readonly width: number;
  readonly height: number;
  /** ISO day. */
  readonly day: string;
  /** Where the line begins. */
  readonly top?: number;
}) {
  const { axis, width, height, day, top = 0 } = props;
  return (
    <svg class="pic layer" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="cursor" d={`M${xOf(day, axis)} ${top} V${height}`} />
    </svg>
  );
}
