import type { CountStatement, ReconciledClaim } from '../../model/snapshot.ts';
import type { Timeline } from '../../model/timeline.ts';
import { spectrum } from '../../picture/palette.ts';
import { Chip } from '../../picture/sign.tsx';
import { signs } from '../../render/words/signs.ts';

/** The signs of a river: of the stances that somebody ever had, and of reports where there are any. */
export function Key({ told: { start, points } }: { readonly told: Timeline }) {
  const states = [...(start ? [start] : []), ...points];
  const reported = new Set(points.flatMap(({ claims }) => claims.filter(isCountOfAll).map(({ about }) => about)));
  return (
    <ul class="key">
      {spectrum
        .filter((stance) => states.some(({ counts }) => counts[stance] > 0))
        .map((stance) => (
          <li key={stance}>
            <Chip stance={stance} />
            {signs[stance].words}
          </li>
        ))}
      {reported.has('supporting') && <ClaimKey mark="mark" y={9} words="reported in favour" />}
      {reported.has('holding-out') && <ClaimKey mark="mark hollow" y={0.5} words="reported holding back" />}
    </ul>
  );
}

/** Whether a river draws a claim. */
const isCountOfAll = (claim: ReconciledClaim): claim is CountStatement =>
  (claim.about === 'supporting' || claim.about === 'holding-out') && claim.among === undefined;

const ClaimKey = ({ mark, y, words }: { readonly mark: string; readonly y: number; readonly words: string }) => (
  <li>
    <svg class="pic claimkey" width="12" height="18" aria-hidden="true">
      <g class="claim">
        <path class="stem" d="M6 1 V17" />
        <path class={mark} d={`M6 ${y} l4.5 4.5 l-4.5 4.5 l-4.5 -4.5 Z`} />
      </g>
    </svg>
    {words}
  </li>
);
