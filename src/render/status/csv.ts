import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Cell, csv, yesNo } from '../format/csv.ts';

const head = [
  'member',
  'name',
  'stance',
  'holds out',
  'blocking',
  'assumed',
  'since',
  'circa',
  'basis',
  'by',
  'why',
  'wants',
  'sources',
  'as of',
  'on record',
  'follows',
  'followed',
  'leaning',
  'denied',
  'holding out since',
];

/** `status` for a spreadsheet: a row for every member, by code. */
export function renderStatusCsv(view: SnapshotView): string {
  return rows(view, view.snapshot.members);
}

/**
 * `check` for a spreadsheet: a row for every holdout, the worst first, then for every other member with an assumed
 * stance.
 */
export function renderCheckCsv(view: SnapshotView): string {
  const { snapshot, tally } = view;
  const holdingOut = new Set(tally.holdouts.map(({ code }) => code));
  const assumed = snapshot.members.filter((standing) => standing.assumed && !holdingOut.has(standing.code));
  return rows(view, [...tally.holdouts, ...assumed]);
}

const deniedCell = ({ stance, date, denied }: DeniedReport): string =>
  `${stance} ${date.text}, denied ${denied.date.text}${denied.by === undefined ? '' : ` by ${denied.by}`}`;

function rows({ snapshot, tally }: SnapshotView, members: readonly Standing[]): string {
  const holdouts = new Map(tally.holdouts.map((holdout) => [holdout.code, holdout]));
  return csv([
    head,
    ...members.map((standing): Cell[] => {
      const { code, name, stance, leaning, assumed, since, circa, holdingOutFrom, basis, by } = standing;
      const { why, wants, sources, denied, follows, followed } = standing;
      const holdout = holdouts.get(code);
      return [
        code,
        name,
        stance,
        yesNo(holdout !== undefined),
        yesNo(holdout?.blocking === true),
        yesNo(assumed),
        since?.text,
        yesNo(circa),
        basis,
        by,
        why,
        wants.join('; '),
        sources.join('; '),
        snapshot.asOf.text,
        yesNo(snapshot.onRecord),
        follows?.join('; '),
        yesNo(followed !== undefined),
        leaning,
        denied.map(deniedCell).join('; '),
        holdingOutFrom?.since?.text,
      ];
    }),
  ]);
}
