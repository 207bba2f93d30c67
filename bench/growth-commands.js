import { codeOf } from './made-rosters.js';

/** The one member whose history is asked for: a roster about one member has it first. */
const memberOf = (file) => (/one-member|over-time|one-demand|one-candidate/.test(file) ? 'A' : codeOf(1));

/** The commands whose growth is looked at, each a function from a file to the words of a command line. */
export const commands = {
  status: (file) => ['status', file],
  'status, all': (file) => ['status', file, '--all'],
  'status, json': (file) => ['status', file, '--format', 'json'],
  'status, markdown': (file) => ['status', file, '--format', 'markdown'],
  'status, csv': (file) => ['status', file, '--format', 'csv'],
  'status, svg': (file) => ['status', file, '--format', 'svg'],
  check: (file) => ['check', file],
  'check, github': (file) => ['check', file, '--format', 'github'],
  'check, junit': (file) => ['check', file, '--format', 'junit'],
  'check, since': (file) => ['check', file, '--since', `${file}@1902-01-01`],
  validate: (file) => ['validate', file],
  'validate, json': (file) => ['validate', file, '--format', 'json'],
  timeline: (file) => ['timeline', file],
  'timeline, json': (file) => ['timeline', file, '--format', 'json'],
  'timeline, svg': (file) => ['timeline', file, '--format', 'svg'],
  diff: (file) => ['diff', `${file}@1901-01-01`, `${file}@2024-01-01`],
  'diff, json': (file) => ['diff', `${file}@1901-01-01`, `${file}@2024-01-01`, '--format', 'json'],
  member: (file) => ['member', memberOf(file), file],
  snapshot: (file) => ['snapshot', file],
  list: (file) => ['list', file],
  matrix: (file) => ['matrix', file, '--format', 'csv'],
  report: (file) => ['report', file, '--output', '-'],
  record: (file) => ['record', memberOf(file), 'support', file, '--date', '2024-06-01', '--dry-run'],
};

/** The name of a file with a roster of some size. */
export const fileOf = (roster, size) =>
  `${roster
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')}-${size}.yaml`;
