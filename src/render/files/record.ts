import type { Side } from '../../model/diff.ts';
import type { RecordView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { renderDiff } from '../diff/terminal.ts';
import { type Json, json } from '../format/json.ts';
import { countsJson } from '../format/json-parts.ts';
import { linesText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';
import { verdictText } from '../words/verdict.ts';

/** Largest number of moves that are named; more are counted. */
const mostMoves = 5;

/** `record` for people: the effect of the moves on the outcome. */
export function renderRecord({ file, diff, after }: RecordView, layout: Layout): Painted {
  if (diff !== undefined) return renderDiff({ diff, origins: { before: file, after: file } }, layout);
  const { outcome } = after.tally;
  return linesText([painted`${layout.theme.outcome[outcome](visible(outcome.toUpperCase()))}  ${verdictText(after)}`]);
}

/**
 * One line on what was recorded where: `recorded TR: support (29 Apr 2024) in nato.yaml`. The date of the outcome is added
 * if it is later than all that was recorded.
 */
export function recordedText({ file, moves, claims, reports, denials, demands, after, patch }: RecordView): Shown {
  const named = [
    ...moves.map(({ code, position: { date, stance } }) => `${code}: ${stance} (${dateText(date)})`),
    ...claims.map((claim) => `a claim (${dateText(claim.date)}: ${claimText(claim)})`),
    ...reports.map(
      ({ date, of, stance }) => `a report (${dateText(date)}: ${of.group ?? of.codes.join(', ')} ${stance})`,
    ),
    ...denials.map(
      ({ code, report, denial }) =>
        `a denial (${dateText(denial.date)}) of the report on ${code} of ${dateText(report)}`,
    ),
    ...demands.map(({ id, event }) => `a demand (${dateText(event.date)}: ${id} ${event.status})`),
  ];
  const what = named.length > mostMoves ? `${named.length} positions` : named.join(', ');
  const { asOf } = after.snapshot;
  const dates = [
    ...moves.map(({ position }) => position),
    ...claims,
    ...reports,
    ...denials.map(({ denial }) => denial),
    ...demands.map(({ event }) => event),
  ];
  const isLater = dates.every(({ date }) => date.day < asOf.day);
  const outcome = isLater ? `; outcome as of ${dateText(asOf)}` : '';
  return shown`${patch === undefined ? 'recorded' : 'would record'} ${what} in ${file}${outcome}`;
}

function claimText({ supporting, holdingOut, among, holdouts }: RecordView['claims'][number]): string {
  const within = among === undefined ? '' : ` among ${among.group ?? among.codes.join(', ')}`;
  const listed = holdouts?.length === 0 ? 'nobody holding out' : `holding out: ${holdouts?.join(', ')}`;
  return [
    ...(supporting === undefined ? [] : [`${supporting.text} in support${within}`]),
    ...(holdingOut === undefined ? [] : [`${holdingOut.text} holding out${within}`]),
    ...(holdouts === undefined ? [] : [listed]),
  ].join(', ');
}

/** A patch for a terminal: painted line by line, with control characters escaped. */
export function renderPatch(patch: string, { theme }: Layout): string {
  return patch.replace(/[^\n]+/g, (line) => {
    const shown = visible(line.replace(/\r$/, ''));
    if (/^(?:---|\+\+\+|@@|\\)/.test(shown)) return theme.faint(shown);
    return /^[-+]/.test(shown) ? theme.strong(shown) : shown;
  });
}

/** `record` as data: `rutte-tally/record/1`. */
export function renderRecordJson(view: RecordView): string {
  const { file, moves, claims, reports, denials, demands, diff, after, patch } = view;
  return json({
    schema: 'rutte-tally/record/1',
    file,
    written: patch === undefined,
    moves: moves.map(({ code, position: { date, stance } }) => ({ member: code, stance, date: date.text })),
    claims: claims.map(({ date, supporting, holdingOut, among, holdouts }) => ({
      date: date.text,
      supporting: supporting?.text ?? null,
      holdingOut: holdingOut?.text ?? null,
      among: among?.codes ?? null,
      group: among?.group ?? null,
      holdouts: holdouts ?? null,
    })),
    reports: reports.map(({ date, of, stance }) => ({
      date: date.text,
      of: of.codes,
      group: of.group ?? null,
      stance,
    })),
    denials: denials.map(({ code, report, denial }) => ({
      member: code,
      date: report.text,
      deniedOn: denial.date.text,
      deniedBy: denial.by ?? null,
    })),
    demands: demands.map(({ id, event: { date, status, by } }) => ({ id, status, date: date.text, by: by ?? null })),
    asOf: after.snapshot.asOf.text,
    before: diff === undefined ? null : sideJson(diff.before),
    after: sideJson(after),
    patch: patch ?? null,
  });
}

const sideJson = ({ tally }: Side): Json => ({ outcome: tally.outcome, tally: countsJson(tally.counts) });
