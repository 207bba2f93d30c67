import { answer } from '../engine/answer.ts';
import { assume, snapshot } from '../engine/snapshot.ts';
import type { Stance } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import type { StatusView } from '../model/view.ts';
import type { ReportPage } from './report-page.ts';

/** What a reader asks of a page. */
export interface Ask {
  readonly at: Time;
  /** Assumptions by code. */
  readonly ifs: ReadonlyMap<string, Stance>;
  readonly onRecord: boolean;
  /** The code of the member whose card is open. */
  readonly member?: string;
}

/** What a page asks the engine. */
export interface Answers {
  status(ask: Ask): StatusView;
}

/** The engine's answers about the roster of a page. */
export function answersOf({ roster, origin }: ReportPage): Answers {
  return {
    status: ({ at, onRecord, ifs }) => {
      const before = snapshot(roster, at, { onRecord });
      return answer(roster, ifs.size === 0 ? before : assume(before, ifs), origin);
    },
  };
}

/** What a page shows before anybody has asked anything. */
export const startOf = ({ at, ifs, onRecord }: ReportPage): Ask => ({
  at,
  ifs: new Map(Object.entries(ifs)),
  onRecord,
});
