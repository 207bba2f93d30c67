import { completion } from '../commands/completion.ts';
import { diff } from '../commands/diff.ts';
import { init } from '../commands/init.ts';
import { member } from '../commands/member.ts';
import { rules } from '../commands/rules.ts';
import { schema } from '../commands/schema.ts';
import { snapshot } from '../commands/snapshot.ts';
import { timeline, timelineOptionsOf } from '../commands/timeline.ts';
import { watch } from '../commands/watch.ts';
import type { Action } from '../contract/command.ts';
import { snapshotOptionsOf } from '../input/snapshot-options.ts';
import { shellFor } from '../output/shell.ts';

/** All other commands, in a bundle that the quick ones do without. */
export const otherCommands = {
  diff: async (words, options, host) => {
    const { exitCode = false, quiet = false } = options;
    return diff(
      words,
      { ...snapshotOptionsOf(options), exitCode: exitCode || quiet, quiet },
      await shellFor(host, options),
    );
  },
  member: async ([name = '', designator], options, host) =>
    member(name, designator, snapshotOptionsOf(options), await shellFor(host, options)),
  snapshot: async ([designator], options, host) =>
    snapshot(designator, snapshotOptionsOf(options), await shellFor(host, options)),
  timeline: async (words, options, host) => timeline(words, timelineOptionsOf(options), await shellFor(host, options)),
  watch: (words, options, host) => watch(words[0], snapshotOptionsOf(options), options, host),
  init: async (words, { body, title, force = false, listBodies = false, ...common }, host) =>
    init(
      words[0],
      { ...(body !== undefined && { body }), ...(title !== undefined && { title }), force, listBodies },
      await shellFor(host, common),
    ),
  schema: async (_, options, host) => schema(await shellFor(host, options)),
  rules: async (words, options, host) => rules(words[0], await shellFor(host, options)),
  completion: async (words, _, host) => completion(words[0], host),
} as const satisfies Readonly<Record<string, Action>>;
