import { resolve } from 'node:path';
import { renderBodies, renderBodiesJson, renderStarted, renderStartedJson } from '../../render/files/init.ts';
import { schemaComment, titled } from '../../roster/write/new-roster.ts';

import { alternatives, didYouMean, quote, tidy } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import { UsageError } from '../contract/usage-error.ts';
import { bodyNamed, bodyNames, startingText } from '../input/bodies.ts';
import { rosterOfFolder } from '../input/origin.ts';
import type { Shell } from '../output/shell.ts';
import { writeNewFile } from '../output/write-file.ts';

export interface InitOptions {
  readonly body?: string;
  readonly title?: string;
  /** Over a file that is there. */
  readonly force: boolean;
  readonly listBodies: boolean;
}

/** `init [FILE] --body NAME`: writes a roster to start from. */
export function initCommand(word: string | undefined, options: InitOptions, shell: Shell): ExitCode {
  if (options.listBodies) return listBodies(word, shell);
  const name = knownBody(options.body, word);
  const start = startingText(name);
  const body = options.title === undefined ? start : titled(start, titleOf(options.title));
  const text = `${schemaComment()}\n${body}`;
  const file = word ?? rosterOfFolder;
  if (file === '-') {
    const started = { body: bodyNamed(name), file, usual: false, replaced: false };
    shell.answer(shell.format === 'json' ? renderStartedJson(started, text) : text);
    return exit.done;
  }
  const path = resolve(shell.host.cwd(), file);
  const replaced = writeNewFile(path, text, { name: file, replace: options.force });
  const usual = path === resolve(shell.host.cwd(), rosterOfFolder);
  const started = { body: bodyNamed(name), file, usual, replaced };
  shell.answer(shell.format === 'json' ? renderStartedJson(started) : renderStarted(started, shell.answers));
  return exit.done;
}

function listBodies(word: string | undefined, shell: Shell): ExitCode {
  if (word !== undefined)
    throw new UsageError('conflicting-option', `--list-bodies writes no file, and ${quote(word)} is named`);
  const bodies = bodyNames().map(bodyNamed);
  shell.answer(shell.format === 'json' ? renderBodiesJson(bodies) : renderBodies(bodies, shell.answers));
  return exit.done;
}

/** @throws UsageError for none, and for one that there is not */
function knownBody(body: string | undefined, word: string | undefined): string {
  const names = bodyNames();
  const expected = `expected one of ${alternatives(names)}`;
  if (body === undefined) {
    const meant = word !== undefined && names.includes(word) ? `did you mean --body ${word}?` : expected;
    throw new UsageError('missing-body', `--body NAME says whose roster to start from; ${meant}`);
  }
  if (names.includes(body)) return body;
  throw new UsageError('unknown-body', `--body: there is no ${quote(body)}; ${didYouMean(body, names) ?? expected}`);
}

/** @throws UsageError for a title of nothing but blanks */
function titleOf(title: string): string {
  const tidied = tidy(title);
  if (tidied === '') throw new UsageError('empty-title', '--title: the title is empty');
  return tidied;
}
