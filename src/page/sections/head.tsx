import type { Snapshot } from '../../model/snapshot.ts';
import type { CountEvaluation } from '../../model/tally.ts';
import { endOf } from '../../model/time.ts';
import type { SnapshotView } from '../../model/view.ts';
import type { Counted } from '../../picture/strip/cells.ts';
import { Strip } from '../../picture/strip/strip.tsx';
import { mainCount, seriesOf } from '../../render/timeline/chart/series.ts';
import { countEvaluations, criterionLabel, figuresText } from '../../render/words/criterion.ts';
import { dateText } from '../../render/words/dates.ts';
import { againstRuleText, decidedSentence } from '../../render/words/decision.ts';
import { onRecordText, verdictText } from '../../render/words/verdict.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { sentence } from '../parts/sentence.ts';
import { Stamp } from '../parts/stamp.tsx';

interface HeadProps {
  readonly view: SnapshotView;
  readonly width: number;
}

/** More criteria than these have no strip; the rule as a tree has them all. */
const mostStrips = 4;

/** What is decided, whether it is, and how far it is. */
export function Head({ view, width }: HeadProps) {
  const { snapshot, tally } = view;
  const { decision } = snapshot;
  const against = againstRuleText(view);
  const rule = ruleName(snapshot);
  const isAssumed = Object.keys(snapshot.assumed).length > 0;
  return (
    <header>
      <p class="kicker">
        {snapshot.body !== undefined && <b>{visible(snapshot.body)}</b>}
        {rule !== undefined && <span>{rule}</span>}
        <span>{dateText(snapshot.asOf)}</span>
        {snapshot.onRecord && <span>on record only</span>}
        {isAssumed && <span class="supposed">what if</span>}
      </p>
      <h1>{visible(snapshot.title)}</h1>
      {decision !== undefined && (
        <p class="decided">
          <b>{sentence(decidedSentence(decision))}</b> {against}
        </p>
      )}
      <div class={`verdict${isAssumed ? ' supposed' : ''}`}>
        <Figure view={view} />
        <p class="words">
          <Stamp outcome={tally.outcome} /> {sentence(verdictText(view))}
        </p>
      </div>
      {snapshot.onRecord && <p class="deck">{onRecordText}</p>}
      <Strips view={view} width={width} />
    </header>
  );
}

/** `eu-qualified-majority` as people write it; undefined where that says no more than the body's name. */
function ruleName({ rule, body = '' }: Snapshot): Shown | undefined {
  const name = rule.name.replaceAll('-', ' ').replace(/^(?:eu|un)\b/, (union) => union.toUpperCase());
  return rule.name === 'custom' || name.toLowerCase() === body.toLowerCase() ? undefined : visible(name);
}

/** The figure that a chart of the decision follows: `9 of 32`, `53.16%`. */
function Figure({ view: { tally } }: Pick<HeadProps, 'view'>) {
  const { have, base, share } = seriesOf({ start: tally, points: [] }).figureOf(tally);
  return (
    <p class="figure">
      <b>{share ?? grouped(have)}</b>
      {share === undefined && <span> of {grouped(base)}</span>}
    </p>
  );
}

/** A strip for each criterion that counts, the main one first. */
function Strips({ view, width }: HeadProps) {
  const counts = countEvaluations(view.tally.evaluation);
  const main = mainCount(view.tally.evaluation);
  const told = [main, ...counts.filter((count) => count !== main)].slice(0, mostStrips);
  return (
    <div class="strips">
      {told.map((count, index) => (
        <div key={counts.indexOf(count)}>
          {counts.length > 1 && (
            <p class="striplabel">
              <Stamp outcome={count.status} small /> {labelOf(count)}
            </p>
          )}
          <Strip
            counted={countedBy(view, count, counts.indexOf(count))}
            width={width}
            height={index === 0 ? 44 : 26}
            label={labelOf(count)}
          />
        </div>
      ))}
    </div>
  );
}

const labelOf = (count: CountEvaluation): string => shown`${criterionLabel(count.criterion)}: ${figuresText(count)}`;

/** What a criterion looks at: the members of its closing once it has closed. */
function countedBy({ snapshot, tally }: SnapshotView, count: CountEvaluation, index: number): Counted {
  const { closed, closes } = count;
  const then = closed && closes !== undefined ? snapshot.closings.get(endOf(closes)) : undefined;
  return {
    count,
    composition: tally.compositions[index] ?? { counted: [], shares: [] },
    members: then ?? snapshot.members,
  };
}
