import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { RecordView } from '../../../model/view.ts';
import { recordedText, renderPatch, renderRecord, renderRecordJson } from '../../../render/files/record.ts';
import { readRoster, rosterOf } from '../../../roster/read/read-roster.ts';
import { readValues } from '../../../roster/yaml/values.ts';
import { shown } from '../../../text/escape-controls.ts';
import { quote } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { type ExitCode, exit } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { decode, markOf } from '../../input/decode.ts';
import { readFile } from '../../input/read-file.ts';
import { diagnoseInput } from '../../input/read-roster.ts';
import { reportProblems } from '../../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../../output/shell.ts';
import { replaceFile } from '../../output/write-file.ts';
import { effect, patchOf, verify } from './effect.ts';
import type { Recording } from './recording.ts';
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
  const read = target.problem === undefined ? readFile(target.path) : { problem: target.problem };
  if ('problem' in read) return refuse(target, '', shell, read.problem);
  const decoded = decode(read.bytes);
  if ('problem' in decoded) return refuse(target, decoded.text, shell, decoded.problem);
  const { text } = decoded;
  const values = readValues(text);
  const before = 'value' in values ? rosterOf(values.value) : undefined;
  const added = recording.add(text, values, before);
  if (added === undefined) return refuse(target, text, shell);
  const after = readRoster(added.text);
  if (after === undefined) {
    const state = before === undefined ? 'is not a valid roster' : 'would not be a valid roster';
    shell.remark(shown`rutte-tally: nothing recorded: ${target.file} ${state}\n`);
    return refuse(target, added.text, shell);
  }
  if (before !== undefined) verify(added.base ?? before, after, added);
  remarkOrigin(target.origin, shell, true);
  const dryRun = options.dryRun === true;
  const reason = dryRun ? undefined : replaceFile(target.path, markOf(read.bytes) + added.text, read.bytes);
  if (reason !== undefined) throw new UsageError('unwritable-file', `${quote(target.file)} was not written: ${reason}`);
  const patch = dryRun ? patchOf(target.file, text, added.text) : undefined;
  const { text: _, dates, joined = [], base: __, ...recorded } = added;
  for (const remark of recording.remarks ?? []) shell.remark(shown`rutte-tally: ${remark}\n`);
  for (const { code } of joined)
    shell.remark(shown`rutte-tally: ${dryRun ? 'would add' : 'added'} the member ${code}\n`);
  await tell({ file: target.file, ...recorded, patch, ...effect(before, after, dates, shell.today) }, shell);
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

/** Says what is wrong with a text that is, or would be, in the file. */
async function refuse({ file, path }: Target, text: string, shell: Shell, problem?: Diagnostic): Promise<ExitCode> {
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
