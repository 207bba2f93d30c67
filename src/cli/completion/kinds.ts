/** What kinds of words a command line has, as completion knows them. `text` is anything, and nothing is offered for it. */
export const valueKinds = [
  'command',
  'snapshot',
  'roster',
  'file',
  'member',
  'stance',
  'assumption',
  'date',
  'body',
  'basis',
  'source',
  'rule',
  'shell',
  'text',
] as const;
export type ValueKind = (typeof valueKinds)[number];

/** What stands for a value in the help, and what kind of word it asks for. */
const kindByName: Readonly<Record<string, ValueKind>> = {
  command: 'command',
  snapshot: 'snapshot',
  before: 'snapshot',
  after: 'snapshot',
  roster: 'roster',
  file: 'file',
  member: 'member',
  code: 'member',
  stance: 'stance',
  'code=stance': 'assumption',
  date: 'date',
  body: 'body',
  basis: 'basis',
  source: 'source',
  rule: 'rule',
  shell: 'shell',
  text: 'text',
};

/**
 * What kind of word is asked for by `[snapshot]`, `<roster...>` or `--as-of <date>`.
 *
 * @returns undefined where nothing is asked for, and for a name that is not in the table
 */
export function kindOf(syntax: string): ValueKind | undefined {
  const [, name = ''] = /[[<]([^\]>]+?)(?:\.\.\.)?[\]>]/.exec(syntax) ?? [];
  return kindByName[name];
}
