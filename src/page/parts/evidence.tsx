import type { Source } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { demandTexts, wantsText, whoText } from '../../render/words/members.ts';
import { visible } from '../../text/escape-controls.ts';
import { Sources } from './sources.tsx';

interface EvidenceProps {
  readonly standing: Standing;
  readonly sources: Readonly<Record<string, Source>>;
  /** The year that is left out of dates. */
  readonly year: string;
}

/** Why a member stands where it does, what it wants, who says so, and where that is written. */
export function Evidence({ standing, sources, year }: EvidenceProps) {
  const wants = demandTexts(standing, year);
  const unknown = wants.length === 0 ? wantsText(standing, year) : undefined;
  const who = whoText(standing);
  return (
    <>
      {standing.why !== undefined && <p class="why">{visible(standing.why)}</p>}
      {wants.length > 0 && (
        <ul class="wants" aria-label="Wants">
          {wants.map((want) => (
            <li>{want}</li>
          ))}
        </ul>
      )}
      {unknown !== undefined && <p class="by">{unknown}</p>}
      {(who !== '' || standing.sources.length > 0) && (
        <p class="by">
          {who}
          {who !== '' && standing.sources.length > 0 && '.'}
          <Sources refs={standing.sources} sources={sources} />
        </p>
      )}
    </>
  );
}
