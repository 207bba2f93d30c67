import type { Criterion, Rule } from '../../model/rule.ts';
import type { Time } from '../../model/time.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { type Json, json } from '../format/json.ts';
import { wordOfShell } from '../format/shell-word.ts';
import { linesText, type SectionEntry, section } from '../layout/section.ts';
import { type Layout, narrow, type Painted } from '../layout/theme.ts';
import { criterionLabel, ruleText } from '../words/criterion.ts';
import { dateText } from '../words/dates.ts';

/** When the members and weights of a body were right, and what changes them next. */
export interface BodyDates {
  /** A day, a month or a year. */
  readonly asOf: string;
  /** The date of the next change, where it is known. */
  readonly next?: Time;
  readonly change: string;
}

/** What a roster starts with. */
interface Start {
  /** The name of its body for `--body`; absent for members that the user names. */
  readonly name?: string;
  readonly body?: string;
  readonly members: number;
  readonly rule: Rule;
  /** Undefined for a body whose members are to be replaced. */
  readonly dates?: BodyDates;
  /** Whether the next change has come. */
  readonly outdated: boolean;
}

/** A body with a roster to start from. */
export interface Body extends Start {
  readonly name: string;
  readonly body: string;
}

const labels = (criterion: Criterion): string =>
  criterion.kind === 'count'
    ? criterionLabel(criterion)
    : criterion.of.map(labels).join(criterion.kind === 'all' ? ' and ' : ', or ');

/** The summary of a preset, or the labels of the criteria of a custom rule. */
const askedBy = ({ rule }: Start): string => ruleText(rule) ?? labels(rule.criterion);

/** `NATO, 32 members`. */
const whomText = ({ body, members }: Start): Shown =>
  shown`${body === undefined ? '' : `${body}, `}${plural(members, 'member')}`;

const inWords = (start: Start): Shown => shown`${whomText(start)}: ${askedBy(start)}`;

/** `; complete until 1 Jan 2028`, whatever the day; empty where the date of the next change is not known. */
const untilText = ({ dates }: Body): Shown =>
  dates?.next === undefined ? shown`` : shown`; complete until ${dateText(dates.next)}`;

/** A warning about a body whose members or weights have changed since; undefined for any other. */
export const outdatedText = ({ name, dates, outdated }: Start): Shown | undefined =>
  outdated && name !== undefined && dates?.next
    ? shown`${name} has been out of date since ${dateText(dates.next)}: ${dates.change}`
    : undefined;

const documentOf = (body: Start) => ({
  name: body.name ?? null,
  body: body.body ?? null,
  members: body.members,
  rule: body.rule.name,
  asks: askedBy(body),
  asOf: body.dates?.asOf ?? null,
  nextChange: body.dates ? { date: body.dates.next?.text ?? null, what: body.dates.change } : null,
  outdated: body.outdated,
});

/** `init --list-bodies` for people: the bodies, and the command to start with one. */
export function renderBodies(bodies: readonly Body[], layout: Layout): Painted {
  const entries = bodies.map(
    (body): SectionEntry =>
      layout.width >= narrow
        ? [visible(body.name), shown`${inWords(body)}${untilText(body)}`]
        : shown`${body.name}: ${inWords(body)}${untilText(body)}`,
  );
  const lines = [
    ...section('Bodies', entries, layout),
    ...section('Next', [shown`rutte-tally init --body NAME`], layout),
  ];
  return linesText(lines);
}

/** `init --list-bodies` as data: `rutte-tally/bodies/1`. */
export function renderBodiesJson(bodies: readonly Body[]): string {
  return json({ schema: 'rutte-tally/bodies/1', bodies: bodies.map(documentOf) });
}

/** The roster that `init` wrote. */
export interface Started {
  readonly body: Start;
  /** Path as the user named it. */
  readonly file: string;
  /** Whether it is the file that is read when no roster is named. */
  readonly usual: boolean;
  readonly replaced: boolean;
}

/** `init` for people: what was written, and the next steps. */
export function renderStarted({ body, file, usual, replaced }: Started, layout: Layout): Painted {
  const named = wordOfShell(file);
  const lines = [
    ...section(replaced ? 'Replaced' : 'Written', [shown`${file}: ${whomText(body)}`], layout),
    ...section('Rule', [visible(askedBy(body))], layout),
    ...section(
      'Next',
      [
        shown`write down who stands where, then`,
        shown`rutte-tally validate ${named}`,
        usual ? shown`rutte-tally status` : shown`rutte-tally status ${named}`,
      ],
      layout,
    ),
    ...section('Editors', [shown`rutte-tally schema > rutte-tally.schema.json`], layout),
  ];
  return linesText(lines);
}

/**
 * `init` as data: `rutte-tally/init/1`.
 *
 * @param text the roster, when it goes to standard output and not to a file
 */
export function renderStartedJson({ body, file, replaced }: Started, text?: string): string {
  const rest: { readonly [key: string]: Json } = text === undefined ? { replaced } : { text };
  return json({ schema: 'rutte-tally/init/1', file, ...documentOf(body), ...rest });
}
