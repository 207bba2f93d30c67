import { folderOf } from './decisions.ts';

const committee = (rule: string, members: string, rest = ''): string =>
  `body: Committee\nrule: ${rule}\nmembers:\n${members
    .split('; ')
    .map((member) => `  ${member}\n`)
    .join('')}${rest}`;

const deadline = (date: string): string => `milestones: [{ date: ${date}, name: meeting, deadline: true }]\n`;

/** Rosters of a committee by file, to be read as of 20 March 2026, without their titles, which are the files' names. */
const rosters: Readonly<Record<string, string>> = {
  'blocked.yaml': committee('consensus', 'ana: support; bo: { stance: oppose, date: 2026-02-01 }; chi: support'),
  'closed.yaml': committee('consensus', 'ana: support; bo:; chi: support', 'closes: 2026-03-15\n'),
  'decided.yaml': committee(
    'consensus',
    'ana: support; bo:; chi: support',
    'decision: { date: 2026-03-01, outcome: adopted }\n',
  ),
  'half-closed.yaml': committee(
    '{ any: [{ count: support, at-least: all, closes: 2026-03-10 }, { count: support, at-least: 1, among: [chi] }] }',
    'ana:; bo:; chi:',
  ),
  'left.yaml': committee('consensus', 'ana: support; bo: { left: 2026-03-01 }; chi: { joined: 2026-04-01 }'),
  'open.yaml': committee(
    'consensus',
    'ana: support; bo: { stance: withheld, date: 2026-03-06 }; chi: support',
    deadline('2026-04-10'),
  ),
  'overdue.yaml': committee(
    'consensus',
    'ana: { stance: support, date: 2026-03-10 }; bo: { stance: conditional, date: 2026-03-05, wants: [more time] }; chi: support',
    deadline('2026-03-13'),
  ),
  'reached.yaml': committee('simple-majority', 'ana: support; bo:; chi: support'),
  'recused.yaml': committee('unanimity', 'ana:; bo: { stance: recused, date: 2026-03-01 }; chi: support'),
  'rejected.yaml': committee(
    'consensus',
    'ana: support; bo: oppose; chi: support',
    'decision: { date: 2026-03-12, outcome: rejected }\n',
  ),
  'silence.yaml': committee('{ silence: 2026-03-22T12:00:00Z }', 'ana:; bo:; chi:'),
  'soon.yaml': committee('consensus', 'ana:; bo: support; chi: { joined: 2026-04-01 }', deadline('2026-03-25')),
};

/** Files that are no rosters at all. */
const others: Readonly<Record<string, string>> = {
  'empty.yaml': '',
  'notes.yml': 'title: Minutes\npresent: [ana, bo]\n',
  'package.json': '{ "name": "decisions" }\n',
  '.hidden.yaml': 'members: 3\n',
  'readme.txt': 'members:\n',
};

/** Rosters that are not valid. */
const bad: Readonly<Record<string, string>> = {
  'bad.yaml': committee('consensus', 'ana: suport; bo:'),
  'broken.yaml': 'rule: consensus\nmembers: [\n',
};

/** How the files of the folder are read as of 20 March 2026. */
export const decisionFolder = { rosters: Object.keys(rosters), bad: Object.keys(bad), passedOver: 3 } as const;

/**
 * A new folder with a dozen decisions: reached, open, blocked, decided and closed ones, with a member that has left, one
 * that has not joined yet and one that takes no part.
 *
 * @param withOthers bad rosters and files that are no rosters as well, and a roster in a subfolder
 */
export function folderOfDecisions(withOthers = false): string {
  const files = new Map(
    Object.entries(rosters).map(([name, text]) => [name, `title: ${name.replace('.yaml', '')}\n${text}`]),
  );
  if (withOthers) {
    for (const [name, text] of Object.entries(others)) files.set(name, text);
    for (const [name, text] of Object.entries(bad)) files.set(name, `title: ${name}\n${text}`);
    for (const name of ['archive/old.yaml', 'node_modules/x/x.yaml', '.git/x.yaml'])
      files.set(name, `title: old\n${committee('consensus', 'ana: support; bo: support')}`);
  }
  return folderOf(Object.fromEntries(files));
}
