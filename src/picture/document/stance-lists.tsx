import type { Standing } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';
import { signs } from '../../render/words/signs.ts';
import { sortedByName } from '../../text/compare.ts';
import { visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import type { BoardLayout } from '../board/layout.ts';
import { spectrum } from '../palette.ts';
import { ChipFace } from '../sign.tsx';
import { linesOf } from '../text-width.ts';
import { contentWidth } from './frame.tsx';

/** The height of the heading of a stance to the right of a map, and of a line of names below it. */
const [headingHeight, nameHeight] = [26, 16];

/** The names of the members of each stance, to the right of a map, which has their codes alone. */
export function StanceLists(props: { readonly members: readonly Standing[]; readonly map: BoardLayout }) {
  const {
    members,
    map: { width, height },
  } = props;
  const x = width + 36;
  const groups = spectrum
    .map((stance) => ({ stance, names: members.filter((member) => member.stance === stance).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  const lines = Math.max(1, Math.floor((height / groups.length - headingHeight - 8) / nameHeight));
  let y = 2;
  return (
    <g transform={`translate(${x} 0)`}>
      {groups.map((group) => {
        const listed = namesIn(group.names, contentWidth - x, lines);
        const top = y;
        y += headingHeight + listed.length * nameHeight + 8;
        return <StanceList key={group.stance} {...group} listed={listed} y={top} />;
      })}
    </g>
  );
}

/** Names in lines: as many as fit, and how many more there are. */
function namesIn(names: readonly string[], room: number, lines: number): readonly string[] {
  const sorted = sortedByName(names, (name) => name);
  const set = (most: number): readonly string[] =>
    linesOf(visible(enumeration(sorted, 'and', most)), 12, room - 26, lines + 1);
  for (let most = sorted.length; most > 1; most -= 1) {
    const found = set(most);
    if (found.length <= lines) return found;
  }
  return set(1).slice(0, lines);
}

function StanceList(props: {
  readonly stance: Stance;
  readonly names: readonly string[];
  readonly listed: readonly string[];
  readonly y: number;
}) {
  const { stance, names, listed, y } = props;
  return (
    <g transform={`translate(0 ${y})`}>
      <ChipFace stance={stance} x={0} y={0} />
      <text class="remark strong" x={26} y={14}>
        {`${names.length} ${signs[stance].words}`}
      </text>
      {listed.map((line, index) => (
        <text key={line} class="small faint" x={26} y={headingHeight + 6 + index * nameHeight}>
          {line}
        </text>
      ))}
    </g>
  );
}
