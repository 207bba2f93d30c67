import type { SnapshotView } from '../../../model/view.ts';
import { Chip } from '../../../picture/sign.tsx';
import { stanceCountTexts } from '../../../render/status/stance-counts.ts';
import type { Acts } from '../../ask/ask.ts';

interface OverviewProps {
  readonly view: SnapshotView;
  readonly acts: Acts | undefined;
}

/** How many stand where, while no member's card is open. */
export function Overview({ view, acts }: OverviewProps) {
  const { holdouts } = view.tally;
  const many = holdouts.length === 1 ? '1 member holds out' : `${holdouts.length} members hold out`;
  return (
    <>
      <h3>{holdouts.length === 0 ? 'Nobody holds out' : many}</h3>
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
