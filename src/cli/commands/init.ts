import { resolve } from 'node:path';
import {
  type Body,
  outdatedText,
  renderBodies,
  renderBodiesJson,
  renderStarted,
  renderStartedJson,
  type Started,
} from '../../render/files/init.ts';
import type { Layout } from '../../render/layout/theme.ts';
import { schemaComments, titled } from '../../roster/write/new-roster.ts';
import { writeRoster } from '../../roster/write/write-roster.ts';
import { shown } from '../../text/escape-controls.ts';
import { alternatives, enumeration, quote, tidy } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { UsageError } from '../contract/usage-error.ts';
import { writeNewFile } from '../files/write-file.ts';
import { bodyFor, bodyNames, startingText } from '../input/bodies.ts';
import { rosterOfFolder, rostersOfFolder } from '../input/roster-at-hand.ts';
import type { Shell } from '../output/shell.ts';
import { membersIn, namesIn, nextSteps, rosterWith } from '../sheet/named-members.ts';
import { bodyNamed } from '../steps/body-summary.ts';

/** The options of `init`, as the user wrote them. */
export interface InitOptions {
  readonly body?: string;
  /** Codes or names, separated by commas. */
  readonly members?: string;
  /** A file with a name on each line. */
  readonly from?: string;
  readonly title?: string;
  /** Replace an existing file. */
  readonly force: boolean;
  readonly listBodies: boolean;
}

type InitShell = Shell<FormatOf<'init'>>;

interface InitRenderer {
  bodies(bodies: readonly Body[], layout: Layout): string;
  /** The answer for a roster that is written to a file. */
  file(started: Started, layout: Layout): string;
  /** The answer for a roster that goes to standard output. */
  text(started: Started, text: string): string;
}

const renderers: Readonly<Record<FormatOf<'init'>, InitRenderer>> = {
  table: { bodies: renderBodies, file: renderStarted, text: (_, text) => text },
  json: { bodies: renderBodiesJson, file: (started) => renderStartedJson(started), text: renderStartedJson },
};

/** What a new roster begins with. */
interface Start {
  readonly text: string;
  readonly body: Started['body'];
}

/** `init [FILE] --body NAME`: writes a roster to start from. */
export async function initCommand(word: string | undefined, options: InitOptions, shell: InitShell): Promise<ExitCode> {
  if (options.listBodies) return listBodies(word, shell);
  const start = await startOf(word, options, shell);
  const body = options.title === undefined ? start.text : titled(start.text, titleOf(options.title));
  const text = `${schemaComments}\n${body}`;
  const file = word ?? rosterOfFolder;
  const render = renderers[shell.format];
  if (file === '-') {
    const started = { body: start.body, file, usual: false, replaced: false };
    shell.answer(render.text(started, text));
    warnOfChange(start.body, shell);
    return exit.done;
  }
  const path = resolve(shell.host.cwd(), file);
  const replaced = await writeNewFile(path, text, { name: file, replace: options.force });
  const [first, ...passedOver] = rostersOfFolder(shell.host.cwd());
  const usual = first !== undefined && path === resolve(shell.host.cwd(), first);
  const started = { body: start.body, file, usual, replaced };
  shell.answer(render.file(started, shell.answers));
  warnOfChange(start.body, shell);
  if (usual && passedOver.length > 0)
    shell.remark(
      shown`rutte-tally: ${first} is now the default roster of this folder, ahead of ${enumeration(passedOver, 'and')}\n`,
    );
  return exit.done;
}

function warnOfChange(body: Started['body'], shell: InitShell): void {
  const warning = outdatedText(body);
  if (warning !== undefined) shell.remark(shown`rutte-tally: ${warning}\n`);
}

function listBodies(word: string | undefined, shell: InitShell): ExitCode {
  if (word !== undefined)
    throw new UsageError('conflicting-option', `--list-bodies writes no file: leave out ${quote(word)}`);
  const bodies = bodyNames().map((body) => bodyNamed(body, shell.today));
  shell.answer(renderers[shell.format].bodies(bodies, shell.answers));
  return exit.done;
}

/** The text to start from: of a body, or with the members that the user names. @throws UsageError */
async function startOf(
  word: string | undefined,
  { body, members, from }: InitOptions,
  shell: InitShell,
): Promise<Start> {
  const named = members === undefined ? from && (await namesIn(from, shell)) : membersIn(members);
  if (named !== undefined && named !== '') {
    const roster = rosterWith(named);
    return {
      text: `${nextSteps}\n${writeRoster(roster)}`,
      body: { members: roster.members.length, rule: roster.rule, outdated: false },
    };
  }
  const name = knownBody(body, word);
  return { text: startingText(name), body: bodyNamed(name, shell.today) };
}

/** The name of the body. @throws UsageError when none is named, and for an unknown one */
function knownBody(body: string | undefined, word: string | undefined): string {
  if (body !== undefined) return bodyFor(body);
  const names = bodyNames();
  const expected = `expected one of ${alternatives(names)}; or members with --members ana,bo,chi`;
  const meant = word !== undefined && names.includes(word) ? `did you mean --body ${word}?` : expected;
  throw new UsageError('missing-body', `name a body with --body NAME; ${meant}`);
}

/** The title. @throws UsageError for a blank one */
function titleOf(title: string): string {
  const tidied = tidy(title);
  if (tidied === '') throw new UsageError('empty-title', '--title: the title is empty');
  return tidied;
}
