import { useMemo } from 'preact/hooks';
import type { Roster } from '../../model/roster.ts';
import type { Timeline } from '../../model/timeline.ts';
import type { SnapshotView } from '../../model/view.ts';
import { seriesOf } from '../../render/timeline/chart/series.ts';
import { timelineEntries } from '../../render/timeline/entries.ts';
import { dateText, yearOf } from '../../render/words/dates.ts';
import { demandTexts, sinceWords, stanceText, wantsText, whoText } from '../../render/words/members.ts';
import { membersByName } from '../../render/words/order.ts';
import { visible } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';

interface TablesProps {
  readonly view: SnapshotView;
  /** Absent where nothing is dated. */
  readonly told: Timeline | undefined;
  readonly roster: Roster;
}

/** Of more members there is no table: it would be most of the page. */
const mostMembers = 2000;

/** More dates are counted. */
const mostDates = 400;

/** Everything in the pictures as tables, for those who hear the page. */
export function Tables({ view, told, roster }: TablesProps) {
  const dates = useMemo(() => told && <Dates told={told} />, [told]);
  const members = useMemo(() => <Members view={view} roster={roster} />, [view, roster]);
  const isSmall = view.snapshot.members.length <= mostMembers;
  return (
    <section aria-labelledby="h-all">
      <h2 id="h-all">Everything as tables</h2>
      {isSmall ? members : <p>{view.snapshot.members.length} members are too many for a table here.</p>}
      {dates}
    </section>
  );
}

function Members({ view: { snapshot }, roster }: Omit<TablesProps, 'told'>) {
  const year = yearOf(snapshot.asOf);
  return (
    <details>
      <summary>
        {plural(snapshot.members.length, 'member')} on {dateText(snapshot.asOf)}
      </summary>
      <section class="scroll" tabindex={0} aria-label="Members">
        <table>
          <Columns names={['member', 'stance', 'since', 'who says so', 'why', 'wants']} />
          <tbody>
            {membersByName(snapshot.members).map((standing) => (
              <tr key={standing.code}>
                <th scope="row">{visible(standing.name)}</th>
                <td>{stanceText(standing)}</td>
                <td>{sinceWords(standing, year)}</td>
                <td>{whoText(standing, roster.sources)}</td>
                <td>{visible(standing.why ?? '')}</td>
                <td>{demandTexts(standing, year).join('; ') || wantsText(standing, year)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Dates({ told }: { readonly told: Timeline }) {
  const series = seriesOf(told);
  const entries = timelineEntries(told, series, '→');
  return (
    <details>
      <summary>{plural(told.points.length, 'date')} on which something changed</summary>
      <section class="scroll" tabindex={0} aria-label="Dates">
        <table>
          <Columns names={['date', 'outcome', series.label, 'what happened']} />
          <tbody>
            {entries.slice(0, mostDates).map(({ date, state, tally, texts }) => (
              <tr key={date}>
                <th scope="row">{date}</th>
                <td>{state.outcome}</td>
                <td>{tally}</td>
                <td>
                  {[...texts].map((text) => (
                    <p>{text}</p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {entries.length > mostDates && <p>{entries.length - mostDates} more.</p>}
    </details>
  );
}

const Columns = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
);
