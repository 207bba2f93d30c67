/*
 * Reviews of a pull request on GitHub: what `gh pr view --json title,url,author,reviews,commits,headRefOid` prints, or
 * the list that the REST API gives for `pulls/NUMBER/reviews`.
 *
 * As on GitHub, the latest review of a person counts that is more than a comment. A review that was dismissed takes back
 * what the person said.
 */

import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Position, Round } from '../../../../model/roster.ts';
import type { Stance } from '../../../../model/stance.ts';
import type { Time } from '../../../../model/time.ts';
import { bare } from '../../../../roster/hints/other-words.ts';
import { compareText } from '../../../../text/compare.ts';
import { plural } from '../../../../text/numerals.ts';
import { quote } from '../../../../text/suggest.ts';
import { readStance } from '../../../sheet/stance-words.ts';
import { type LeftOut, nothingMore, type ReadFile, type Reading } from './imported.ts';
import { fieldsOf, itemsOf, type JsonPlace, oneLine, type Parsed, placesIn, textOf } from './json-text.ts';
import { instantIn, membersOf, type Said } from './sequence.ts';

/** The states of a review, which are no other words for stances. */
export const reviewWords: ReadonlyMap<string, Stance> = new Map([
  ['changes requested', 'conditional'],
  ['dismissed', 'undeclared'],
]);

/** States that say nothing: a comment leaves what was said before, and a pending review is not sent yet. */
const silentStates: Readonly<Record<string, string>> = {
  commented: 'a comment is not a vote: left out',
  pending: 'a review that is not submitted: left out',
};

interface Review {
  readonly who: string;
  readonly state: string;
  readonly time: Time | undefined;
  readonly body: string | undefined;
  readonly commit: string | undefined;
  readonly source: string | undefined;
}

/** Whether a JSON value is a list of reviews, or a pull request with one. */
export const isReviews = (value: Parsed): boolean => {
  const [first] = reviewsIn(value);
  if (first === undefined) return Array.isArray(fieldsOf(value).reviews);
  return 'state' in fieldsOf(first) && ('author' in fieldsOf(first) || 'user' in fieldsOf(first));
};

/** Those of `gh`, of the REST API, and of its pages in one list. */
const reviewsIn = (value: Parsed): readonly Parsed[] =>
  Array.isArray(value) ? value.flat() : itemsOf(fieldsOf(value).reviews);

