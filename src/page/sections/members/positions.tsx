import type { MemberHistory } from '../../../model/member-history.ts';
import type { Position, Round } from '../../../model/roster.ts';
import { denialText } from '../../../render/evidence/denials.ts';
import { detailsOf } from '../../../render/member/details.ts';
import { inOrderOfTime } from '../../../render/member/rounds.ts';
import { datedText } from '../../../render/words/claims-and-dates.ts';
import { roundText } from '../../../render/words/dates.ts';
import { leaningStance, whoText } from '../../../render/words/members.ts';
import { visible } from '../../../text/escape-controls.ts';
import { plural } from '../../../text/numerals.ts';
import { Sources } from '../../parts/sources.tsx';

interface PositionsProps {
  readonly history: MemberHistory;
  readonly year: string;
}

/** Up to so many positions are open from the start. */
const mostOpen = 3;

/**
 * The positions of a member and the rounds between them, the latest first; nothing where that is one of which all is told
 * already.
 */
export function Positions({ history, year }: PositionsProps) {
  const { positions } = history;
  if (positions.length < 2 && !positions.some(hasMore)) return null;
  const lines = inOrderOfTime(
    history,
    (position) => [<Said position={position} history={history} year={year} />],
    (round) => [<Began round={round} year={year} />],
  );
  return (
    <details open={positions.length <= mostOpen}>
      <summary>{plural(positions.length, 'position')}</summary>
      <ol class="dated">{lines.reverse()}</ol>
    </details>
  );
}

/** Whether a position has what is not told of where a member stands. */
const hasMore = ({ quote, note, denied }: Position): boolean => [quote, note, denied].some((one) => one !== undefined);

function Said({ position, history, year }: PositionsProps & { readonly position: Position }) {
  const { date, circa, by, basis, denied, sources } = position;
  const who = whoText({ basis, ...(by !== undefined && { by }) });
  return (
    <li>
      <span class="when">{date === undefined ? 'undated' : datedText({ date, circa }, year)}</span>
      <span>
        <b>{leaningStance(position)}</b>
        {(by !== undefined || basis !== 'stated') && <span class="by"> {who}</span>}
        {detailsOf(position, history.positions).map((detail) => (
          <span class="line">{visible(detail)}</span>
        ))}
        {denied !== undefined && <span class="line">{denialText(denied, year)}</span>}
        <Sources refs={sources} sources={history.sources} />
      </span>
    </li>
  );
}

const Began = ({ round, year }: { readonly round: Round; readonly year: string }) => (
  <li class="round">
    <span class="when" />
    <span class="by">{roundText(round, year)}</span>
  </li>
);
