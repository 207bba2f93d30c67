import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Standing } from '../../model/snapshot.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { Board, type KeyPress } from '../../picture/board/board.tsx';
import { layBoard } from '../../picture/board/layout.ts';
import { countEvaluations } from '../../render/words/criterion.ts';
import { stanceText } from '../../render/words/members.ts';
import { shown } from '../../text/escape-controls.ts';
import type { Answers } from '../ask/answers.ts';
import type { Acts, Ask } from '../ask/ask.ts';
import type { ReportPage } from '../ask/report-page.ts';
import { keyAct } from './board-keys.ts';
import { type Brush, BrushChoice } from './brush.tsx';
import { Card } from './card.tsx';
import { Overview } from './overview.tsx';

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
      <div class="duo">
        <Members view={view} width={boardWidth} asMap={asMap} brush={brush} chosen={chosen} acts={acts} />
        <div class={`card${chosen === undefined ? ' none' : ''}`}>
          {chosen === undefined ? (
            <Overview view={view} acts={acts} />
          ) : (
            <Card code={chosen} page={page} answers={answers} ask={ask} view={view} settled={settled} acts={acts} />
          )}
        </div>
      </div>
    </section>
  );
}

interface MembersProps {
  readonly view: SnapshotView;
  readonly width: number;
  readonly asMap: boolean;
  readonly brush: Brush;
  readonly chosen: string | undefined;
  readonly acts: Acts | undefined;
}

/** The board, with its keys. */
function Members({ view: { snapshot, tally }, width, asMap, brush, chosen, acts }: MembersProps) {
  const { members } = snapshot;
  const [focus, setFocus] = useState<string | undefined>(undefined);
  const board = useRef<HTMLDivElement>(null);
  const laid = useMemo(() => layBoard(members, width, asMap), [members, width, asMap]);
  const marked = useMemo(() => specialMembers(tally), [tally]);
  const holdouts = useMemo(() => new Set(tally.holdouts.map(({ code }) => code)), [tally]);
  const describe = (standing: Standing): string =>
    shown`${nameAndCode(standing)}: ${stanceText(standing)}${holdouts.has(standing.code) ? ', holding out' : ''}`;
  const pick = useCallback(
    (code: string): void => {
      setFocus(code);
      if (brush === undefined) acts?.pick(code);
      else acts?.toggle(code, brush);
    },
    [brush, acts],
  );
  const onKey = (event: KeyPress, code: string): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keyAct(event.key, code, laid.tiles);
    if (act === undefined) return;
    event.preventDefault();
    if (act.kind === 'pick') pick(code);
    if (act.kind === 'take-back') acts?.suppose([[code, undefined]]);
    if (act.kind === 'suppose') acts?.toggle(code, act.stance);
    if (act.kind === 'move') {
      setFocus(act.to);
      focusTile(board.current, act.to);
    }
  };
  const first = laid.tiles[0]?.standing.code;
  const stop = [focus, chosen].find((code) => laid.tiles.some(({ standing }) => standing.code === code)) ?? first;
  return (
    <div ref={board}>
      <Board
        laid={laid}
        label={acts === undefined ? 'Where each member stands' : 'Members. Arrow keys move, Enter opens a member'}
        selected={chosen}
        focus={stop}
        marked={marked}
        describe={describe}
        onPick={acts && pick}
        onKey={onKey}
      />
      <Legend isMarked={marked.size > 0} isAssumed={members.some(({ assumed }) => assumed)} hasKeys={acts !== undefined} />
    </div>
  );
}

function Legend(props: { readonly isMarked: boolean; readonly isAssumed: boolean; readonly hasKeys: boolean }) {
  return (
    <p class="note">
      {props.isMarked && (
        <>
          <svg class="pic" width="10" height="10" aria-hidden="true">
            <path class="corner" d="M0 0 h9 v9 Z" />
          </svg>{' '}
          has a criterion of its own.{' '}
        </>
      )}
      {props.isAssumed && 'A dashed frame is an assumption. '}
      {props.hasKeys && (
        <span class="keys">
          Keys: arrows move, Enter opens; S support, A abstain, O oppose suppose; Backspace takes back.
        </span>
      )}
    </p>
  );
}

const nameAndCode = ({ name, code }: Standing): string => (name === code ? name : `${name} (${code})`);

/** The members that a criterion looks at alone. */
function specialMembers({ evaluation }: SnapshotView['tally']): ReadonlySet<string> {
  return new Set(
    countEvaluations(evaluation).flatMap(({ criterion: { among } }) => (among && 'only' in among ? among.only : [])),
  );
}

function focusTile(board: HTMLDivElement | null, code: string): void {
  for (const tile of board?.querySelectorAll<SVGElement>('[data-code]') ?? [])
    if (tile.dataset.code === code) tile.focus();
}
