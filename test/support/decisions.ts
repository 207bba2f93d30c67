import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder } from './bin.ts';

/** Files by their paths, in a folder that is gone after the test. */
export function folderOf(files: Readonly<Record<string, string>>, folder = emptyFolder()): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A decision of Ana, Bo and whoever else is given, by consensus. */
export const decision = (title: string, members: string): string =>
  `title: ${title}\nas-of: 2024-05-20\nrule: consensus\nmembers: { ana: support, ${members} }\n`;

/** Bo was unclear until 17 May 2024, and stands somewhere else since. */
export const boMoved = (stance: string): string =>
  `bo: { positions: [{ date: 2024-05-02, stance: unclear }, { date: 2024-05-17, stance: ${stance} }] }`;

/** Decisions with every outcome, a roster that is not valid, and a file that is no roster. */
export const someDecisions: Readonly<Record<string, string>> = {
  'decisions/guide.yaml': decision(
    'Adopt the style guide',
    'bo: { stance: withheld, date: 2024-05-13, why: no examples }',
  ),
  'decisions/venue.yaml': decision('Choose a venue', boMoved('support')),
  'decisions/budget.yaml': decision('Pass the budget', `${boMoved('oppose')}, chi: unclear`),
  'decisions/broken.yaml': decision('Break it', 'bo: suport'),
  'decisions/notes.yaml': 'todo: nothing\n',
  'decisions/2025/move.yaml': decision('Move in 2025', 'bo: support'),
};
