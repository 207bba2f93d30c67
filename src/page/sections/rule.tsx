import { groupTallies } from '../../engine/groups.ts';
import type { Evaluation } from '../../model/tally.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { namingFor } from '../../render/coalitions/naming.ts';
import type { SectionEntry } from '../../render/layout/section.ts';
import { closedLines, closingLines } from '../../render/status/closings.ts';
import { groupLines } from '../../render/status/groups.ts';
import { connectiveLabel, criterionLabel, figuresText, ruleText } from '../../render/words/criterion.ts';
import { roundText } from '../../render/words/dates.ts';
import { shown } from '../../text/escape-controls.ts';
import { Entries } from '../parts/entries.tsx';
import { sentence, withoutOption } from '../parts/sentence.ts';
import { Stamp } from '../parts/stamp.tsx';

interface RuleProps {
  readonly view: SnapshotView;
  /** What `status` says besides; undefined until that is known of what is asked now. */
  readonly settled: StatusView | undefined;
}

/** The rule as a tree, with what it has and needs, and what else bears on it. */
export function Rule({ view, settled }: RuleProps) {
  const { snapshot, tally } = view;
  const naming = namingFor(snapshot, false);
  const text = ruleText(snapshot.rule);
  const withoutOptions = (entries: readonly SectionEntry[]): SectionEntry[] =>
    entries.map((entry) => (typeof entry === 'string' ? withoutOption(entry) : [entry[0], withoutOption(entry[1])]));
  return (
    <div>
      <h2 id="h-rule">The rule</h2>
      {text !== undefined && <p>{sentence(text)}</p>}
      <Tree of={tally.evaluation} />
      <dl class="terms">
        <Entries label="Closes" entries={closingLines(view, naming)} />
        <Entries label="Closed" entries={withoutOptions(closedLines(view, naming))} />
        <Entries label="Round" entries={snapshot.round ? [roundText(snapshot.round, naming.year)] : []} />
        <Entries label="Groups" entries={groupLines(groupTallies(snapshot, tally))} />
        <Entries
          label="On record"
          entries={
            settled === undefined || snapshot.onRecord || settled.onRecordOutcome === tally.outcome
              ? []
              : [shown`${settled.onRecordOutcome} on members' own statements alone`]
          }
        />
      </dl>
    </div>
  );
}

/** A criterion with those below it. */
function Tree({ of }: { readonly of: Evaluation }) {
  if (of.kind === 'count')
    return (
      <p class="leaf">
        <Stamp outcome={of.status} small /> {criterionLabel(of.criterion)}: {figuresText(of)}
      </p>
    );
  return (
    <div class="tree">
      <p class="leaf">
        <Stamp outcome={of.status} small /> {connectiveLabel(of)}
      </p>
      <ul>
        {of.of.map((part) => (
          <li>
            <Tree of={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}
