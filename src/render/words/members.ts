import type { Source } from '../../model/roster.ts';
import type { DemandAnswer, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { datedText } from './claims-and-dates.ts';
import { daysText } from './dates.ts';
import { signs } from './signs.ts';

/** A stance with the side that it leans to and whom it follows: `unclear, leaning support`, `withheld, follows TR`. */
export const leaningStance = (standing: Pick<Standing, 'stance' | 'leaning' | 'follows'>): Shown =>
  isToneless(standing) ? visible(standing.stance) : visible([standing.stance, ...toneTexts(standing)].join(', '));

const isToneless = ({ leaning, follows }: Pick<Standing, 'leaning' | 'follows'>): boolean =>
  leaning === undefined && follows === undefined;

/** The side that a pending stance leans to, and the codes of those whom it follows; empty for a stance with neither. */
export const toneTexts = ({ leaning, follows }: Pick<Standing, 'leaning' | 'follows'>): readonly string[] => [
  ...(leaning === undefined ? [] : [`leaning ${leaning}`]),
  ...(follows === undefined ? [] : [`follows ${enumeration(follows, 'and')}`]),
];

/** The stance, marked as blocking or assumed. */
export function stanceText(standing: Standing & { readonly blocking?: boolean }): Shown {
  return shown`${leaningStance(standing)}${standing.blocking === true ? ', blocking' : ''}${assumedMark(standing)}`;
}

type Assumed = Pick<Standing, 'assumed' | 'followed'>;

/** How a stance is a what-if: `assumed`, or `following TR` where others were assumed to move; undefined if it is none. */
export function assumedText({ assumed, followed }: Assumed): string | undefined {
  if (!assumed) return undefined;
  return followed === undefined ? 'assumed' : `following ${enumeration(followed, 'and')}`;
}

/** The same as a mark after a stance: ` (assumed)`; empty for what is not assumed. */
export function assumedMark(standing: Assumed): string {
  const text = assumedText(standing);
  return text === undefined ? '' : ` (${text})`;
}

/** The date of the stance and its age; `undated` without a date, and empty for a stance that has none by nature. */
export function sinceText({ since, days, circa, stance, assumed }: Standing, year: string): Shown {
  if (since === undefined) return stance === 'undeclared' || assumed ? shown`` : shown`undated`;
  return shown`since ${datedText({ date: since, circa }, year)}${ageText(since, days)}`;
}

/** ` (117 days)`; nothing for a month, of which the day is not known. */
const ageText = (since: Time, days: number | undefined): string =>
  days === undefined || /^\d{4}-\d{2}$/.test(since.text) ? '' : ` (${daysText(days)})`;

/**
 * Since when a holdout holds out and for how long, and since when in this tone where that is another date:
 * `holding out since 22 Feb (117 days), withheld since about 14 Jun`.
 */
export function holdingOutText(standing: Standing, year: string): Shown {
  const { since, circa, stance, holdingOutFrom: run } = standing;
  if (run === undefined || since === undefined || run.since?.day === since.day) return sinceText(standing, year);
  const tone = shown`${signs[stance].words} since ${datedText({ date: since, circa }, year)}`;
  if (run.since === undefined) return shown`holding out all along, ${tone}`;
  const start = datedText({ date: run.since, circa: run.circa }, year);
  return shown`holding out since ${start}${ageText(run.since, run.days)}, ${tone}`;
}

/** Most publishers named; the others are counted. */
const mostPublishers = 1;

/**
 * The author, the basis unless it is `stated`, and the publisher: `a minister's aide (reported); Reuters`.
 *
 * @param sources the roster's sources by key; empty where the view lists sources by themselves
 */
export function whoText(
  { by, basis, sources: refs = [] }: Pick<Standing, 'by' | 'basis'> & Partial<Pick<Standing, 'sources'>>,
  sources: Readonly<Record<string, Source>> = {},
): Shown {
  if (basis === undefined) return shown``;
  const who = by === undefined ? basis : basis === 'stated' ? by : `${by} (${basis})`;
  if (refs.length === 0) return visible(who);
  const publishers = refs.flatMap((ref) => (Object.hasOwn(sources, ref) ? (sources[ref]?.publisher ?? []) : []));
  const others = [...new Set(publishers)].filter((publisher) => !names(by ?? '', publisher));
  return shown`${who}${others.length === 0 ? '' : `; ${enumeration(others, 'and', mostPublishers)}`}`;
}

/** Whether an author is named with its publisher already: `officials, to POLITICO` with `POLITICO Europe`. */
function names(by: string, publisher: string): boolean {
  const words = (text: string): string[] => text.match(/[\p{L}\d]+/gu) ?? [];
  const [first] = words(publisher.toLowerCase());
  const author = by.toLowerCase();
  return first !== undefined && author.includes(first) && words(author).includes(first);
}

/** The date of a member's stance; empty without one. */
export function sinceWords({ since, circa }: Standing, year: string): Shown {
  return since === undefined ? shown`` : datedText({ date: since, circa }, year);
}

/** The day on which a holdout began to hold out, and that of its tone where it is another: `22 Feb; withheld since 14 Jun`. */
export function holdingOutWords(standing: Standing, year: string): Shown {
  const { since, stance, holdingOutFrom: run } = standing;
  const tone = sinceWords(standing, year);
  if (run === undefined || since === undefined || run.since?.day === since.day) return tone;
  const start = run.since === undefined ? 'all along' : datedText({ date: run.since, circa: run.circa }, year);
  return shown`${start}; ${signs[stance].words} since ${tone}`;
}

/** What has become of a demand: `met 23 Feb`, `promised 3 Mar by the prime minister`. */
export const answerText = ({ status, since, circa, by }: DemandAnswer, year: string): Shown =>
  shown`${status} ${datedText({ date: since, circa }, year)}${by === undefined ? '' : ` by ${by}`}`;

/** What a member asks for, with what has become of it; demands that are met or dropped last: `a visit (met 23 Feb)`. */
export function demandTexts({ wants, answered = [] }: Pick<WantsOf, 'wants' | 'answered'>, year: string): Shown[] {
  if (wants.length === 0 && answered.length === 0) return [];
  const asked = new Set(wants);
  const answers = new Map(answered.map((answer) => [answer.text, answer]));
  const done = answered.filter(({ text }) => !asked.has(text)).map(({ text }) => text);
  return [...wants, ...done].map((text) => {
    const answer = answers.get(text);
    return shown`${text}${answer === undefined ? '' : ` (${answerText(answer, year)})`}`;
  });
}

/**
 * What a member asks for: `wants: a post; a visit (met 23 Feb)`, or that its conditions are not known.
 *
 * @returns undefined if it asks for nothing
 */
export function wantsText(standing: WantsOf, year: string): Shown | undefined {
  const texts = demandTexts(standing, year);
  if (texts.length > 0) return shown`wants: ${texts.join('; ')}`;
  const { stance, assumed = false } = standing;
  return stance === 'conditional' && !assumed ? shown`on conditions not known` : undefined;
}

type WantsOf = Pick<Standing, 'stance' | 'wants'> & Partial<Pick<Standing, 'assumed' | 'answered'>>;
