import { basename, extname, resolve } from 'node:path';
import type { Diagnosis, Diagnostic } from '../../../model/diagnostic.ts';
import type { Roster } from '../../../model/roster.ts';
import {
  type ImportView,
  importComments,
  importedText,
  leftOutText,
  renderImport,
  renderImportJson,
} from '../../../render/files/import.ts';
import { mostDiagnostics } from '../../../roster/diagnose/diagnosis.ts';
import { readRoster } from '../../../roster/read/read-roster.ts';
import { writeRoster } from '../../../roster/write/write-roster.ts';
import { shown } from '../../../text/escape-controls.ts';
import { tidy } from '../../../text/suggest.ts';
import { type ExitCode, exit } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { writeNewFile } from '../../files/write-file.ts';
import { startingRoster } from '../../input/bodies.ts';
import { decode } from '../../input/decode.ts';
import { readFile, readStream } from '../../input/read-file.ts';
import { diagnoseInput } from '../../input/read-roster.ts';
import { reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { type Built, buildRoster } from './build-roster.ts';
import { kindWords, readText } from './readers/kinds.ts';
import type { ImportRequest } from './request.ts';
import { consensus, ruleFor } from './rule.ts';

type ImportShell = Shell<FormatOf<'import'>>;

/** `import FILE`: a roster from a spreadsheet, or from another file that has positions. */
export async function importCommand(request: ImportRequest, shell: ImportShell): Promise<ExitCode> {
  const { file } = request;
  const bytes = file === '-' ? await readStream(shell.host.stdin) : readFile(resolve(shell.host.cwd(), file));
  const decoded = 'bytes' in bytes ? decode(bytes.bytes) : { ...bytes, text: '' };
  if ('problem' in decoded) return refuse(request, decoded.text, [decoded.problem], shell);
  const { text } = decoded;
  const found = readText(text, request.kind, request.reading);
  if ('problems' in found) return refuse(request, text, found.problems, shell);
  const { kind, read } = found;
  if ('problems' in read) return refuse(request, text, read.problems, shell);
  const body = request.body === undefined ? undefined : startingRoster(request.body);
  const title = request.title ?? tidy(read.imported.title ?? titleOf(file));
  const built: Built = buildRoster(read.imported, { title, rule: body?.rule ?? consensus, body });
  if ('problems' in built) return refuse(request, text, built.problems, shell);
  const noMembers = built.roster.members.length === 0;
  if (noMembers) return refuse(request, text, [nobody], shell);
  const rule = request.rule === undefined ? built.roster.rule : await ruleFor(request.rule, built.roster);
  const roster: Roster = { ...built.roster, rule };
  const view: ImportView = {
    file,
    kind,
    what: kindWords[kind],
    title,
    body: roster.body,
    rule: rule.name,
    ruleAssumed: request.rule === undefined && body === undefined,
    members: roster.members.length,
    positions: roster.members.reduce((sum, { positions }) => sum + positions.length, 0),
    leftOut: [...read.imported.leftOut, ...built.leftOut],
    output: request.output,
    replaced: false,
  };
  const written = writeRoster(roster, { top: importComments(view), members: new Map() });
  if (readRoster(written) === undefined) {
    const diagnosis = await diagnoseInput({ text: written });
    shell.remark(shown`rutte-tally: nothing imported: ${file} would not make a valid roster, which follows\n`);
    return reportProblems(
      [{ file: request.output ?? '-', text: written, place: { kind: 'stream' }, ...diagnosis }],
      shell,
    );
  }
  return answer(view, written, request, shell);
}

const nobody: Diagnostic = {
  code: 'missing-value',
  severity: 'error',
  message: 'this file has no members',
  hint: 'is this the right file? Its first row names the columns',
};

/** The title of a roster by the name of its file. */
const titleOf = (file: string): string => {
  const name = basename(file, extname(file));
  return file === '-' || name.trim() === '' ? 'Imported' : name;
};

/** Writes the roster, and says what was left out and what was made. */
async function answer(
  made: ImportView,
  text: string,
  { output, force }: ImportRequest,
  shell: ImportShell,
): Promise<ExitCode> {
  const replaced =
    output !== undefined &&
    (await writeNewFile(resolve(shell.host.cwd(), output), text, { name: output, replace: force }));
  const view = { ...made, replaced };
  for (const line of leftOutText(view)) shell.remark(shown`rutte-tally: ${line}\n`);
  if (shell.format === 'json') shell.answer(renderImportJson(view, output === undefined ? text : undefined));
  else if (output !== undefined) shell.answer(renderImport(view, shell.answers));
  else {
    shell.remark(shown`rutte-tally: ${importedText(view)}\n`);
    shell.answer(text);
  }
  return exit.done;
}

async function refuse(
  { file }: ImportRequest,
  text: string,
  problems: readonly Diagnostic[],
  shell: ImportShell,
): Promise<ExitCode> {
  const diagnosis: Diagnosis = {
    valid: false,
    diagnostics: problems.slice(0, mostDiagnostics),
    more: Math.max(0, problems.length - mostDiagnostics),
  };
  return reportProblems([{ file, text, place: { kind: 'stream' }, ...diagnosis }], shell);
}
