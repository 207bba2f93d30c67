import type { Request } from './requests.ts';

const roster = (members: string): string => `title: t\nrule: consensus\nmembers:\n${members}`;

/** Texts of which something was found once, as short as they can be. */
export const keptTexts: readonly string[] = [
  roster('  NL: { name: "one\\\n\n      two" }\n'),
  roster('  NL: { "na\\\n\n      me": x }\n'),
  roster('  NL: ! name: x\n'),
  '{ title: t, rule: consensus, members: { NL: support }\n#\n}\n',
  roster('  NL: !!str name: x\n'),
  roster('  NL: &x name: x\n'),
  roster('  NL: &: support\n'),
  roster('  NL: &x: support\n'),
  roster('  &x: NL: support\n'),
  roster('  NL: !!map\n'),
  roster('  ! NL: support\n'),
  roster('  NL:\n\t'),
  roster('  NL:\n    why: |\n      x\n\t\n    stance: oppose\n'),
  roster('  NL: support\n...\n...\n'),
  roster('  NL: support\n').replaceAll('\n', '\r').concat('...\r...\r'),
  roster('  ? ! NL\n  : support\n'),
  'title: t\nrule: consensus\nmembers: { ! NL, BE }\n',
  roster(`  ! "NL"${' '.repeat(120)}: support\n`),
  roster('  NL: { name: "\\U00110000" }\n'),
  roster(`  NL: support\ngroups:\n  ${'a'.repeat(1100)}: [NL]\n`),
  roster(`  NL: support\ngroups:\n  "${'a'.repeat(1100)}": [NL]\n`),
  roster(`  NL: support\ngroups: { ${'a'.repeat(1100)}: [NL] }\n`),
  roster('  NL: support\ngroups:\n  g:\n  - "NL"h: [NL]\n'),
  roster('  NL: support\ngroups:\n  g:\n  - NL\n  h: !!seq ""\n'),
  roster('  NL: { name: &x "one\\\n\n      two" }\n'),
  roster('  NL: { name: !!str "one\\\n\n      two" }\n'),
  roster('  NL:\n    stance: oppose\n    why: &x |\n      x\n\t\n'),
  roster('  NL:\n    stance: oppose\n    why: |\n      x\n\t# c\n'),
];

const moved = (code: string): Request => ({
  words: [code, 'oppose'],
  options: ['--date', '2024-06-19'],
  moves: [{ code, stance: 'oppose', date: '2024-06-19' }],
});

/** Texts in which recording something went wrong once. */
export const keptEdits: readonly (readonly [text: string, request: Request])[] = [
  [roster('  a: { name: A, stance: support, date: # c\n      2024-01-01 }\n'), moved('a')],
  [roster('  a: { name: # c\n      A, stance: support }\n'), moved('a')],
  [roster('  a: | # c\n    undeclared\n'), moved('a')],
  [roster('  a: !!str undeclared\n'), moved('a')],
  [roster('  a: !!str\n'), moved('a')],
  ['title: t\nrule: consensus\nmembers: { a: !!str undeclared }\n', moved('a')],
  [roster("  a: { name: A, stance: support, 'date\n      ': 2024-01-01 }\n"), moved('a')],
  ['title: t\nrule: consensus\nmembers: { A, I, J\t}\n', moved('J')],
  ['title: t\nrule: consensus\nmembers: { a: { name: A, stance: undeclared\t} }\n', moved('a')],
  // Two moves of one member, the first of which made a text that could not be read: refused without a word.
  [
    roster('  R: support\n  NL: !!str support\n'),
    {
      words: [],
      options: ['--csv'],
      input: 'code,stance,date\nNL,unclear,1999-01-01\nNL,oppose,2024-02-21\n',
      moves: [{ code: 'NL', stance: 'oppose', date: '2024-02-21' }],
    },
  ],
  [
    roster('  R: support\n  NL: !<tag:yaml.org,2002:str>support\n'),
    {
      words: [],
      options: ['--csv'],
      input: 'code,stance,date\nNL,unclear,1999-01-01\nNL,oppose,2024-02-21\n',
      moves: [{ code: 'NL', stance: 'oppose', date: '2024-02-21' }],
    },
  ],
];
