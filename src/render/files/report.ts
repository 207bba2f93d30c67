import type { ListView } from '../../model/decisions/listed.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { wrap } from '../../text/width.ts';
import { type Json, json } from '../format/json.ts';
import { linesText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { headText, leftOutText } from '../list/words.ts';
import { type DiagnosedFile, diagnosticsJson } from '../problems/terminal.ts';
import { assumptionsText, verdictText } from '../words/verdict.ts';

/** A report that was made. */
export interface Reported {
  /** Path as the user named it; `-` for standard output. */
  readonly file: string;
  /** The address of the file; absent for standard output. */
  readonly address?: string;
  readonly bytes: number;
  /** Its decisions in their order, with the rosters as the user names them. */
  readonly decisions: readonly { readonly roster: string; readonly view: SnapshotView }[];
  /** Its front page; absent for a report about one roster. */
  readonly list?: ListView;
  /** The rosters that are not in it. */
  readonly problems: readonly DiagnosedFile[];
}

/** `report` for people: the file, its size and its answer. */
export function renderReported(reported: Reported, { width, theme }: Layout): Painted {
  const { file, address, bytes, list } = reported;
  const lead = shown`wrote ${file}`;
  const left = list && leftOutText(list);
  const [first, ...rest] = wrap(shown`${lead} (${sizeText(bytes)}): ${answerText(reported)}`, width);
  const { link } = theme;
  const linked =
    link !== undefined && address !== undefined && first.startsWith(lead)
      ? painted`wrote ${link(visible(file), address)}${first.slice(lead.length) as Shown}`
      : first;
  return linesText([linked, ...rest, ...(left === undefined ? [] : wrap(left, width).map(theme.advice))]);
}

/** `OPEN, consensus of 31: 2 in support, 29 to go`; of several decisions how many there are of each outcome. */
function answerText({ decisions, list }: Reported): Shown {
  if (list !== undefined) return headText(list);
  return shown`${decisions.map(({ view }) => verdictOf(view)).join()}`;
}

function verdictOf(view: SnapshotView): Shown {
  const assumed = assumptionsText(view);
  const basis = `${view.snapshot.onRecord ? ', on record' : ''}${assumed === undefined ? '' : `, assuming ${assumed}`}`;
  return shown`${view.tally.outcome.toUpperCase()}${basis}, ${verdictText(view)}`;
}

/** A size in whole kilobytes, from ten megabytes on in megabytes: `277 kB`. */
const sizeText = (bytes: number): string =>
  bytes < 10_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;

/**
 * `report` as data: `rutte-tally/report/1`.
 *
 * @param html the report, when it goes to standard output and not to a file
 */
export function renderReportedJson({ file, bytes, decisions, list, problems }: Reported, html?: string): string {
  const only = list === undefined ? decisions[0]?.view : undefined;
  const rest: { readonly [key: string]: Json } = html === undefined ? {} : { text: html };
  return json({
    schema: 'rutte-tally/report/1',
    file,
    bytes,
    asOf: only?.snapshot.asOf.text ?? null,
    outcome: only?.tally.outcome ?? null,
    decisions: decisions.map(({ roster, view: { snapshot, tally } }) => ({
      file: roster,
      title: snapshot.title,
      asOf: snapshot.asOf.text,
      assumed: { ...snapshot.assumed },
      outcome: tally.outcome,
    })),
    passedOver: list?.passedOver ?? 0,
    problems: diagnosticsJson(problems),
    ...rest,
  });
}
