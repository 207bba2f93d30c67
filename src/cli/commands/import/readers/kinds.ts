import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { ImportKind } from '../../../contract/sheets.ts';
import { type Table, tableIn } from '../../../sheet/table.ts';
import { isBallot, readBallot } from './datatracker.ts';
import { isReviews, readReviews } from './github-reviews.ts';
import type { ReadFile, Reading } from './imported.ts';
import { type Parsed, parsedJson } from './json-text.ts';
import { readSheet } from './sheet.ts';
import { isUnVotes, readUnVotes } from './un-votes.ts';
import { isVotes, readVotes } from './votes-json.ts';

type SheetReader = {
  readonly of: 'sheet';
  readonly is: (table: Table) => boolean;
  readonly read: (table: Table, reading: Reading) => ReadFile;
};
type JsonReader = {
  readonly of: 'json';
  readonly is: (value: Parsed) => boolean;
  readonly read: (value: Parsed, text: string, reading: Reading) => ReadFile;
};

/** How each kind is told apart from others and read, those first that are told apart best. */
const readers: Readonly<Record<ImportKind, SheetReader | JsonReader>> = {
  'github-reviews': { of: 'json', is: isReviews, read: readReviews },
  datatracker: { of: 'json', is: isBallot, read: readBallot },
  'votes-json': { of: 'json', is: isVotes, read: readVotes },
  'un-votes': { of: 'sheet', is: isUnVotes, read: readUnVotes },
  csv: { of: 'sheet', is: () => true, read: readSheet },
};

/** What each kind of file is, in words. */
export const kindWords: Readonly<Record<ImportKind, string>> = {
  csv: 'a table',
  'github-reviews': 'reviews of a pull request on GitHub',
  datatracker: "a ballot of the IETF's datatracker",
  'un-votes': 'votes from the UN Digital Library',
  'votes-json': 'an object of votes',
};

/** A file of a kind. */
export type FileRead =
  | { readonly kind: ImportKind; readonly read: ReadFile }
  | { readonly problems: readonly Diagnostic[] };

/** What a text has, as the kind that the user names or that it looks like. @throws UsageError */
export function readText(text: string, asked: ImportKind | undefined, reading: Reading): FileRead {
  const isJson = asked === undefined ? /^\s*[[{]/.test(text) : readers[asked].of === 'json';
  if (isJson) {
    const parsed = parsedJson(text);
    if ('problem' in parsed) return { problems: [parsed.problem] };
    for (const [kind, reader] of entries) {
      if (reader.of !== 'json' || (asked !== undefined && asked !== kind)) continue;
      if (reader.is(parsed.value)) return { kind, read: reader.read(parsed.value, text, reading) };
    }
    return { problems: [unknownKind(asked)] };
  }
  const table = tableIn(text, reading.mapping);
  if ('code' in table) return { problems: [table] };
  for (const [kind, reader] of entries) {
    if (reader.of !== 'sheet' || (asked !== undefined && asked !== kind)) continue;
    if (reader.is(table)) return { kind, read: reader.read(table, reading) };
  }
  return { problems: [unknownKind(asked)] };
}

const entries = Object.entries(readers) as readonly (readonly [ImportKind, SheetReader | JsonReader])[];

function unknownKind(asked: ImportKind | undefined): Diagnostic {
  const message = asked === undefined ? 'this kind of JSON cannot be imported' : `this is not ${kindWords[asked]}`;
  const hint = 'docs/import.md shows each kind; a table can be saved as CSV';
  return { code: 'unknown-kind', severity: 'error', message, span: { start: 0, end: 1 }, hint };
}
