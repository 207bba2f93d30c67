import { timelineEnd } from '../../engine/answer.ts';
import { firstDayOf } from '../../engine/time/dates.ts';
import type { TimelineOptions } from '../../engine/timeline/one-roster.ts';
import { timeline as timelineOf } from '../../engine/timeline.ts';
import type { Roster } from '../../model/roster.ts';
import type { Timeline } from '../../model/timeline.ts';
import type { TimelineView } from '../../model/view.ts';
import type { Layout } from '../../render/layout/theme.ts';
import { ascii, type Glyphs, unicode } from '../../render/timeline/chart/glyphs.ts';
import { renderTimelineCsv } from '../../render/timeline/csv.ts';
import { renderTimelineJson } from '../../render/timeline/json.ts';
import { renderTimelineMarkdown } from '../../render/timeline/markdown.ts';
import { renderTimeline } from '../../render/timeline/terminal.ts';
import { shown } from '../../text/escape-controls.ts';
import { quote } from '../../text/suggest.ts';
import type { WrittenOptions } from '../contract/command.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { UsageError } from '../contract/usage-error.ts';
import { parseDate } from '../input/parse-date.ts';
import type { Diagnosed, RosterInput } from '../input/read-roster.ts';
import { reportProblems } from '../output/report-problems.ts';
import { answerAbout, remarkPassedOver, type Shell } from '../output/shell.ts';
import { wantsAscii } from '../output/terminal.ts';
import { type RosterPaths, readDecisions } from '../steps/read-decisions.ts';
import { readRosterInput } from '../steps/read-rosters.ts';

/** The options of `timeline`, parsed. */
export interface TimelineRequest extends TimelineOptions {
  /** Draw with ASCII alone. */
  readonly ascii: boolean;
}

/** Options as the user wrote them, parsed; `today` is an ISO day. @throws UsageError */
export function timelineRequest(written: WrittenOptions, today: string): TimelineRequest {
  const from = written.from === undefined ? undefined : parseDate('--from', written.from, today);
  const to = written.to === undefined ? undefined : parseDate('--to', written.to, today);
  if (from && to && firstDayOf(from) > to.day)
    throw new UsageError('no-time', `--from ${quote(from.text)} is later than --to ${quote(to.text)}`);
  const { onRecord = false, ascii = false } = written;
  return { ...(from && { from }), ...(to && { to }), onRecord, ascii };
}

type Rosters = readonly [Roster, ...Roster[]];
type Render = (told: Timeline, layout: Layout, glyphs: Glyphs, rosters: Rosters) => string | Promise<string>;

const render: Readonly<Record<FormatOf<'timeline'>, Render>> = {
  table: (told, layout, glyphs, rosters) => renderTimeline(viewOf(told, rosters), layout, glyphs),
  json: renderTimelineJson,
  csv: renderTimelineCsv,
  markdown: renderTimelineMarkdown,
  svg: async (told, _layout, _glyphs, rosters) =>
    (await import('../output/pictures-bundle.ts')).timelineSvg(viewOf(told, rosters)),
};

function viewOf(timeline: Timeline, rosters: Rosters): TimelineView {
  const end = timelineEnd(rosters, timeline);
  return { timeline, ...(end && { end }) };
}

/** `timeline [ROSTER...]`: how the tally moved, date by date, and when the rule was first met. */
export async function timelineCommand(
  paths: RosterPaths,
  { ascii: asksForAscii, ...options }: TimelineRequest,
  shell: Shell<FormatOf<'timeline'>>,
): Promise<ExitCode> {
  const { host } = shell;
  const { inputs, problems } = await readInputs(paths, shell);
  const [first, ...others] = inputs;
  if (first === undefined || problems.length > 0) return reportProblems(problems, shell);
  const rosters: Rosters = others.length === 0 ? [alone(first)] : inTurn([first, ...others]);
  const told = timelineOf(rosters, options);
  remarkOnTitles([first, ...others], told.title, shell);
  const glyphs = wantsAscii(host.stdout, asksForAscii, host.env) ? ascii : unicode;
  answerAbout(first, await render[shell.format](told, shell.answers, glyphs, rosters), false, shell);
  return exit.done;
}

interface InputsRead {
  readonly inputs: readonly RosterInput[];
  readonly problems: readonly Diagnosed[];
}

/** The rosters that were named, or the one at hand. */
async function readInputs(paths: RosterPaths, shell: Shell): Promise<InputsRead> {
  if (paths.words.length === 0) {
    const read = await readRosterInput(undefined, shell);
    return read.ok ? { inputs: [read.input], problems: [] } : { inputs: [], problems: read.problems };
  }
  const { answers, problems, passedOver } = await readDecisions(paths, shell, (input) => input);
  remarkPassedOver(passedOver, shell);
  return { inputs: answers, problems };
}

/** The roster of a single input, with all its dates. @throws UsageError when one date is asked for */
function alone({ roster, date }: RosterInput): Roster {
  if (date === undefined) return roster;
  throw new UsageError(
    'dated-roster',
    `a timeline of one roster shows all dates; to end it at ${date.text}, use --to ${date.text} instead of @${date.text}`,
  );
}

/**
 * The rosters of several inputs, each used from its own date on. @throws UsageError for one without a date, and for two
 * with the same
 */
function inTurn(inputs: readonly [RosterInput, ...RosterInput[]]): [Roster, ...Roster[]] {
  const files = new Map<string, string>();
  const dated = ({ roster, file, date }: RosterInput): Roster => {
    const asOf = date ?? roster.asOf;
    if (asOf === undefined)
      throw new UsageError(
        'undated-roster',
        `a timeline of several rosters needs a date for each: add "as-of" to ${quote(file)}, or write FILE@DATE`,
      );
    const other = files.get(asOf.day);
    if (other !== undefined)
      throw new UsageError('same-date', `${quote(other)} and ${quote(file)} have the same date, ${asOf.day}`);
    files.set(asOf.day, file);
    return { ...roster, asOf };
  };
  const [first, ...others] = inputs;
  return [dated(first), ...others.map(dated)];
}

/** Remarks that rosters have different titles; they still make one timeline. */
function remarkOnTitles(inputs: readonly RosterInput[], title: string, shell: Shell): void {
  const titles = [...new Set(inputs.map(({ roster }) => roster.title))].filter((other) => other !== title);
  if (titles.length === 0) return;
  const others = titles.map((other) => `"${other}"`).join(', ');
  shell.remark(shown`rutte-tally: the rosters have different titles: "${title}" and ${others}\n`);
}
