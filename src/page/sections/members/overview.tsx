import type { SnapshotView } from '../../../model/view.ts';
import { Chip } from '../../../picture/sign.tsx';
import { stanceCountTexts } from '../../../render/status/stance-counts.ts';
import { plural } from '../../../text/numerals.ts';
import type { Acts } from '../../ask/ask.ts';

interface OverviewProps {
  readonly view: SnapshotView;
  readonly acts: Acts | undefined;
}

/** How many stand where, while no member's card is open. */
export function Overview({ view, acts }: OverviewProps) {
  const { length } = view.tally.holdouts;
  const out = length === 0 ? 'nobody holds out' : length === 1 ? '1 holds out' : `${length} hold out`;
  return (
    <>
      <h3>
        {plural(view.snapshot.members.length, 'member')}: {out}
      </h3>
      <ul class="short">
        {stanceCountTexts(view).map(({ stance, text }) => (
          <li key={stance}>
            <Chip stance={stance} />
            {text}
          </li>
        ))}
      </ul>
      {acts !== undefined && (
        <p class="by">Choose a member to see what it said, who reported it, and what its move would change.</p>
      )}
    </>
  );
}
