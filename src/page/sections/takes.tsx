import { isPending } from '../../model/stance.ts';
import type { StatusView } from '../../model/view.ts';
import { toBlockLines } from '../../render/coalitions/block.ts';
import { defectionLines } from '../../render/coalitions/defection.ts';
import { asksAnything, demandLines } from '../../render/coalitions/demands.ts';
import { leverageLines } from '../../render/coalitions/leverage.ts';
import { mostNames, type Naming, namesOf, namingFor } from '../../render/coalitions/naming.ts';
import { pathLines } from '../../render/coalitions/path.ts';
import { evidenceLines, marginLines, pivotalLine } from '../../render/coalitions/pivotal.ts';
import type { SectionEntry } from '../../render/layout/section.ts';
import { lastMoveLines } from '../../render/words/claims-and-dates.ts';
import { type Shown, visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { Entries } from '../parts/entries.tsx';
import { withoutOption } from '../parts/sentence.ts';

interface TakesProps {
  readonly view: StatusView;
  /** The view is not yet about what is asked now. */
  readonly isStale: boolean;
}

/** What it would take, or how firmly a reached outcome stands, as `status` says it. */
export function Takes({ view, isStale }: TakesProps) {
  const naming = namingFor(view.snapshot, false);
  const isReached = view.path === undefined;
  return (
    <div class={isStale ? 'stale' : undefined} aria-busy={isStale}>
      <h2 id="h-take">{isReached ? 'How firmly it stands' : 'What it would take'}</h2>
      <dl class="terms">
        {(isReached ? firmness : ways)(view, naming).map(([label, entries]) => (
          <Entries key={label} label={label} entries={entries} />
        ))}
      </dl>
      <Demands view={view} naming={naming} />
    </div>
  );
}

type Terms = readonly (readonly [label: string, entries: readonly SectionEntry[]])[];

function ways({ snapshot, tally, path, coalitions, demands }: StatusView, naming: Naming): Terms {
  const { holdouts, lastMove } = tally;
  const fewest = asksAnything(holdouts) ? coalitions.fewestDemands : undefined;
  return [
    ['Path', path === undefined ? [] : wayLines(path, coalitions, holdouts, naming)],
    ['Block', toBlockLines(coalitions, snapshot.members, naming)],
    ['Leverage', leverageLines(coalitions.leverage, naming).map(withoutOption)],
    ['Demands', demandLines(demands, { path, fewest, holdouts }, naming)],
    ['Last move', lastMoveLines(lastMove, naming.year, (codes) => namesOf(codes, naming))],
  ];
}

/** The path, also where it takes everybody: the headline of `status` says so, and here nothing would stand in its place. */
function wayLines(...[path, coalitions, holdouts, naming]: Parameters<typeof pathLines>): readonly Shown[] {
  const lines = pathLines(path, coalitions, holdouts, naming);
  const settled = holdouts.filter(({ stance }) => !isPending(stance)).length;
  return lines.length > 0 || settled > mostNames
    ? lines
    : pathLines(path, coalitions, holdouts, { ...naming, all: true });
}

function firmness({ pivotal, coalitions, tally }: StatusView, naming: Naming): Terms {
  const toBlock = pivotal.members.length === 0 ? coalitions.toBlock : undefined;
  return [
    ['Pivotal', [pivotalLine(pivotal, toBlock, naming), ...defectionLines(coalitions.defection, naming)]],
    ['Margin', marginLines(pivotal, tally.evaluation)],
    ['Rests on', evidenceLines(coalitions.onEvidence, naming)],
  ];
}

/** The demands that several make, with those who do; what one alone asks for stands with its reasons. */
function Demands({ view: { demands }, naming }: { readonly view: StatusView; readonly naming: Naming }) {
  const shared = demands.filter(({ members }) => members.length > 1);
  if (shared.length === 0) return null;
  return (
    <>
      <h3>Demands of several members</h3>
      <ul class="demands">
        {shared.map(({ id, text, members, status }) => (
          <li key={id ?? text}>
            <q>{visible(text)}</q>{' '}
            <span class="by">
              {visible(enumeration(namesOf(members, naming), 'and', mostNames))}
              {status !== undefined && `, ${status}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
