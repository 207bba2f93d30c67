import type { StatusView } from '../../model/view.ts';
import { toBlockLines } from '../../render/coalitions/block.ts';
import { defectionLines } from '../../render/coalitions/defection.ts';
import { asksAnything, demandLines } from '../../render/coalitions/demands.ts';
import { leverageLines } from '../../render/coalitions/leverage.ts';
import { type Naming, namesOf, namingFor } from '../../render/coalitions/naming.ts';
import { pathLines } from '../../render/coalitions/path.ts';
import { evidenceLines, marginLines, pivotalLine } from '../../render/coalitions/pivotal.ts';
import type { SectionEntry } from '../../render/layout/section.ts';
import { lastMoveLines } from '../../render/words/claims-and-dates.ts';
import { visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { Entries } from '../parts/entries.tsx';

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
    // That it takes everybody is said by the headline of `status`; here it would leave the heading with nothing below.
    ['Path', path === undefined ? [] : pathLines(path, coalitions, holdouts, { ...naming, all: holdouts.length <= mostNamed })],
    ['Block', toBlockLines(coalitions, snapshot.members, naming)],
    ['Leverage', leverageLines(coalitions.leverage, naming)],
    ['Demands', demandLines(demands, { path, fewest, holdouts }, naming)],
    ['Last move', lastMoveLines(lastMove, naming.year, (codes) => namesOf(codes, naming))],
  ];
}

/** So many holdouts may all be named. */
const mostNamed = 12;

function firmness({ pivotal, coalitions, tally }: StatusView, naming: Naming): Terms {
  const toBlock = pivotal.members.length === 0 ? coalitions.toBlock : undefined;
  return [
    ['Pivotal', [pivotalLine(pivotal, toBlock, naming), ...defectionLines(coalitions.defection, naming)]],
    ['Margin', marginLines(pivotal, tally.evaluation)],
    ['Rests on', evidenceLines(coalitions.onEvidence, naming)],
  ];
}

/** More demands than these are counted. */
const mostDemands = 40;

/** The demands of holdouts with those who make them; nothing where one line has said it all. */
function Demands({ view: { demands }, naming }: { readonly view: StatusView; readonly naming: Naming }) {
  if (demands.length < 2) return undefined;
  return (
    <>
      <h3>Demands in the way</h3>
      <ul class="demands">
        {demands.slice(0, mostDemands).map(({ id, text, members, status }) => (
          <li key={id ?? text}>
            <q>{visible(text)}</q>{' '}
            <span class="by">
              {visible(enumeration(namesOf(members, naming), 'and'))}
              {status !== undefined && `, ${status}`}
            </span>
          </li>
        ))}
      </ul>
      {demands.length > mostDemands && <p class="by">{demands.length - mostDemands} more.</p>}
    </>
  );
}
