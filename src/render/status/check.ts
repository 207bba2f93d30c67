import type { Holdout } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { nameColumn, widest } from '../layout/columns.ts';
import { linesText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { againstRuleText, decidedText } from '../words/decision.ts';
import { stanceText, wantsText } from '../words/members.ts';
import { worstOf } from '../words/order.ts';
import { assumptionsText, turnText, verdictText } from '../words/verdict.ts';
import { decidingWeights, weightText } from './deciding-weights.ts';
import { alikeIn } from './member-rows.ts';

/** Holdouts with a line each; the others are counted. */
const mostHoldouts = 8;

/**
 * `check` for people: the verdict, then a line for each of the worst holdouts.
 *
 * @param file the roster's name, told where there are several
 */
export function renderCheck(view: SnapshotView, layout: Layout, file?: string): Painted {
  const { width, theme } = layout;
  const { snapshot, tally } = view;
  const word = visible(tally.outcome.toUpperCase());
  const assumptions = assumptionsText(view);
  const assumed = assumptions === undefined ? '' : `, assuming ${assumptions}`;
  const onRecord = snapshot.onRecord ? ', on record' : '';
  const what = shown`${snapshot.title} (${dateText(snapshot.asOf)}${onRecord}${assumed})`;
  const indent = spaces(word.length + 2);
  const beside = (text: Shown): [Shown, ...Shown[]] => wrap(text, width - indent.length);
  const [first, ...rest] = beside(what);
  const turn = turnText(view);
  const decided = snapshot.decision && shown`${snapshot.decision.outcome} on ${decidedText(snapshot.decision)}`;
  const remarks = [decided, againstRuleText(view), turn].flatMap((remark) =>
    remark === undefined ? [] : beside(remark),
  );
  const below = [...rest, ...beside(verdictText(view)), ...remarks];
  const from = file === undefined ? [] : beside(visible(file)).map((line) => theme.faint(line));
  return linesText([
    painted`${theme.outcome[tally.outcome](word)}  ${theme.strong(first)}`,
    ...[...below, ...from].map((line) => painted`${indent}${line}`),
    ...holdoutLines(view, layout),
  ]);
}

function holdoutLines({ tally, snapshot }: SnapshotView, layout: Layout): Painted[] {
  const weights = decidingWeights(tally.evaluation);
  const year = yearOf(snapshot.asOf);
  const { length } = tally.holdouts;
  const { first: listed, others } = worstOf(tally.holdouts, length === mostHoldouts + 1 ? length : mostHoldouts);
  const known = (holdout: Holdout): Shown => weightText(holdout, weights);
  const [stances, amounts] = [widest(listed.map(stanceText)), widest(listed.map(known))];
  const column = nameColumn(
    listed.map(({ name }) => visible(name)),
    stances,
    layout,
  );
  const start = column.start + stances + 2;
  const weighed = amounts > 0 && start + amounts <= layout.width;
  const room = layout.width - start - (weighed ? amounts + 2 : 0);
  const ellipsis = visible(layout.ascii === true ? '...' : '…');
  const row = (holdout: Holdout, repeated: boolean): Painted[] => {
    const why = repeated ? shown`the same` : truncate(reasonText(holdout, year), Math.max(0, room), ellipsis);
    const weight = weighed ? shown`${padEnd(known(holdout), amounts)}  ` : '';
    return column.row(visible(holdout.name), shown`${padEnd(stanceText(holdout), stances)}  ${weight}${why}`);
  };
  const rows = alikeIn(listed).flatMap((group) =>
    (group as readonly Holdout[]).flatMap((holdout, index) =>
      row(holdout, index > 0 && reasonText(holdout, year) !== ''),
    ),
  );
  if (others.length === 0) return rows;
  const more = shown`and ${othersText(others)}`;
  return [...rows, ...wrap(more, layout.width - 2).map((line) => painted`  ${line}`)];
}

/** What a member wants if that would settle it, else why it holds out. */
function reasonText(holdout: Holdout, year: string): Shown {
  const { stance, wants, answered, why } = holdout;
  const asks = stance === 'conditional' && (wants.length + answered.length > 0 || why === undefined);
  return (asks ? wantsText(holdout, year) : undefined) ?? visible(why ?? '');
}

/** `21 more, undeclared`; of several stances `7 more: 6 undeclared, 1 abstain`. */
function othersText(others: readonly Holdout[]): string {
  const counts = new Map<string, number>();
  for (const { stance } of others) counts.set(stance, (counts.get(stance) ?? 0) + 1);
  const [only, another] = counts.keys();
  if (only !== undefined && another === undefined) return `${others.length} more, ${only}`;
  return `${others.length} more: ${[...counts].map(([stance, count]) => `${count} ${stance}`).join(', ')}`;
}
