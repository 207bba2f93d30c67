import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Roster } from '../../../model/roster.ts';
import { endOf, momentOf } from '../../../model/time.ts';
import type { RecordView } from '../../../model/view.ts';
import { recordedText, renderPatch, renderRecord, renderRecordJson } from '../../../render/files/record.ts';
import { readChanged } from '../../../roster/read/read-changed.ts';
import { readRoster, rosterOf } from '../../../roster/read/read-roster.ts';
import { readValues } from '../../../roster/yaml/values.ts';
import { shown } from '../../../text/escape-controls.ts';
import { quote } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { type ExitCode, exit } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { patience } from '../../files/patience.ts';
import { isSame, replaceFile } from '../../files/replace-file.ts';
import { type Bytes, decode, markOf } from '../../input/decode.ts';
import { diagnoseInput, readNamed } from '../../input/read-roster.ts';
import { reportProblems } from '../../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../../output/shell.ts';
import { effect, patchOf, verify } from './effect.ts';
import type { Added, Recording } from './recording.ts';
import { asksForClaim, requestedClaim } from './requested-claim.ts';
import { requestedDemand } from './requested-demand.ts';
import { requestedDenial } from './requested-denial.ts';
import { requestedMoves } from './requested-moves.ts';
import { requestedReport } from './requested-report.ts';
import { requestedRound } from './requested-round.ts';
import { type Target, targetOf } from './target.ts';

/** `record CODE STANCE [FILE]`: adds positions, a claim or a round to a roster's file, and says what they do to the outcome. */
export async function recordCommand(
  words: readonly string[],
  options: WrittenOptions,
  shell: Shell<FormatOf<'record'>>,
): Promise<ExitCode> {
  const recording = await requestedRecording(words, options, shell);
  const target = targetOf(recording.designator, shell);
  const read = target.problem === undefined ? readNamed(target.path, target.file) : { problem: target.problem };
  const first = editedText(read, recording);
  if (first.kind === 'refused') return refuse(target, first, shell);
  const dryRun = options.dryRun === true;
  remarkOrigin(target.origin, shell, true);
  const edited = dryRun ? first : await written(target, read, first, recording);
  if (edited.kind === 'refused') return refuse(target, edited, shell);
  const { text, before, after, added } = edited;
  const patch = dryRun ? patchOf(target.file, text, added.text) : undefined;
  const { text: _, dates, joined = [], base: __, ...recorded } = added;
  for (const remark of recording.remarks ?? []) shell.remark(shown`rutte-tally: ${remark}\n`);
  for (const { code } of joined)
    shell.remark(shown`rutte-tally: ${dryRun ? 'would add' : 'added'} the member ${code}\n`);
  const view = { file: target.file, ...recorded, patch, ...effect(before, after, dates, shell.today) };
  await tell(view, shell);
  const { asOf } = after;
  if (!dryRun && asOf !== undefined && dates.some((date) => momentOf(date) > endOf(asOf)))
    shell.remark(
      shown`rutte-tally: ${target.file} has the as-of ${asOf.text}, which is earlier; --as-of ${view.after.snapshot.asOf.text} shows what was recorded\n`,
    );
  return exit.done;
}

async function requestedRecording(
  words: readonly string[],
  options: WrittenOptions,
  shell: Shell<FormatOf<'record'>>,
): Promise<Recording> {
  const { denied, of, demand, round } = options;
  if (round !== undefined) return requestedRound(words, { ...options, round }, shell.today);
  if (demand !== undefined) return requestedDemand(words, { ...options, demand }, shell.today);
  if (denied !== undefined) return requestedDenial(words, { ...options, denied }, shell.today);
  if (of !== undefined) return requestedReport(words, { ...options, of }, shell.today);
  return asksForClaim(options) ? requestedClaim(words, options, shell.today) : requestedMoves(words, options, shell);
}

/** A roster's text with what is recorded in it. */
interface Edited {
  readonly kind: 'edited';
  /** The byte order mark of the file, if it has one. */
  readonly mark: string;
  readonly text: string;
  /** Undefined where the text was no roster. */
  readonly before: Roster | undefined;
  readonly added: Added;
  readonly after: Roster;
}

