import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { Standing } from '../../../model/snapshot.ts';
import type { SnapshotView } from '../../../model/view.ts';
import { Board, type KeyPress } from '../../../picture/board/board.tsx';
import { layBoard } from '../../../picture/board/layout.ts';
import { countEvaluations } from '../../../render/words/criterion.ts';
import { stanceText } from '../../../render/words/members.ts';
import { shown } from '../../../text/escape-controls.ts';
import type { Acts } from '../../ask/ask.ts';
import { keyAct } from './board-keys.ts';
import type { Brush } from './brush.tsx';

interface MembersProps {
  readonly view: SnapshotView;
  readonly width: number;
  readonly asMap: boolean;
  readonly brush: Brush;
  readonly chosen: string | undefined;
  readonly acts: Acts | undefined;
}

/** A tile a member. One of them is a stop of the Tab key, and keys go on from there. */
export function Members({ view: { snapshot, tally }, width, asMap, brush, chosen, acts }: MembersProps) {
  const { members } = snapshot;
  const [focus, setFocus] = useState<string | undefined>(undefined);
  const board = useRef<HTMLDivElement>(null);
  const laid = useMemo(() => layBoard(members, width, asMap), [members, width, asMap]);
  const marked = useMemo(() => specialMembers(tally), [tally]);
  const holdouts = useMemo(() => new Set(tally.holdouts.map(({ code }) => code)), [tally]);
  const describe = (standing: Standing): string =>
    shown`${codeAndName(standing)}: ${stanceText(standing)}${holdouts.has(standing.code) ? ', holding out' : ''}`;
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
      <Legend
        isMarked={marked.size > 0}
        isAssumed={members.some(({ assumed }) => assumed)}
        hasKeys={acts !== undefined}
      />
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
          Keys: arrows move, Enter opens, S supposes support, A abstain, O oppose, Backspace takes back.
        </span>
      )}
    </p>
  );
}

/** What is to be seen on a tile comes first: `HU, Hungary`. */
const codeAndName = ({ name, code }: Standing): string => (name === code ? name : `${code}, ${name}`);

/** The members that a criterion looks at alone. */
function specialMembers({ evaluation }: SnapshotView['tally']): ReadonlySet<string> {
  return new Set(
    countEvaluations(evaluation).flatMap(({ criterion: { among } }) => (among && 'only' in among ? among.only : [])),
  );
}

/** Moves the focus to the tile of a member, if there is one. */
export function focusTile(board: HTMLDivElement | null, code: string): void {
  for (const tile of board?.querySelectorAll<SVGElement>('[data-code]') ?? [])
    if (tile.dataset.code === code) tile.focus();
}
