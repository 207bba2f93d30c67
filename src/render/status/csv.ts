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

/** The columns that only `status` has: groups and weights of a member, its part in sets of members, and its sources. */
const headOfSets = [
  'groups',
  'leverage',
  'leverage of',
  'pivotal',
  'defection',
  'on evidence',
  'weights',
  'source titles',
  'source addresses',
];

/** `status` for a spreadsheet: a row for every member, by code. */
export function renderStatusCsv(view: StatusView): string {
  const { leverage, defection, onEvidence } = view.coalitions;
  const others = new Map(defection.map(({ member, size }) => [member, size]));
  const [pivotal, restingOn] = [new Set(view.pivotal.members), new Set(onEvidence?.possible)];
  const setCells = ({ code, weights, sources }: Standing): Cell[] => [
    Object.entries(view.snapshot.groups)
      .flatMap(([name, codes]) => (codes.includes(code) ? [name] : []))
      .join('; '),
    leverage && String(leverage.sets.get(code) ?? 0),
    leverage && String(leverage.of),
    yesNo(pivotal.has(code)),
    others.get(code)?.toString(),
    yesNo(restingOn.has(code)),
    Object.entries(weights)
      .map(([name, value]) => `${name}: ${value}`)
      .join('; '),
    ofSources(sources, (key) => view.sources[key]?.title),
    ofSources(sources, (key) => view.sources[key]?.url ?? (/^https?:/i.test(key) ? key : undefined)),
  ];
  return csv(rows(view, view.snapshot.members, headOfSets, setCells));
}

/** What is known of each source, in their order, with blanks between the separators where it is not; empty for all such. */
function ofSources(keys: readonly string[], known: (key: string) => string | undefined): string {
  const parts = keys.map((key) => known(key)?.replace(/;(?=\s|$)/g, ',') ?? '');
  return parts.every((part) => part === '') ? '' : parts.join('; ');
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