/** A text in which nothing can be recorded. */
interface Refused {
  readonly kind: 'refused';
  readonly text: string;
  /** The problem, where the text does not show it. */
  readonly problem?: Diagnostic;
  /** What the file is not, or would not be. */
  readonly state?: string;
}

const wouldBeInvalid = 'would not be a valid roster';

/**
 * The content of a file with what is recorded in it.
 *
 * @throws UsageError where the user's words do not fit the roster
 */
export function editedText(read: Bytes, recording: Recording): Edited | Refused {
  if ('problem' in read) return { kind: 'refused', text: '', problem: read.problem };
  const decoded = decode(read.bytes);
  if ('problem' in decoded) return { kind: 'refused', ...decoded };
  const { text } = decoded;
  const values = readValues(text);
  const before = 'value' in values ? rosterOf(values.value) : undefined;
  const added = recording.add(text, values, before);
  if (before === undefined && (added === undefined || 'unreadable' in added)) return { kind: 'refused', text };
  if (added === undefined) return { kind: 'refused', text, state: 'is written in a way that nothing can be added to' };
  if ('unreadable' in added) return { kind: 'refused', text: added.unreadable, state: wouldBeInvalid };
  const known = 'value' in values && before !== undefined ? { value: values.value, roster: before } : undefined;
  const after = known === undefined ? readRoster(added.text) : readChanged(added.text, known);
  if (after === undefined) {
    const state = before === undefined ? 'is not a valid roster' : wouldBeInvalid;
    return { kind: 'refused', text: added.text, state };
  }
  if (before !== undefined) verify(added.base ?? before, after, added);
  return { kind: 'edited', mark: markOf(read.bytes), text, before, added, after };
}

const busy: Diagnostic = {
  code: 'busy-file',
  severity: 'error',
  message: `cannot be changed: other programs have been changing it for ${patience} seconds`,
  hint: 'nothing was recorded; try again when they are done',
};

/** What is in the file in the end; it is recorded again in what others may have written since the file was read. */
async function written(
  { file, path }: Target,
  read: Bytes,
  first: Edited,
  recording: Recording,
): Promise<Edited | Refused> {
  let [seen, edited] = [read, first as Edited | Refused];
  const replacement = await replaceFile(path, (now) => {
    if (!isSame(now, seen)) [seen, edited] = [now, editedText(now, recording)];
    return edited.kind === 'edited' ? edited.mark + edited.added.text : undefined;
  });
  if (replacement.kind === 'busy') return { kind: 'refused', text: '', problem: busy };
  if (replacement.kind === 'failed')
    throw new UsageError('unwritable-file', `${quote(file)} was not written: ${replacement.reason}`);
  return edited;
}

/** Says what is wrong with a text that is, or would be, in the file. */
async function refuse(
  { file, path }: Target,
  { text, problem, state }: Omit<Refused, 'kind'>,
  shell: Shell,
): Promise<ExitCode> {
  if (state !== undefined) shell.remark(shown`rutte-tally: nothing recorded: ${file} ${state}\n`);
  const diagnosis = await diagnoseInput({ text, ...(problem && { problem }) });
  return reportProblems([{ file, text, place: { kind: 'file', path }, ...diagnosis }], shell);
}

const answers: Readonly<Record<FormatOf<'record'>, (view: RecordView, shell: Shell) => void | Promise<void>>> = {
  table: async (view, shell) => {
    if (view.patch === undefined) return shell.answer(renderRecord(view, shell.answers));
    shell.answer(shell.host.stdout.isTTY === true ? renderPatch(view.patch, shell.answers) : view.patch);
    shell.remark(renderRecord(view, await shell.remarks()));
  },
  json: (view, shell) => shell.answer(renderRecordJson(view)),
};

async function tell(view: RecordView, shell: Shell<FormatOf<'record'>>): Promise<void> {
  shell.remark(shown`rutte-tally: ${recordedText(view)}\n`);
  await answers[shell.format](view, shell);
}
