import type { Roster } from '../../model/roster.ts';
import type { Holdout } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { Chip } from '../../picture/sign.tsx';
import { alikeIn } from '../../render/status/member-rows.ts';
import { yearOf } from '../../render/words/dates.ts';
import { inTheWayText } from '../../render/words/in-the-way.ts';
import { holdingOutText, stanceText } from '../../render/words/members.ts';
import { membersByName, worstFirst } from '../../render/words/order.ts';
import type { Acts } from '../ask/ask.ts';
import { Evidence } from '../parts/evidence.tsx';
import { Names } from '../parts/names.tsx';
import { sentence } from '../parts/sentence.ts';

interface HoldoutsProps {
  readonly view: SnapshotView;
  readonly roster: Roster;
  readonly acts: Acts | undefined;
}

/** More holdouts than these are counted. */
const mostCards = 120;

/** More names of members without a known position are counted. */
const mostNames = 120;

/** Who holds out, the worst first, and why; nothing once nobody does. */
export function Holdouts(props: HoldoutsProps) {
  const { view } = props;
  if (view.tally.holdouts.length === 0) return undefined;
  const way = inTheWayText(view);
  return (
    <section aria-labelledby="h-out">
      <h2 id="h-out">Who holds out, and why</h2>
      {way !== undefined && <p class="deck">{sentence(way)}</p>}
      <HoldoutCards {...props} />
    </section>
  );
}

/** A card for each holdout with a known position, and the names of the others. */
export function HoldoutCards({ view: { snapshot, tally }, roster, acts }: HoldoutsProps) {
  const year = yearOf(snapshot.asOf);
  const groups = alikeIn(worstFirst(tally.holdouts.filter((holdout) => !isUnknown(holdout))), (told) =>
    holdingOutText(told, year),
  );
  const unknown = membersByName(tally.holdouts.filter(isUnknown));
  const hidden = groups.slice(mostCards).flat().length;
  return (
    <>
      <ol class="holdouts">
        {groups.slice(0, mostCards).map((group) => {
          const [first] = group;
          return (
            <li key={first.code}>
              <h3>
                <Chip stance={first.stance} assumed={first.assumed} />
                <Names members={group} acts={acts} />
              </h3>
              <p class="meta">
                <b>{stanceText(first)}</b> {holdingOutText(first, year)}
              </p>
              <Evidence standing={first} sources={roster.sources} year={year} />
            </li>
          );
        })}
      </ol>
      {hidden > 0 && <p class="unknown">{hidden} more.</p>}
      {unknown.length > 0 && (
        <p class="unknown">
          <b>Undeclared ({unknown.length}):</b> <Names members={unknown.slice(0, mostNames)} acts={acts} />
          {unknown.length > mostNames && ` and ${unknown.length - mostNames} more`}
        </p>
      )}
    </>
  );
}

const isUnknown = ({ stance, basis, assumed }: Holdout): boolean =>
  stance === 'undeclared' && basis === undefined && !assumed;
