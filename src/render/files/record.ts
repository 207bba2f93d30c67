import type { Side } from '../../model/diff.ts';
import type { Time } from '../../model/time.ts';
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
 * One line on what was recorded where:
 * `recorded in nato.yaml: TR support 2024-04-29; the outcome is that of 29 Apr 2024`.
 *
 * @param today ISO day
 */
export function recordedText(
  { file, moves, claims, reports, denials, after, patch }: RecordView,
  today: string,
): Shown {
  const dated = ({ text }: Time): string => `${text}${text === today ? ' (today)' : ''}`;
  const named = [
    ...moves.map(({ code, position: { date, stance } }) => `${code} ${stance} ${dated(date)}`),
    ...claims.map((claim) => `claim of ${dated(claim.date)}, ${claimText(claim)}`),
    ...reports.map(({ date, of, stance }) => `report of ${dated(date)}, ${of.group ?? of.codes.join(', ')} ${stance}`),
    ...denials.map(({ code, report, denial }) => `denial of ${code} ${report.text} on ${dated(denial.date)}`),
  ];
  const what = named.length > mostMoves ? `${named.length} positions` : named.join(', ');
  const done = patch === undefined ? 'recorded in' : 'would be recorded in';
  return shown`${done} ${file}: ${what}; the outcome is that of ${dateText(after.snapshot.asOf)}`;
}

function claimText({ supporting, holdingOut, holdouts }: RecordView['claims'][number]): string {
  const listed = holdouts?.length === 0 ? 'nobody holding out' : `holding out: ${holdouts?.join(', ')}`;
  return [
    ...(supporting === undefined ? [] : [`${supporting.text} in support`]),
    ...(holdingOut === undefined ? [] : [`${holdingOut.text} holding out`]),
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
export function renderRecordJson({ file, moves, claims, reports, denials, diff, after, patch }: RecordView): string {
  return json({
    schema: 'rutte-tally/record/1',
    file,
    written: patch === undefined,
    moves: moves.map(({ code, position: { date, stance } }) => ({ member: code, stance, date: date.text })),
    claims: claims.map(({ date, supporting, holdingOut, holdouts }) => ({
      date: date.text,
      supporting: supporting?.text ?? null,
      holdingOut: holdingOut?.text ?? null,
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
    asOf: after.snapshot.asOf.text,
    before: diff === undefined ? null : sideJson(diff.before),
    after: sideJson(after),
    patch: patch ?? null,
  });
}

const sideJson = ({ tally }: Side): Json => ({ outcome: tally.outcome, tally: countsJson(tally.counts) });
