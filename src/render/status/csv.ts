import type { AnsweredDemand, DeniedReport, Standing } from '../../model/snapshot.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
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
  'holding out since',
  'leaning',
  'denied',
  'answered',
  'follows',
  'followed',
];

/** The columns that only `status` has: the groups of a member, and its part in sets of members. */
const headOfSets = ['groups', 'leverage', 'leverage of', 'pivotal', 'defection', 'on evidence'];

/** `status` for a spreadsheet: a row for every member, by code. */
export function renderStatusCsv(view: StatusView): string {
  const { leverage, defection, onEvidence } = view.coalitions;
  const others = new Map(defection.map(({ member, size }) => [member, size]));
  const [pivotal, restingOn] = [new Set(view.pivotal.members), new Set(onEvidence?.possible)];
  const setCells = ({ code }: Standing): Cell[] => [
    Object.entries(view.snapshot.groups)
      .flatMap(([name, codes]) => (codes.includes(code) ? [name] : []))
      .join('; '),
    leverage && String(leverage.sets.get(code) ?? 0),
    leverage && String(leverage.of),
    yesNo(pivotal.has(code)),
    others.get(code)?.toString(),
    yesNo(restingOn.has(code)),
  ];
  return csv(rows(view, view.snapshot.members, headOfSets, setCells));
}

/**
 * `check` for a spreadsheet: a row for every holdout, the worst first, then for every other member with an assumed
 * stance.
 */
export const renderCheckCsv = (view: SnapshotView): string => csv(checkRows(view));

/** The same as rows of cells, the names of the columns first. */
export function checkRows(view: SnapshotView): readonly (readonly Cell[])[] {
  const { snapshot, tally } = view;
  const holdingOut = new Set(tally.holdouts.map(({ code }) => code));
  const assumed = snapshot.members.filter((standing) => standing.assumed && !holdingOut.has(standing.code));
  return rows(view, [...tally.holdouts, ...assumed]);
}

const deniedCell = ({ stance, date, denied }: DeniedReport): string =>
  `${stance} ${date.text}, denied ${denied.date.text}${denied.by === undefined ? '' : ` by ${denied.by}`}`;

const answeredCell = ({ text, status, since, by }: AnsweredDemand): string =>
  `${text}: ${status} ${since.text}${by === undefined ? '' : ` by ${by}`}`;

function rows(
  { snapshot, tally }: SnapshotView,
  members: readonly Standing[],
  moreHead: readonly string[] = [],
  moreCells: (standing: Standing) => readonly Cell[] = () => [],
): readonly (readonly Cell[])[] {
  const holdouts = new Map(tally.holdouts.map((holdout) => [holdout.code, holdout]));
  return [
    [...head, ...moreHead],
    ...members.map((standing): Cell[] => {
      const { code, name, stance, leaning, assumed, since, circa, holdingOutFrom, basis, by } = standing;
      const { why, wants, answered, sources, denied, follows, followed } = standing;
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
        holdingOutFrom?.since?.text,
        leaning,
        denied.map(deniedCell).join('; '),
        answered.map(answeredCell).join('; '),
        follows?.join('; '),
        yesNo(followed !== undefined),
        ...moreCells(standing),
      ];
    }),
  ];
}
