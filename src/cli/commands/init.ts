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
import { schemaComment, titled } from '../../roster/write/new-roster.ts';
import { shown } from '../../text/escape-controls.ts';
import { alternatives, didYouMean, enumeration, quote, tidy } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { UsageError } from '../contract/usage-error.ts';
import { bodyNames, startingText } from '../input/bodies.ts';
import { rosterOfFolder, rostersOfFolder } from '../input/roster-at-hand.ts';
import type { Shell } from '../output/shell.ts';
import { writeNewFile } from '../output/write-file.ts';
import { bodyNamed } from '../steps/body-summary.ts';

/** The options of `init`, as the user wrote them. */
export interface InitOptions {
  readonly body?: string;
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

/** `init [FILE] --body NAME`: writes a roster to start from. */
export function initCommand(word: string | undefined, options: InitOptions, shell: InitShell): ExitCode {
  if (options.listBodies) return listBodies(word, shell);
  const name = knownBody(options.body, word);
  const start = startingText(name);
  const body = options.title === undefined ? start : titled(start, titleOf(options.title));
  const text = `${schemaComment()}\n${body}`;
  const file = word ?? rosterOfFolder;
  const render = renderers[shell.format];
  const summary = bodyNamed(name, shell.today);
  if (file === '-') {
    shell.answer(render.text({ body: summary, file, usual: false, replaced: false }, text));
    warnOfChange(summary, shell);
    return exit.done;
  }
  const path = resolve(shell.host.cwd(), file);
  const replaced = writeNewFile(path, text, { name: file, replace: options.force });
  const [first, ...passedOver] = rostersOfFolder(shell.host.cwd());
  const usual = first !== undefined && path === resolve(shell.host.cwd(), first);
  shell.answer(render.file({ body: summary, file, usual, replaced }, shell.answers));
  warnOfChange(summary, shell);
  if (usual && passedOver.length > 0)
    shell.remark(
      shown`rutte-tally: ${first} is now the default roster of this folder, ahead of ${enumeration(passedOver, 'and')}\n`,
    );
  return exit.done;
}

function warnOfChange(body: Body, shell: InitShell): void {
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

/** The name of the body. @throws UsageError when none is named, and for an unknown one */
function knownBody(body: string | undefined, word: string | undefined): string {
  const names = bodyNames();
  const expected = `expected one of ${alternatives(names)}`;
  if (body === undefined) {
    const meant = word !== undefined && names.includes(word) ? `did you mean --body ${word}?` : expected;
    throw new UsageError('missing-body', `name a body with --body NAME; ${meant}`);
  }
  if (names.includes(body)) return body;
  throw new UsageError('unknown-body', `--body: ${quote(body)} is not a body; ${didYouMean(body, names) ?? expected}`);
}

/** The title. @throws UsageError for a blank one */
function titleOf(title: string): string {
  const tidied = tidy(title);
  if (tidied === '') throw new UsageError('empty-title', '--title: the title is empty');
  return tidied;
}
