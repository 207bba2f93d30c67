import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Stance } from '../../../../model/stance.ts';
import { readValues } from '../../../../roster/yaml/values.ts';
import { quote } from '../../../../text/suggest.ts';
import { readStance } from '../../../sheet/stance-words.ts';
import { type ImportedMember, nothingMore, type ReadFile, type Reading } from './imported.ts';
import { fieldsOf, type Parsed, placesIn } from './json-text.ts';
import { positionOf } from './wide-sheet.ts';

/** What the numbers of an object of votes mean. */
export const voteNumbers: ReadonlyMap<string, Stance> = new Map([
  ['1', 'support'],
  ['0', 'abstain'],
  ['-1', 'oppose'],
  ['null', 'undeclared'],
]);

/** Whether a JSON value is an object of votes: a number or a word for each name. */
export const isVotes = (value: Parsed): boolean => {
  const votes = Object.values(fieldsOf(value));
  return (
    votes.length > 0 && votes.every((vote) => vote === null || ['number', 'string', 'boolean'].includes(typeof vote))
  );
};

/** Votes as committees keep them: `{ "ana": 1, "bo": 0, "chi": -1 }`. */
export function readVotes(value: Parsed, text: string, reading: Reading): ReadFile {
  const placeOf = placesIn(text);
  const problems: Diagnostic[] = [...repeated(text)];
  const members = Object.entries(fieldsOf(value)).flatMap(([word, vote]): ImportedMember[] => {
    const { span, line } = placeOf(word);
    const stance = readStance(String(vote), reading.stances, voteNumbers);
    if ('fault' in stance) {
      problems.push({ severity: 'error', ...stance.fault, message: `${quote(word)}: ${stance.fault.message}`, span });
      return [];
    }
    const positions = [{ position: positionOf(stance.value, undefined), span, line }];
    return [
      {
        word,
        name: undefined,
        span,
        groups: [],
        weights: {},
        positions: stance.value === 'undeclared' ? [] : positions,
      },
    ];
  });
  return problems.length > 0 ? { problems } : { imported: { ...nothingMore, members, leftOut: [] } };
}

/** A name that comes twice: JSON would silently keep the last. */
function repeated(text: string): readonly Diagnostic[] {
  const read = readValues(text);
  if (!('reason' in read) || !/duplicate/i.test(read.reason)) return [];
  const span = { start: read.offset, end: read.offset + 1 };
  return [
    { code: 'duplicate-key', severity: 'error', message: 'a name appears twice', span, hint: 'keep one of the two' },
  ];
}
