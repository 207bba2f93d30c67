import { story } from '../../engine/story.ts';
import { renderStory } from '../../render/story.ts';
import { renderStoryCsv } from '../../render/story-csv.ts';
import { renderStoryJson } from '../../render/story-json.ts';
import { renderStoryMarkdown } from '../../render/story-markdown.ts';
import { readAsked } from '../assumptions.ts';
import { type ExitCode, exit } from '../exit.ts';
import { remarkOrigin } from '../input.ts';
import { memberNamed } from '../named.ts';
import type { Shell } from '../shell.ts';
import { type SnapshotOptions, snapshotOf } from '../view.ts';

const render = {
  table: renderStory,
  json: renderStoryJson,
  markdown: renderStoryMarkdown,
  csv: renderStoryCsv,
} as const;

/** `member CODE [SNAPSHOT]`: all that a roster knows of one member by a date. */
export async function member(
  word: string,
  designator: string | undefined,
  options: SnapshotOptions,
  shell: Shell,
): Promise<ExitCode> {
  const read = await readAsked(designator, options, shell);
  if (read === undefined) return exit.badRoster;
  const { input, asked } = read;
  const taken = snapshotOf(input, asked, shell.today);
  const view = { story: story(input.roster, memberNamed(word, input.roster), taken), origin: input.origin };
  const saysOrigin = shell.format === 'table' || shell.format === 'markdown';
  if (!saysOrigin) remarkOrigin(input, shell);
  shell.answer(render[shell.format](view, shell.answers));
  return exit.done;
}
