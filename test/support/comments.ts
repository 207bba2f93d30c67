import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { emptyFolder } from './bin.ts';
import { jobToken } from './workflow.ts';

/** A comment as the API of GitHub has it, as far as we look. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly type: 'Bot' | 'User' };
  readonly author_association: string;
}

/** A pull request's comments behind an API on this machine. */
export interface Conversation {
  readonly url: string;
  readonly comments: Comment[];
  /** The requests that change something, by method and path. */
  readonly writes: string[];
}

/** What the API answers to requests that change something; 200 and 201 without it. */
interface Refusal {
  readonly refuses?: number;
}

/** Plays the comments of pull request 7 of `octo/decisions`, on loopback, until the test has finished. */
export async function conversation(before: readonly Comment[] = [], { refuses }: Refusal = {}): Promise<Conversation> {
  const comments = [...before];
  const writes: string[] = [];
  const textOf = async (request: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    return text;
  };
  const answer = async (request: IncomingMessage): Promise<readonly [status: number, body: unknown]> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (request.headers.authorization !== `Bearer ${jobToken}`) return [401, {}];
    const text = await textOf(request);
    const issues = '/repos/octo/decisions/issues';
    if (request.method === 'GET' && pathname === `${issues}/7/comments`) {
      const [size, page] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))];
      return [200, comments.slice((page - 1) * size, page * size)];
    }
    writes.push(`${request.method} ${pathname}`);
    if (refuses !== undefined) return [refuses, { message: '::error::x' }];
    const { body } = JSON.parse(text) as { body: string };
    if (request.method === 'POST' && pathname === `${issues}/7/comments`) {
      const made: Comment = { id: comments.length + 1, body, user: { type: 'Bot' }, author_association: 'NONE' };
      comments.push(made);
      return [201, made];
    }
    const index = comments.findIndex(({ id }) => pathname === `${issues}/comments/${id}`);
    const known = comments[index];
    if (request.method !== 'PATCH' || known === undefined) return [404, {}];
    comments[index] = { ...known, body };
    return [200, comments[index]];
  };
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, comments, writes };
}

/** What the runner tells of an event about pull request 7. */
export function eventOf({ url }: Pick<Conversation, 'url'>, event = 'pull_request'): Readonly<Record<string, string>> {
  const payload = join(emptyFolder(), 'event.json');
  writeFileSync(payload, JSON.stringify({ number: 7 }));
  return {
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: 'octo/decisions',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: payload,
  };
}
