import type { Answering } from './formats.ts';
import { type Host, todayOf } from './host.ts';

/** What a user's words are read against. */
export interface Surroundings {
  readonly host: Host;
  /** ISO day, in UTC. */
  readonly today: string;
  /** The bundled example is read where nobody names a roster and the folder has none. */
  readonly takesExample: boolean;
}

/**
 * Whether each command answers about the bundled example where nobody names a roster and the folder has none. To look
 * at it does no harm; a script, a file to write and a list of one's own must never be about somebody else's decision.
 */
const takesExample: Readonly<Record<Answering, boolean>> = {
  status: true,
  check: false,
  list: false,
  matrix: false,
  agreement: false,
  diff: false,
  timeline: true,
  member: true,
  report: true,
  snapshot: false,
  validate: false,
  record: false,
  init: false,
  import: false,
  rules: false,
  schema: false,
};

/** What the words of a command are read against. */
export const surroundingsOf = (command: Answering, host: Host): Surroundings => ({
  host,
  today: todayOf(host),
  takesExample: takesExample[command],
});

/** Whether a command is one whose answers have formats; one that has none asks for no roster. */
export const isAnswering = (command: string): command is Answering => Object.hasOwn(takesExample, command);
