import type { Way } from '../../model/timeline.ts';
import { dateText } from '../../render/words/dates.ts';
import { signs } from '../../render/words/signs.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { Cursor } from '../cursor.tsx';
import { type Axis, rounded, xOf } from '../geometry.ts';
import { Sign } from '../sign.tsx';
import { cut } from '../text-width.ts';
import { inOrder } from './order.ts';

/** Of more members no ribbons are drawn. */
export const mostRibbons = 200;

/** Up to so many members have names. */
const mostNamed = 60;

/** The height of a row. */
const rowOf = (members: number): number =>
  members <= mostNamed ? 18 : Math.max(3, Math.min(9, Math.round(800 / members)));

/** The height of the ribbons of so many members. */
export const ribbonsHeight = (members: number): number => members * rowOf(members) + 6;

/** Below this width of the margin codes stand in place of names. */
const leastForNames = 70;

/** Where each member stood over time, a row a member; nothing for more than `mostRibbons`. */
export function Ribbons(props: {
  readonly ways: readonly Way[];
  readonly axis: Axis;
  readonly width: number;
  /** The code of the member whose row is marked. */
  readonly selected?: string | undefined;
  /** The picture in words. */
  readonly label: string;
  readonly onPick?: ((code: string) => void) | undefined;
}) {
  const { ways, axis, width, selected, label, onPick } = props;
  if (ways.length > mostRibbons) return null;
  const height = ribbonsHeight(ways.length);
  return (
    <svg
      class="pic ribbons"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {inOrder(ways).map((way, index) => (
        <Ribbon
          key={way.code}
          way={way}
          axis={axis}
          width={width}
          y={index * rowOf(ways.length) + 2}
          row={rowOf(ways.length)}
          isSelected={way.code === selected}
          onPick={onPick}
        />
      ))}
    </svg>
  );
}

/** The line at a day, to lie over the ribbons of so many members. */
export function RibbonsCursor(props: {
  readonly axis: Axis;
  readonly width: number;
  readonly members: number;
  /** ISO day. */
  readonly day: string;
}) {
  const { axis, width, members, day } = props;
  return members > mostRibbons ? null : <Cursor axis={axis} width={width} height={ribbonsHeight(members)} day={day} />;
}

function Ribbon(props: {
  readonly way: Way;
  readonly axis: Axis;
  readonly width: number;
  readonly y: number;
  readonly row: number;
  readonly isSelected: boolean;
  readonly onPick: ((code: string) => void) | undefined;
}) {
  const { way, axis, width, y, row, isSelected, onPick } = props;
  const { code, said } = way;
  const isNamed = row > 9;
  const bar = isNamed ? 13 : row - 1;
  const name = visible(axis.left < leastForNames ? code : way.name);
  const short = cut(name, 12, axis.left - 10, isSelected);
  return (
    <g class={`ribbon${isSelected ? ' on' : ''}`} {...(onPick && { onClick: () => onPick(code) })}>
      <title>{visible(way.name)}</title>
      {isSelected && <rect class="onrow" x={0} y={y - 2.5} width={width} height={row} />}
      {isNamed && (
        <text class="small name" x={axis.left - 8} y={y + 10.5} text-anchor="end">
          {short}
        </text>
      )}
      {way.runs.map((run) => (
        <RunBar key={run.from ?? ''} run={run} axis={axis} y={y} bar={bar} isNamed={isNamed} />
      ))}
      {isNamed && said.map((day) => <path key={day} class="said" d={`M${xOf(day, axis)} ${y + bar - 3} v3`} />)}
    </g>
  );
}

function RunBar(props: {
  readonly run: Way['runs'][number];
  readonly axis: Axis;
  readonly y: number;
  readonly bar: number;
  readonly isNamed: boolean;
}) {
  const { run, axis, y, bar, isNamed } = props;
  const { stance, from, to } = run;
  const start = from === undefined ? axis.left : xOf(from, axis);
  const end = to === undefined ? axis.right : xOf(to, axis);
  if (end - start < 0.4) return null;
  const isKnown = stance !== 'undeclared';
  const height = isKnown ? bar : Math.min(bar, isNamed ? 3 : 1);
  return (
    <g>
      <rect
        class={`s-${stance}${isKnown ? '' : ' thin'}`}
        x={start}
        y={y + (bar - height) / 2}
        width={rounded(Math.max(1.2, end - start - 1))}
        height={height}
      >
        {isNamed && <title>{sinceText(run)}</title>}
      </rect>
      {isNamed && isKnown && end - start > 15 && <Sign stance={stance} x={start + 3} y={y + 2.5} size={8} />}
    </g>
  );
}

function sinceText({ stance, from, circa }: Way['runs'][number]): string {
  const since = from === undefined ? '' : ` since ${circa ? 'about ' : ''}${dateText({ text: from, day: from })}`;
  return shown`${signs[stance].words}${since}`;
}
