import { spawnSync } from 'node:child_process';
import { isAbsolute, relative, sep } from 'node:path';
import { platform } from 'node:process';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { programPath } from '../contract/program-path.ts';
import { type Bytes, mostBytes, tooLarge } from './decode.ts';

/** A file at a revision. */
export interface Blob {
  /** Any revision that git knows; empty for what is staged. */
  readonly revision: string;
  /** Relative to the folder or to the root of the repository, or absolute. */
  readonly path: string;
  /** Where git runs. */
  readonly folder: string;
}

/** Git must not prompt, run what the user has configured, or fetch. */
const quietly = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never'];
const words = ['--no-pager', '--literal-pathspecs', ...quietly.flatMap((setting) => ['-c', setting])];
const environment = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };

/** How a run of git ended: with an exit code, or not at all. */
type Ended =
  | { readonly code: number; readonly stdout: Uint8Array; readonly stderr: string }
  | { readonly error: string };

function git(command: readonly string[], folder: string, host: Host): Ended {
  const program = programPath('git', host.env, platform);
  if (program === undefined) return { error: 'ENOENT' };
  const { error, status, stdout, stderr } = spawnSync(program, [...words, ...command], {
    cwd: folder,
    env: { ...host.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: mostBytes,
    windowsHide: true,
  });
  if (error !== undefined) return { error: 'code' in error ? String(error.code) : error.message };
  return { code: status ?? 1, stdout, stderr: stderr.toString() };
}

/** The content of a file at a revision. Git runs without a shell, and no word of the user's can become an option. */
export function readBlob(blob: Blob, host: Host): Bytes {
  const { revision, folder } = blob;
  if (revision.startsWith('-')) return unreadable(`${quote(revision)} is not a revision`);
  const path = pathInGit(blob);
  let ended: Ended = { error: '' };
  for (const name of path.startsWith('../') ? [path] : [`./${path}`, path]) {
    ended = git(['cat-file', 'blob', `${revision}:${name}`], folder, host);
    if ('error' in ended) break;
    if (ended.code === 0) return { bytes: ended.stdout };
  }
  return whyNot(blob, path, ended, host);
}

const pathInGit = ({ path, folder }: Blob): string =>
  (isAbsolute(path) ? relative(folder, path) : path).split(sep).join('/');

function whyNot({ revision, folder }: Blob, path: string, ended: Ended, host: Host): Bytes {
  if ('error' in ended) {
    if (ended.error === 'ENOBUFS') return { problem: tooLarge };
    return unreadable('git did not run', 'reading a revision needs git: is it installed, and on the path?');
  }
  if (ended.stderr.includes('not a git repository'))
    return unreadable(
      'this folder is not in a git repository',
      'compare dates instead: --since 7d, or FILE@DATE; if you meant a file, check its name',
    );
  if (ended.stderr.includes('dubious ownership'))
    return unreadable(
      'git does not trust a repository that belongs to another user',
      'see safe.directory in the manual page of git-config',
    );
  const known = (name: string): boolean => isKnown(name, folder, host);
  if (revision !== '' && !known(revision))
    return unreadable(
      `${quote(revision)} is not a revision of this repository`,
      isShallow(folder, host)
        ? 'this is a shallow clone: fetch more of the history (actions/checkout: fetch-depth: 0)'
        : undefined,
    );
  if (known(`${revision}:./${path}`) || known(`${revision}:${path}`))
    return unreadable(`${quote(path)} is a folder there, and a roster is a file`);
  const where = revision === '' ? 'the index' : `the revision ${quote(revision)}`;
  return unreadable(`there is no file ${quote(path)} in ${where}`);
}

/**
 * The reason why a revision has no such file, if that is expected: the revision is before the first commit, or the file
 * was added later.
 *
 * @param isThereNow the file is in the working copy
 * @returns undefined if it may be a mistake: in a name, or in a clone without its history
 */
export function whyAbsent(blob: Blob, isThereNow: boolean, host: Host): string | undefined {
  const { revision, folder } = blob;
  const path = pathInGit(blob);
  const known = (name: string): boolean => isKnown(name, folder, host);
  if (/^0{40,64}$/.test(revision)) return 'a revision of zeros does not exist';
  if (revision.startsWith('-')) return undefined;
  if (known(`${revision}^{commit}`)) {
    const anywhere = (at: string): boolean => known(`${at}:./${path}`) || known(`${at}:${path}`);
    if (anywhere(revision) || !(isThereNow || anywhere('HEAD'))) return undefined;
    return `there is no file ${quote(path)} in the revision ${quote(revision)}`;
  }
  const descendant = revision.replace(/(?:~\d*|\^)+$/, '');
  if (descendant === revision || !known(`${descendant}^{commit}`) || isShallow(folder, host)) return undefined;
  return `${quote(revision)} comes before the first commit`;
}

/** Whether a word names a commit: a branch, a tag, or the beginning of a commit's own name. */
export const isCommit = (word: string, folder: string, host: Host): boolean =>
  isKnown(`${word}^{commit}`, folder, host);

function isKnown(name: string, folder: string, host: Host): boolean {
  const answer = git(['rev-parse', '--verify', '--quiet', name], folder, host);
  return 'code' in answer && answer.code === 0;
}

/** Whether the clone lacks a part of the history. */
function isShallow(folder: string, host: Host): boolean {
  const answer = git(['rev-parse', '--is-shallow-repository'], folder, host);
  return 'code' in answer && answer.stdout.toString().trim() === 'true';
}

function unreadable(message: string, hint?: string): { readonly problem: Diagnostic } {
  const problem = { code: 'unreadable-file', severity: 'error', message: `cannot be read: ${message}` } as const;
  return { problem: hint === undefined ? problem : { ...problem, hint } };
}