/** The reviews of a pull request. */
export function readReviews(value: Parsed, text: string, reading: Reading): ReadFile {
  const request = fieldsOf(value);
  const placeOf = placesIn(text);
  const said: (Said & { readonly commit: string | undefined })[] = [];
  const silent: (JsonPlace & { readonly who: string })[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Diagnostic[] = [];
  const author = textOf(fieldsOf(request.author).login);
  for (const parsed of reviewsIn(value)) {
    const { who, state, time, body, commit, source } = reviewOf(parsed, textOf(request.url));
    const place = placeOf(state);
    const word = bare(state);
    const reason = reading.stances.has(word) || !Object.hasOwn(silentStates, word) ? undefined : silentStates[word];
    if (who === '' || reason !== undefined) {
      const message = who === '' ? 'a review by a deleted user: left out' : `${quote(who)}: ${reason}`;
      leftOut.push({ line: place.line, message });
      if (who !== '' && who !== author) silent.push({ who, ...place });
      continue;
    }
    const stance = readStance(state, reading.stances, reviewWords);
    if ('fault' in stance) problems.push({ severity: 'error', ...stance.fault, span: place.span });
    else if (time === undefined) {
      const message = `the review of ${quote(who)} has no time`;
      problems.push({
        severity: 'error',
        code: 'invalid-date',
        message,
        hint: 'is this the complete response?',
        ...place,
      });
    } else said.push({ who, ...place, commit, position: positionOf(stance.value, time, body, source) });
  }
  if (problems.length > 0) return { problems };
  for (const asked of itemsOf(request.reviewRequests)) {
    const who = textOf(fieldsOf(asked).login) ?? textOf(fieldsOf(asked).slug) ?? textOf(fieldsOf(asked).name);
    if (who !== undefined) silent.push({ who, ...placeOf(who) });
  }
  const rounds = reading.rounds ? roundsOf(request, said) : [];
  const earlier = reading.rounds ? undefined : earlierRemark(request, said);
  return {
    imported: {
      ...nothingMore,
      title: oneLine(textOf(request.title)),
      members: membersOf(said, silent),
      rounds,
      leftOut: [...leftOut, ...(earlier === undefined ? [] : [{ line: undefined, message: earlier }])],
    },
  };
}

function reviewOf(parsed: Parsed, url: string | undefined): Review {
  const fields = fieldsOf(parsed);
  return {
    who: textOf(fieldsOf(fields.author ?? fields.user).login) ?? '',
    state: textOf(fields.state) ?? '',
    time: instantIn(textOf(fields.submittedAt ?? fields.submitted_at)),
    body: oneLine(textOf(fields.body)),
    commit: textOf(fieldsOf(fields.commit).oid) ?? textOf(fields.commit_id),
    source: textOf(fields.html_url) ?? url,
  };
}

function positionOf(
  stance: Stance,
  date: Time,
  body: string | undefined,
  source: string | undefined,
): Position & { readonly date: Time } {
  const words = body === undefined ? {} : stance === 'oppose' || stance === 'withheld' ? { why: body } : { note: body };
  const wants = stance === 'conditional' && body !== undefined ? [body] : [];
  const isAddress = source !== undefined && /^https?:\/\/\S+$/.test(source);
  return {
    date,
    circa: false,
    stance,
    basis: 'stated',
    wants,
    sources: isAddress ? [source] : [],
    ...(stance === 'conditional' ? {} : words),
  };
}

/** A round for each commit since the first review: from when it was made, or else first reviewed. */
function roundsOf(
  request: Readonly<Record<string, Parsed>>,
  said: readonly { readonly commit: string | undefined; readonly position: { readonly date: Time } }[],
): readonly Round[] {
  const first = said.map(({ position }) => position.date).sort(byTime)[0];
  if (first === undefined) return [];
  const dated = new Map<string, Time>();
  for (const parsed of itemsOf(request.commits)) {
    const [oid, date] = [textOf(fieldsOf(parsed).oid), instantIn(textOf(fieldsOf(parsed).committedDate))];
    if (oid !== undefined && date !== undefined) dated.set(oid, date);
  }
  for (const { commit, position } of said)
    if (commit !== undefined && !dated.has(commit)) dated.set(commit, position.date);
  const seen = new Set<string>();
  return [...dated]
    .map(([commit, date]): Round => ({ date, name: `commit ${commit.slice(0, 7)}` }))
    .sort((a, b) => byTime(a.date, b.date))
    .filter(({ date }) => {
      const isNew = !seen.has(date.text);
      seen.add(date.text);
      return isNew && byTime(date, first) > 0;
    });
}

const byTime = (a: Time, b: Time): number => (a.instant ?? 0) - (b.instant ?? 0) || compareText(a.text, b.text);

/** That some reviews are of earlier commits, where the file says which commit is the latest. */
function earlierRemark(
  request: Readonly<Record<string, Parsed>>,
  said: readonly { readonly commit: string | undefined }[],
): string | undefined {
  const head = textOf(request.headRefOid) ?? textOf(fieldsOf(itemsOf(request.commits).at(-1)).oid);
  const count = said.filter(({ commit }) => commit !== undefined && commit !== head).length;
  if (head === undefined || count === 0) return undefined;
  return `${plural(count, 'review is', 'reviews are')} of earlier commits and still ${count === 1 ? 'counts' : 'count'}; with --rounds each push begins a round, and they no longer do`;
}
