/** Kinds of words on a command line. `text` is free text, for which nothing is offered. */
export const valueKinds = [
  'command',
  'snapshot',
  'roster',
  'file',
  'member',
  'members',
  'stance',
  'assumption',
  'date',
  'moment',
  'body',
  'basis',
  'leaning',
  'source',
  'demand',
  'rule',
  'shell',
  'states',
  'text',
] as const;
/** The kind of a word on a command line. */
export type ValueKind = (typeof valueKinds)[number];

/** The kind of word for each placeholder in the help. */
const kindByName: Readonly<Record<string, ValueKind>> = {
  command: 'command',
  snapshot: 'snapshot',
  before: 'snapshot',
  after: 'snapshot',
  roster: 'roster',
  path: 'snapshot',
  file: 'file',
  member: 'member',
  code: 'member',
  codes: 'members',
  members: 'members',
  count: 'text',
  stance: 'stance',
  'code=stance': 'assumption',
  date: 'date',
  when: 'moment',
  body: 'body',
  basis: 'basis',
  side: 'leaning',
  source: 'source',
  id: 'demand',
  name: 'text',
  rule: 'rule',
  shell: 'shell',
  states: 'states',
  days: 'text',
  order: 'text',
  kind: 'text',
  names: 'text',
  'name=column': 'text',
  'word=stance': 'text',
  text: 'text',
};

/**
 * The kind of word for a syntax such as `[snapshot]`, `<roster...>` or `--as-of <date>`.
 *
 * @returns undefined for a syntax without a placeholder, or with one that is not in the table
 */
export function kindOf(syntax: string): ValueKind | undefined {
  const [, name = ''] = /[[<]([^\]>]+?)(?:\.\.\.)?[\]>]/.exec(syntax) ?? [];
  return kindByName[name];
}
