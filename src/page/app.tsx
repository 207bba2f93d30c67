import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Defs } from '../picture/defs.tsx';
import { mostRibbons } from '../picture/ribbons/ribbons.tsx';
import { dateText } from '../render/words/dates.ts';
import { assumptionsText, verdictText } from '../render/words/verdict.ts';
import { shown, visible } from '../text/escape-controls.ts';
import type { Answers } from './ask/answers.ts';
import type { Browser } from './ask/browser.ts';
import type { ReportPage } from './ask/report-page.ts';
import { useAnnouncement } from './ask/use-announcement.ts';
import { useAsk } from './ask/use-ask.ts';
import { useSettled } from './ask/use-settled.ts';
import { Foot } from './sections/foot.tsx';
import { Head } from './sections/head.tsx';
import { Holdouts } from './sections/holdouts.tsx';
import { Moved } from './sections/moved.tsx';
import { Reported } from './sections/reported.tsx';
import { Rule } from './sections/rule.tsx';
import { Tables } from './sections/tables.tsx';
import { Takes } from './sections/takes.tsx';
import { WhatIf } from './sections/what-if.tsx';
import { Who } from './sections/who.tsx';

interface AppProps {
  readonly page: ReportPage;
  readonly answers: Answers;
  /** Absent in a file. */
  readonly browser?: Browser;
}

/** The width of a page in a file, in pixels. */
const widest = 1080;

/** The least width that pictures are drawn for. */
const narrowest = 280;

/** The page of a report: the answer to what is asked, and everything to ask with. */
export function App({ page, answers, browser }: AppProps) {
  const { roster } = page;
  const { ask, start, acts } = useAsk(page, answers, browser);
  const view = answers.brief(ask);
  const { settled, isStale } = useSettled(ask, view, answers, browser);
  const [width, setWidth] = useState(widest);
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      main.current === null ? undefined : browser?.onWidth(main.current, (now) => setWidth(Math.max(narrowest, now))),
    [browser],
  );
  const isAlive = acts !== undefined;
  useEffect(() => (isAlive ? browser?.ready() : undefined), [isAlive, browser]);
  const names = useMemo(() => new Map(roster.members.map(({ code, name }) => [code, visible(name)])), [roster]);
  const assumed = assumptionsText(view);
  const answer = shown`${dateText(view.snapshot.asOf)}: ${view.tally.outcome}, ${verdictText(view)}${assumed === undefined ? '' : `, assuming ${assumed}`}`;
  const said = useAnnouncement(answer, isAlive, browser);
  const isDated = useMemo(() => answers.timeline(false).points.length > 0, [answers]);
  const told = answers.timeline(ask.onRecord);
  const isDecided = view.snapshot.decision !== undefined;
  return (
    <main ref={main} class={isAlive ? 'alive' : undefined}>
      <svg class="defs" width="0" height="0" aria-hidden="true">
        <Defs />
      </svg>
      <Head view={view} width={width} />
      <WhatIf
        ifs={ask.ifs}
        view={view}
        plain={answers.plain(ask)}
        nameOf={(code) => names.get(code) ?? visible(code)}
        acts={acts}
      />
      <p class="sr" role="status">
        {said === '' ? undefined : said}
      </p>
      {isDated && (
        <Moved
          told={told}
          ways={roster.members.length > mostRibbons ? [] : answers.ways(ask.onRecord)}
          ask={ask}
          start={start}
          view={view}
          width={width}
          acts={acts}
        />
      )}
      <Who
        page={page}
        answers={answers}
        ask={ask}
        view={view}
        settled={isStale ? undefined : settled}
        width={width}
        acts={acts}
      />
      <Holdouts view={view} roster={roster} acts={acts} />
      <section class="cols" aria-label="What it would take, and the rule">
        {!isDecided && <Takes view={settled} isStale={isStale} />}
        <Rule view={view} settled={isStale ? undefined : settled} />
      </section>
      <Reported view={view} roster={roster} />
      <Tables view={view} told={isDated ? told : undefined} roster={roster} />
      <Foot page={page} ask={ask} />
    </main>
  );
}
