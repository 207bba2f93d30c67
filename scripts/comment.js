/*
 * Keeps one comment on a pull request up to date, for the action of this repository. It runs without `npm install`, so
 * it imports Node alone.
 *
 * A hidden marker on the first line says which rosters the comment is about, and has a fingerprint of the outcomes and
 * the holdouts. While the fingerprint is the same, nothing is written. Nothing that goes wrong here fails the step: the
 * comment is a copy of the answer.
 *
 * Environment: ANSWER (a folder with check.json and check.md), ROSTER, TOKEN, and what the runner sets.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { env } = process;
const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';

/** GitHub's limit in characters; `length` counts no fewer. */
const mostOfBody = 65_536;
const cutRemark = '\n\nThe rest is cut: a comment has room for 64 KiB.\n';

const perPage = 100;
const mostPages = 100;
const mostMilliseconds = 30_000;

/** Who may have written a comment with our marker, next to apps: anybody could write one that we would write over. */
const trusted = ['OWNER', 'MEMBER', 'COLLABORATOR'];

const hash = (text) => createHash('sha256').update(text).digest('hex');

/** A remark of ours to the runner; it holds no text from outside. */
const remark = (level, text) => void process.stdout.write(`::${level} title=rutte-tally::${text}\n`);

/** An answer of the API that is not the one that was asked for. */
class Refused extends Error {
  constructor(status) {
    super(`the API answered ${status}`);
    this.status = status;
  }
}

/** @returns {Promise<unknown>} */
async function ask(method, path, body) {
  const answer = await fetch(`${apiUrl}/repos/${env.GITHUB_REPOSITORY}/issues/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.TOKEN}`,
      'content-type': 'application/json',
      'user-agent': 'rutte-tally',
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(mostMilliseconds),
    ...(body !== undefined && { body: JSON.stringify({ body }) }),
  });
  if (!answer.ok) throw new Refused(answer.status);
  return answer.json();
}

/** The pull request that the workflow runs for; undefined for any other event. */
function pullRequest() {
  if (env.GITHUB_EVENT_NAME !== 'pull_request') return undefined;
  const { number } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  return Number.isInteger(number) ? number : undefined;
}

/** The decisions of an answer about one roster, or about several. */
const decisionsIn = (answer) => answer.decisions ?? [answer];

/** Changes with every outcome and every holdout, and with nothing else. */
const fingerprintOf = (answer) =>
  hash(
    JSON.stringify(
      decisionsIn(answer).map(({ file = '', outcome, holdouts }) => [
        file,
        outcome,
        holdouts.map(({ member, stance, blocking }) => [member, stance, blocking]),
      ]),
    ),
  );

/** How many decisions there are of each outcome, above the table of several; one has a heading of its own. */
function headingOf({ decisions }) {
  if (decisions === undefined) return '';
  const counts = ['reached', 'open', 'blocked']
    .map((outcome) => [decisions.filter((one) => one.outcome === outcome).length, outcome])
    .filter(([count]) => count > 0);
  const noun = decisions.length === 1 ? 'decision' : 'decisions';
  return `### ${decisions.length} ${noun}: ${counts.map((pair) => pair.join(' ')).join(', ')}\n\n`;
}

/** As many whole lines as there is room for. */
function fitted(text) {
  if (text.length <= mostOfBody) return text;
  const room = mostOfBody - cutRemark.length;
  return text.slice(0, Math.max(0, text.lastIndexOf('\n', room))) + cutRemark;
}

/** The oldest comment with our marker; comments come the oldest first. */
async function commentWith(marker, pull) {
  for (let page = 1; page <= mostPages; page += 1) {
    const comments = await ask('GET', `${pull}/comments?per_page=${perPage}&page=${page}`);
    const found = comments.find(({ body, user, author_association: association }) => {
      const isTrusted = user?.type !== 'User' || trusted.includes(association);
      return isTrusted && (body ?? '').startsWith(marker);
    });
    if (found !== undefined) return found;
    if (comments.length < perPage) return undefined;
  }
  return undefined;
}

async function comment() {
  const pull = pullRequest();
  if (pull === undefined) {
    remark('notice', 'No comment: this run is not for a pull request (event pull_request).');
    return;
  }
  const answer = JSON.parse(readFileSync(join(env.ANSWER ?? '', 'check.json'), 'utf8'));
  const text = readFileSync(join(env.ANSWER ?? '', 'check.md'), 'utf8');
  const marker = `<!-- rutte-tally:${hash(env.ROSTER ?? '').slice(0, 16)} `;
  const firstLine = `${marker}${fingerprintOf(answer)} -->`;
  const known = await commentWith(marker, pull);
  if (known?.body.startsWith(firstLine)) return;
  const body = fitted(`${firstLine}\n${headingOf(answer)}${text}`);
  if (known === undefined) await ask('POST', `${pull}/comments`, body);
  else await ask('PATCH', `comments/${known.id}`, body);
}

try {
  await comment();
} catch (error) {
  if (error instanceof Refused && [401, 403, 404].includes(error.status))
    remark(
      'notice',
      `No comment: the token may not write one (${error.message}). It needs "pull-requests: write"; in a pull request from a fork it may only read.`,
    );
  else {
    const why = error instanceof Refused ? error.message : (error?.cause?.code ?? error?.code ?? error?.name);
    remark('warning', `No comment: ${String(why).replace(/[^\w .-]/g, '')}.`);
  }
}
