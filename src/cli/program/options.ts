import { Option } from 'commander';
import { type FieldDeclaration, positionFields, type RecordedField } from '../../model/position-fields.ts';
import { dateOrders } from '../contract/sheets.ts';

/** The forms of a snapshot, for the help of an argument. */
export const snapshotForms =
  'a roster: FILE, FILE@DATE, REV:FILE or REV:FILE@DATE from git, or - for standard input; @DATE or REV alone refer to the roster of this folder';
/** The same, where the roster of the folder is the default. */
export const ofFolder = `${snapshotForms} (default: rutte-tally.yaml in this folder)`;
/** The same, where the bundled example is the default of a folder without a roster. */
export const ofFolderOrExample = `${snapshotForms} (default: rutte-tally.yaml in this folder, else the bundled example)`;

/** What several decisions are read from, for the help of an argument. */
export const paths = 'rosters, folders of rosters, or names of bundled ones (default: this folder)';

/** `--all`. */
export const all = (what = 'list every member, including those with no known position'): Option =>
  new Option('--all', what).default(false);

/** `--ascii`. */
export const ascii = (): Option => new Option('--ascii', 'draw with ASCII characters only').default(false);

/** `--watch`. */
export const watched = (what: string): Option => new Option('--watch', what).default(false);

const several = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** `--since`. */
export const since = (what: string): Option =>
  new Option('--since <when>', `${what} (7d, 2024-02-21), a revision (HEAD~1) or another snapshot`);

/** `--recursive`. */
export const recursive = (): Option => new Option('--recursive', 'read subfolders as well').default(false);

/** `--as-of`. */
export const asOf = (): Option =>
  new Option(
    '--as-of <date>',
    "read the roster at this date: a day, a month, an instant, today, yesterday, 7d or 2w (default: the roster's as-of, else today)",
  );

/** `--on-record`. */
export const onRecord = (): Option =>
  new Option('--on-record', "count only members' own statements; ignore reports and claims").default(false);

/** The option of `record` for a field of a position. */
export function positionOption(field: RecordedField): Option {
  const { kind, option } = positionFields[field];
  const { value, help }: NonNullable<FieldDeclaration['option']> = option;
  const syntax = value === undefined ? `--${field}` : `--${field} ${value}`;
  if (kind === 'texts') return new Option(syntax, `${help}; may be repeated`).argParser(several);
  return kind === 'switch' ? new Option(syntax, help).default(false) : new Option(syntax, help);
}

/** Options on how the columns, words and dates of a sheet are read. */
export const sheetOptions = (): readonly Option[] => [
  new Option(
    '--map <name=column>',
    'what a column holds: member=Land, stance=Vote, date, why, by, source, …; may be repeated',
  ).argParser(several),
  new Option('--stance <word=stance>', 'what a word means: absent=undeclared; may be repeated').argParser(several),
  new Option('--dates <order>', 'read dates such as 22/11/2026 in this order').choices(dateOrders),
];

/** Options of every command about a snapshot. */
export const snapshotOptions = (): readonly Option[] => [
  asOf(),
  new Option(
    '--assume <code=stance>',
    'assume a stance for a member, a group or "all": TR=support or TR=support,HU=oppose; may be repeated',
  ).argParser(several),
  new Option(
    '--assume-file <file>',
    'read assumptions from a YAML file of CODE: STANCE lines, or - for standard input',
  ),
  new Option('--with-followers', 'also move the members that follow the assumed ones').default(false),
  onRecord(),
];
