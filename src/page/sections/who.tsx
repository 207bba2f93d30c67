import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { layBoard } from '../../picture/board/layout.ts';
import type { Answers } from '../ask/answers.ts';
import type { Acts, Ask } from '../ask/ask.ts';
import type { ReportPage } from '../ask/report-page.ts';
import { type Brush, BrushChoice } from './members/brush.tsx';
import { Card } from './members/card.tsx';
import { focusTile, Members } from './members/members.tsx';
import { Overview } from './members/overview.tsx';

interface WhoProps {
  readonly page: ReportPage;
  readonly answers: Answers;
  readonly ask: Ask;
  readonly view: SnapshotView;
  /** What it would take; undefined until that is known of what is asked now. */
  readonly settled: StatusView | undefined;
  readonly width: number;
  readonly acts: Acts | undefined;
}

/** From this width on board and card are side by side. */
const wide = 900;

/** Where everybody stands, and one member more closely. */
export function Who({ page, answers, ask, view, settled, width, acts }: WhoProps) {
  const [brush, setBrush] = useState<Brush>(undefined);
  const [asMap, setAsMap] = useState(true);
  const { members } = view.snapshot;
  const boardWidth = width >= wide ? Math.floor(width * 0.56) : width;
  const canMap = useMemo(() => layBoard(members, boardWidth, true).kind === 'map', [members.length, boardWidth]);
  const path = settled?.path?.sets[0] ?? [];
  const chosen = members.some(({ code }) => code === ask.member) ? ask.member : undefined;
  const both = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const isAlive = acts !== undefined;
  const wasAlive = useRef(false);
  useEffect(() => {
    // A card that an address opens leaves the page at its beginning.
    if (wasAlive.current && chosen !== undefined && card.current !== null) bringIntoView(card.current);
    wasAlive.current = isAlive;
  }, [chosen, isAlive]);
  const close = (): void => {
    acts?.pick(undefined);
    if (chosen !== undefined) focusTile(both.current, chosen);
  };
  return (
    <section aria-labelledby="h-who">
      <h2 id="h-who">Where everybody stands</h2>
      {acts !== undefined && (
        <div class="tools">
          <BrushChoice brush={brush} onBrush={setBrush} />
          <button
            type="button"
            disabled={path.length === 0}
            onClick={() => acts.suppose(path.map((code) => [code, 'support']))}
          >
            Suppose a shortest path
          </button>
          {canMap && (
            <button type="button" onClick={() => setAsMap(!asMap)}>
              {asMap ? 'Show by stance' : 'Show as a map'}
            </button>
          )}
        </div>
      )}
      <div class="duo" ref={both}>
        <Members view={view} width={boardWidth} asMap={asMap} brush={brush} chosen={chosen} acts={acts} />
        <div class="card" ref={card}>
          {chosen === undefined ? (
            <Overview view={view} acts={acts} />
          ) : (
            <Card
              code={chosen}
              page={page}
              answers={answers}
              ask={ask}
              view={view}
              settled={settled}
              acts={acts}
              onClose={close}
            />
          )}
        </div>
      </div>
    </section>
  );
}

/** Scrolls to a card of which the beginning cannot be seen: members are chosen in other places, too. */
function bringIntoView(card: HTMLElement): void {
  const { top } = card.getBoundingClientRect();
  if (top < 0 || top > card.ownerDocument.documentElement.clientHeight - leastSeen) card.scrollIntoView();
}

/** So much of a card must be seen, in pixels. */
const leastSeen = 160;
