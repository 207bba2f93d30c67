import type { DemandDiff } from '../../model/diff.ts';
import type { DemandStory } from '../../model/member-history.ts';
import type { DemandChange } from '../../model/timeline.ts';
import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import type { SectionEntry } from '../layout/section.ts';
import { datedText } from '../words/claims-and-dates.ts';
import { answerText } from '../words/members.ts';
import { inSentence, possessive } from '../words/names.ts';

/** Most members named as those whose demand it is. */
const mostAskers = 3;

/** `Türkiye's demand`, `Demand of Hungary and Türkiye`; `Demand` of nobody. */
function whoseText(members: readonly string[], nameOf: (code: string) => string): Shown {
  const names = sortedByName(members.map(nameOf), (name) => name).map(inSentence);
  const [only, ...others] = names;
  if (only === undefined) return shown`Demand`;
  if (others.length > 0) return shown`Demand of ${enumeration(names, 'and', mostAskers)}`;
  return shown`${possessive(only).replace(/^the /, 'The ')} demand`;
}

/** A change of a demand's status: `Türkiye's demand met by the foreign minister: a visit`. */
export function demandChangeText(change: DemandChange, nameOf: (code: string) => string): Shown {
  const { id, text = id, members, to, by, circa } = change;
  return shown`${whoseText(members, nameOf)} ${to}${by === undefined ? '' : ` by ${by}`}${circa ? ', about then' : ''}: ${text}`;
}

/** The demands of which something else has become, with its date, and what it was before. */
export function demandDiffLines(
  changes: readonly DemandDiff[],
  year: string,
  nameOf: (code: string) => string,
): SectionEntry[] {
  return changes.map(({ id, text = id, members, before, after }) => {
    const whose = whoseText(members, nameOf);
    const was = before === undefined ? '' : ` (was ${answerText(before, year)})`;
    if (after === undefined) return shown`${whose} asked again: ${text}${was}`;
    const { status, since, circa, by } = after;
    return [
      datedText({ date: since, circa }, year),
      shown`${whose} ${status}${by === undefined ? '' : ` by ${by}`}: ${text}${was}`,
    ];
  });
}

/** The story of each demand of a member: `a visit: asked 21 Feb, promised 3 Mar by the prime minister, met 23 Mar`. */
export function demandStoryLines(demands: readonly DemandStory[], year: string): Shown[] {
  return demands.map(({ text, asked, circa, history }) => {
    const first = asked === undefined ? shown`asked` : shown`asked ${datedText({ date: asked, circa }, year)}`;
    const events = history.map(({ date, ...event }) => answerText({ ...event, since: date }, year));
    return shown`${text}: ${[first, ...events].join(', ')}`;
  });
}
