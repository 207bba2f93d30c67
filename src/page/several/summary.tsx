import type { SnapshotView } from '../../model/view.ts';
import { dateText } from '../../render/words/dates.ts';
import { decidedSentence } from '../../render/words/decision.ts';
import { assumptionsText, verdictText } from '../../render/words/verdict.ts';
import { visible } from '../../text/escape-controls.ts';
import type { ReportPage } from '../ask/report-page.ts';
import { sentence } from '../parts/sentence.ts';
import { Stamp } from '../parts/stamp.tsx';
import { HoldoutCards } from '../sections/holdouts.tsx';
import { addressOf } from './front-page.tsx';

interface SummaryProps {
  readonly page: ReportPage;
  readonly view: SnapshotView;
  /** Its place in the list, from 1. */
  readonly number: number;
}

/** One decision of several for who reads without scripts: the verdict, and who holds out and why. */
export function Summary({ page, view, number }: SummaryProps) {
  const { snapshot, tally } = view;
  const { decision } = snapshot;
  const assumed = assumptionsText(view);
  return (
    <section id={addressOf(number).slice(1)} aria-label={visible(snapshot.title)}>
      <h2>{visible(snapshot.title)}</h2>
      <p class="kicker">
        {snapshot.body !== undefined && <b>{visible(snapshot.body)}</b>}
        <span>{dateText(snapshot.asOf)}</span>
        {snapshot.onRecord && <span>on record only</span>}
        {assumed !== undefined && <span class="supposed">what if {assumed}</span>}
      </p>
      {decision !== undefined && <p class="decided">{sentence(decidedSentence(decision))}</p>}
      <p class="words">
        <Stamp outcome={tally.outcome} /> {sentence(verdictText(view))}
      </p>
      <HoldoutCards view={view} roster={page.roster} acts={undefined} />
    </section>
  );
}
