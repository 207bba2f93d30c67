/*
 * Ballots of the IESG, as the IETF's datatracker gives them: the JSON of `/api/v1/doc/ballotpositiondocevent/`, asked
 * for one document. It has everything that was recorded, and the latest counts.
 */

import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Position } from '../../../../model/roster.ts';
import type { Stance } from '../../../../model/stance.ts';
import type { Time } from '../../../../model/time.ts';
import { fold } from '../../../../text/fold.ts';
import { quote } from '../../../../text/suggest.ts';
import { readStance } from '../../../sheet/stance-words.ts';
import { chosenDecision } from './chosen-decision.ts';
import { type LeftOut, nothingMore, type ReadFile, type Reading } from './imported.ts';
import { fieldsOf, itemsOf, oneLine, type Parsed, placesIn, textOf } from './json-text.ts';
import { instantIn, membersOf, type Said } from './sequence.ts';

/** The names of positions in addresses such as `/api/v1/name/ballotpositionname/noobj/`. */
export const ballotWords: ReadonlyMap<string, Stance> = new Map([
  ['noobj', 'no-objection'],
  ['discuss', 'conditional'],
  ['block', 'conditional'],
  ['recuse', 'recused'],
  ['norecord', 'undeclared'],
]);

/** Whether a JSON value is an answer about positions in ballots. */
export const isBallot = (value: Parsed): boolean => {
  const first = fieldsOf(eventsIn(value)[0]);
  return 'pos' in first && ('balloter' in first || 'ad' in first);
};

const eventsIn = (value: Parsed): readonly Parsed[] =>
  Array.isArray(value) ? value : itemsOf(fieldsOf(value).objects);

/** The last part of an address of the API: `noobj`. */
const lastPart = (address: Parsed): string =>
  (textOf(address) ?? '')
    .split('/')
    .filter((part) => part !== '')
    .at(-1) ?? '';

/** The ballot of a document. @throws UsageError where the file has several documents and none is named */
export function readBallot(value: Parsed, text: string, reading: Reading): ReadFile {
  const placeOf = placesIn(text);
  const problems: Diagnostic[] = [];
  const said: Said[] = [];
  const events = eventsIn(value).map(fieldsOf);
  const doc = chosenDecision(
    events.map((event) => [lastPart(event.doc)]),
    reading,
    'document',
  );
  const names = namesIn(events);
  for (const event of events) {
    const place = placeOf(textOf(event.pos) ?? '');
    if (doc !== undefined && lastPart(event.doc) !== doc) continue;
    const word = lastPart(event.pos);
    const person = lastPart(event.balloter ?? event.ad);
    const name = names.get(person);
    const stance = readStance(word, reading.stances, ballotWords);
    const date = instantIn(textOf(event.time));
    if ('fault' in stance) problems.push({ severity: 'error', ...stance.fault, span: place.span });
    else if (person === '' || date === undefined) {
      const message =
        person === ''
          ? 'a position names nobody in "balloter"'
          : `the position of ${quote(name ?? person)} has no time`;
      problems.push({
        severity: 'error',
        code: 'missing-value',
        message,
        span: place.span,
        hint: 'is this the complete response?',
      });
    } else {
      const position = positionOf(stance.value, date, event);
      said.push({ who: name ?? `person-${person}`, ...place, position });
    }
  }
  if (problems.length > 0) return { problems };
  return {
    imported: { ...nothingMore, title: doc, members: membersOf(said, []), leftOut: pageRemark(value, events.length) },
  };
}

/** The names of persons by their numbers, where the events have them and no two persons have the same. */
function namesIn(events: readonly Readonly<Record<string, Parsed>>[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const event of events) {
    const name = nameIn(oneLine(textOf(event.desc)) ?? '');
    if (name !== undefined) names.set(lastPart(event.balloter ?? event.ad), name);
  }
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  return new Map([...names].filter(([, name]) => counts.get(fold(name)) === 1));
}

/** The person whose position an event describes in words; undefined where it does not. */
const nameIn = (description: string): string | undefined =>
  /has been recorded for (.+?)\.?$/.exec(description)?.[1] ??
  /Position for (.+?) has been changed/.exec(description)?.[1];

function positionOf(
  stance: Stance,
  date: Time,
  event: Readonly<Record<string, Parsed>>,
): Position & { readonly date: Time } {
  const [discuss, comment] = [oneLine(textOf(event.discuss)), oneLine(textOf(event.comment))];
  return {
    date,
    circa: false,
    stance,
    basis: 'stated',
    wants: stance === 'conditional' && discuss !== undefined ? [discuss] : [],
    sources: [],
    ...((stance === 'oppose' || stance === 'withheld') && discuss !== undefined && { why: discuss }),
    ...(comment !== undefined && { note: comment }),
  };
}

/** That the answer is one page of several. */
function pageRemark(value: Parsed, count: number): readonly LeftOut[] {
  const { next, total_count: total } = fieldsOf(fieldsOf(value).meta);
  if (textOf(next) === undefined) return [];
  return [
    {
      line: undefined,
      message: `this page has ${count} of ${Number(total)} positions; request all with limit and offset`,
    },
  ];
}
