import type { SnapshotView } from '../../model/view.ts';
import type { Acts, Ask } from '../ask/ask.ts';
import { Stamp } from '../parts/stamp.tsx';

interface WhatIfProps {
  readonly ifs: Ask['ifs'];
  readonly view: SnapshotView;
  /** The same without assumptions. */
  readonly plain: SnapshotView;
  readonly nameOf: (code: string) => string;
  readonly acts: Acts | undefined;
}

/** More assumptions than these are counted. */
const mostPills = 24;

/** The assumptions behind what the page says, so that none of it is taken for fact; nothing without assumptions. */
export function WhatIf({ ifs, view, plain, nameOf, acts }: WhatIfProps) {
  if (ifs.size === 0) return undefined;
  const [before, after] = [plain.tally.outcome, view.tally.outcome];
  return (
    <aside class="whatif" aria-label="What if">
      <p>
        <b>What if.</b> Assumptions, not statements:{' '}
        {[...ifs].slice(0, mostPills).map(([code, stance]) => {
          const words = (
            <>
              {nameOf(code)} <i>{stance}</i>
            </>
          );
          return acts === undefined ? (
            <span class="pill">{words}</span>
          ) : (
            <button
              type="button"
              class="pill"
              aria-label={`Undo: ${nameOf(code)} ${stance}`}
              onClick={() => acts.suppose([[code, undefined]])}
            >
              {words} <span aria-hidden="true">✕</span>
            </button>
          );
        })}
        {ifs.size > mostPills && ` and ${ifs.size - mostPills} more`}
      </p>
      <p class="then">
        {before === after ? (
          <span>
            still <Stamp outcome={after} />
          </span>
        ) : (
          <span>
            <b>{before}</b> → <Stamp outcome={after} />
          </span>
        )}
        {acts !== undefined && (
          <button type="button" onClick={() => acts.reset()}>
            Reset
          </button>
        )}
      </p>
    </aside>
  );
}
