import type { Roster } from '../../model/roster.ts';
import type { ReconciledClaim } from '../../model/snapshot.ts';
import type { SnapshotView } from '../../model/view.ts';
import { namingFor } from '../../render/coalitions/naming.ts';
import { deniedLines } from '../../render/evidence/denials.ts';
import { candidateLines, claimText, conflictText, datedText } from '../../render/words/claims-and-dates.ts';
import { aheadLines, missedLines } from '../../render/words/milestones.ts';
import { Entries } from '../parts/entries.tsx';
import { Sources } from '../parts/sources.tsx';

interface ReportedProps {
  readonly view: SnapshotView;
  readonly roster: Roster;
}

/** More claims than these are counted. */
const mostClaims = 30;

/** What was reported and what of it is in conflict or denied; and what is ahead, with who is in the running. */
export function Reported({ view: { snapshot, tally }, roster }: ReportedProps) {
  const { year, nameOf } = namingFor(snapshot, true);
  const { claims, conflicts, members, decision } = snapshot;
  const latest = claims.slice(-mostClaims).reverse();
  const denied = deniedLines(members, year, true);
  // As in `status`: once it is decided, only what has no part in it is ahead.
  const milestones = tally.milestones.filter(({ deadline }) => decision === undefined || !deadline);
  const candidates = decision === undefined ? candidateLines(snapshot.candidates, year) : [];
  const isReported = claims.length + conflicts.length + denied.length > 0;
  const missed = missedLines(milestones, year);
  const ahead = aheadLines(milestones, year);
  const isAhead = milestones.length + candidates.length > 0;
  if (!isReported && !isAhead) return undefined;
  return (
    <section class="cols" aria-label="Reported and ahead">
      {isReported && (
        <div>
          <h2>What was reported</h2>
          {conflicts.map((conflict) => (
            <p class="conflict">
              <b>Conflict:</b> {conflictText(conflict, year, nameOf)}
            </p>
          ))}
          <ul class="dated">
            {latest.map((claim, index) => (
              <li class={claim.agrees ? undefined : 'wrong'}>
                <span class="when">{datedText(claim, year)}</span>
                <span>
                  {claimText(claim, nameOf)}
                  {!areSame(claim, latest[index + 1]) && <Sources refs={claim.sources} sources={roster.sources} />}
                </span>
              </li>
            ))}
          </ul>
          {claims.length > mostClaims && <p class="by">{claims.length - mostClaims} earlier.</p>}
          <dl class="terms">
            <Entries label="Denied" entries={denied} />
          </dl>
        </div>
      )}
      {isAhead && (
        <div>
          {missed.length > 0 && (
            <>
              <h2>Missed deadlines</h2>
              <Dated entries={missed} />
            </>
          )}
          {ahead.length > 0 && (
            <>
              <h2>Ahead</h2>
              <Dated entries={ahead} />
            </>
          )}
          {candidates.length > 0 && (
            <>
              <h2>In the running</h2>
              <ul class="plainlist">
                {candidates.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}

/** Whether two statements are from the same report, so that its sources stand below the last of them. */
const areSame = (one: ReconciledClaim, other: ReconciledClaim | undefined): boolean =>
  one.date.text === other?.date.text && one.by === other.by && one.sources.join(' ') === other.sources.join(' ');

const Dated = ({ entries }: { readonly entries: ReturnType<typeof aheadLines> }) => (
  <ul class="dated">
    {entries.map(([when, text]) => (
      <li>
        <span class="when">{when}</span>
        <span>{text}</span>
      </li>
    ))}
  </ul>
);
