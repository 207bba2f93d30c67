import type { CandidateStanding, Conflict, ReconciledClaim, Snapshot, Standing } from '../model/snapshot.ts';
import type { Holdout } from '../model/tally.ts';
import type { Time } from '../model/time.ts';
import { criterionLabel, criterionTree, figuresText, ruleText } from './criterion.ts';
import { dateText, daysText, distanceText, yearOf } from './dates.ts';
import { padEnd, truncate, visible, widthOf, wrap } from './text.ts';
import type { Layout } from './theme.ts';
import type { StatusView } from './view.ts';

const labelWidth = 11;
const narrow = 60;

/** `status` for people: the verdict first, then who is holding out and why, then the evidence around it. */
export function renderStatus(view: StatusView, layout: Layout): string {
  const blocks = [
    [...heading(view, layout), ...verdict(view, layout)],
    bar(view, layout),
    holdingOut(view, layout),
    ...(layout.all ? [others(view, layout)] : []),
    [...sections(view, layout)],
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function heading({ snapshot }: StatusView, { width, theme }: Layout): string[] {
  const when = [...(snapshot.body === undefined ? [] : [visible(snapshot.body)]), dateText(snapshot.asOf)].join(' · ');
  const title = visible(snapshot.title);
  const gap = width - widthOf(title) - widthOf(when);
  return gap >= 2
    ? [`${theme.strong(title)}${' '.repeat(gap)}${theme.faint(when)}`]
    : [...wrap(title, width).map((line) => theme.strong(line)), ...wrap(when, width).map((line) => theme.faint(line))];
}

/** The verdict in words, and what it rests on where that is not the evidence as it is. */
function verdict(view: StatusView, { width, theme }: Layout): string[] {
  const { snapshot, tally } = view;
  const word = tally.outcome.toUpperCase();
  const indent = ' '.repeat(word.length + 2);
  const [first = '', ...rest] = wrap(verdictText(view), width - indent.length);
  const assumed = Object.entries(snapshot.assumed).map(([code, stance]) => `${visible(code)} = ${stance}`);
  return [
    `${theme.outcome[tally.outcome](word)}  ${first}`,
    ...rest.map((line) => indent + line),
    ...(snapshot.onRecord
      ? wrap('Positions on record alone: what others reported or counted is left out.', width)
      : []),
    ...(assumed.length === 0
      ? []
      : wrap(`What if: assuming ${assumed.join(', ')}.`, width).map((line) => theme.advice(line))),
  ];
}

/** What the rule came to, in one sentence. */
export function verdictText({ snapshot, tally }: StatusView): string {
  const { evaluation, holdouts, outcome } = tally;
  const blocking = holdouts.filter((holdout) => holdout.blocking).map(({ name }) => visible(name));
  const blockers = blocking.length > 0 ? `; blocked by ${blocking.join(', ')}` : '';
  const settled = outcome === 'blocked' && blocking.length === 0 ? '; not without a settled member moving' : '';
  if (evaluation.kind !== 'count')
    return `${evaluation.label === undefined ? snapshot.rule.name : visible(evaluation.label)}${blockers}${settled}`;
  const size = evaluation.criterion.by === 'members' ? ` of ${evaluation.base}` : '';
  const figures = figuresText(evaluation, evaluation.have === String(tally.counts.support));
  return `${criterionLabel(evaluation.criterion)}${size}: ${figures}${blockers}${settled}`;
}

/** How many support it, of how many; a cell a member where there is room. */
function bar({ snapshot, tally }: StatusView, { width, theme }: Layout): string[] {
  const total = tally.counts.members - tally.counts.recused;
  const support = tally.counts.support;
  const cells = Math.max(1, Math.min(total, width >= 100 ? 50 : 32));
  const filled = total === 0 ? 0 : Math.floor((support * cells) / total);
  const claimed = snapshot.members.filter(({ stance, basis }) => stance === 'support' && basis === 'claimed').length;
  const reported = snapshot.claims.findLast((claim) => claim.about === 'supporting' && claim.agrees);
  const since =
    reported && reported.date.day !== snapshot.asOf.day ? ` (${dateText(reported.date, yearOf(snapshot.asOf))})` : '';
  const words = [
    `${support} of ${total} in support`,
    ...(claimed > 0 ? [`${claimed} of them by claims alone`] : []),
    ...(reported?.about === 'supporting' ? [`reported: ${reported.text}${since}`] : []),
  ].join(' · ');
  const drawn = `  ${theme.outcome[tally.outcome]('█'.repeat(filled))}${theme.faint('░'.repeat(cells - filled))}`;
  const room = width - cells - 4;
  if (widthOf(words) <= room) return [`${drawn}  ${words}`];
  return [drawn, ...wrap(words, width - 2).map((line) => `  ${line}`)];
}

function holdingOut({ snapshot, tally }: StatusView, layout: Layout): string[] {
  const { theme, all, width } = layout;
  if (tally.holdouts.length === 0) return [];
  const shown = all
    ? tally.holdouts
    : tally.holdouts.filter(({ stance, assumed }) => stance !== 'undeclared' || assumed);
  const unknown = tally.holdouts.filter((holdout) => !shown.includes(holdout));
  return [theme.strong('Holding out'), ...memberRows(shown, snapshot, layout), ...unknownLine(unknown, width)];
}

/** The members of which nothing is known, in one line. */
function unknownLine(unknown: readonly Holdout[], width: number): string[] {
  if (unknown.length === 0) return [];
  const names = unknown.map(({ name }) => visible(name)).sort();
  const head = `  nothing known of ${unknown.length}: `;
  const whole = `${head}${names.join(', ')}`;
  if (widthOf(whole) <= width) return [whole];
  const tail = (left: number): string => ` and ${left} more (--all)`;
  let line = head;
  let used = 0;
  for (const name of names) {
    const longer = `${line}${used === 0 ? '' : ', '}${name}`;
    if (widthOf(longer) + tail(names.length - used - 1).length > width) break;
    line = longer;
    used += 1;
  }
  return [used === 0 ? `${head.trimEnd().replace(/:$/, '')} (--all)` : `${line}${tail(names.length - used)}`];
}

function others({ snapshot, tally }: StatusView, layout: Layout): string[] {
  const holdingOut = new Set(tally.holdouts.map(({ code }) => code));
  const rest = snapshot.members.filter(({ code }) => !holdingOut.has(code));
  return rest.length === 0 ? [] : [layout.theme.strong('Everybody else'), ...memberRows(rest, snapshot, layout)];
}

/** One member a row, its reason and demands below. The widest columns give way first. */
function memberRows(
  members: readonly (Standing & { readonly blocking?: boolean })[],
  snapshot: Snapshot,
  { width, theme }: Layout,
): string[] {
  const rows = members.map((standing) => ({
    standing,
    name: truncate(visible(standing.name), Math.max(8, Math.min(28, width - 22))),
    stance: stanceText(standing),
    since: sinceText(standing, yearOf(snapshot.asOf)),
    who: whoText(standing),
  }));
  const widest = (key: 'name' | 'stance' | 'since'): number =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[key])), 0);
  const [names, stances, dates] = [widest('name'), widest('stance'), widest('since')];
  const inner = Math.min(4 + names, width >= narrow ? 14 : 6);
  const taken = 2 + names + 2 + stances + 2 + dates;
  const dateInRow = taken <= width;
  const whoInRow = dateInRow && rows.every(({ who }) => taken + 2 + widthOf(who) <= width);
  return rows.flatMap(({ standing, name, stance, since, who }) => {
    const start = `  ${theme.strong(padEnd(name, names))}  ${padEnd(stance, stances)}`;
    const head = dateInRow ? `${start}  ${theme.faint(whoInRow ? padEnd(since, dates) : since)}` : start;
    const indented = (text: string, paint = (line: string) => line): string[] =>
      wrap(text, width - inner).map((line) => `${' '.repeat(inner)}${paint(line)}`);
    return [
      whoInRow ? `${head}  ${theme.faint(who)}` : head,
      ...(dateInRow || since === '' ? [] : indented(since, theme.faint)),
      ...(whoInRow || who === '' ? [] : indented(who, theme.faint)),
      ...(standing.why === undefined ? [] : indented(visible(standing.why))),
      ...(standing.wants.length === 0 ? [] : indented(`wants: ${standing.wants.map(visible).join('; ')}`)),
    ];
  });
}

function stanceText({ stance, assumed, blocking }: Standing & { readonly blocking?: boolean }): string {
  return `${stance}${blocking === true ? ', blocking' : ''}${assumed ? ' (assumed)' : ''}`;
}

function sinceText({ since, days, circa, stance, assumed }: Standing, year: string): string {
  if (since === undefined) return stance === 'undeclared' || assumed ? '' : 'undated';
  const age = days === undefined || /^\d{4}-\d{2}$/.test(since.text) ? '' : ` (${daysText(days)})`;
  return `since ${circa ? 'about ' : ''}${dateText(since, year)}${age}`;
}

/** Who said so, and how it is known where it was not on record. */
function whoText({ by, basis }: Standing): string {
  if (basis === undefined) return '';
  if (by === undefined) return basis;
  return basis === 'stated' ? visible(by) : `${visible(by)} (${basis})`;
}

function* sections({ snapshot, tally, onRecordOutcome, origin }: StatusView, layout: Layout): Generator<string> {
  const year = yearOf(snapshot.asOf);
  const names = new Map(snapshot.members.map(({ code, name }) => [code, visible(name)]));
  const nameOf = (code: string): string => names.get(code) ?? visible(code);
  const rule = ruleText(snapshot.rule);
  if (tally.evaluation.kind !== 'count')
    yield* section('Criteria', criterionTree(tally.evaluation, { ...layout, width: bodyWidth(layout) }), layout, true);
  if (rule !== undefined) yield* section('Rule', [rule], layout);
  if (snapshot.decision) {
    const { outcome, date, by } = snapshot.decision;
    yield* section(
      'Decided',
      [`${outcome} on ${dateText(date)}${by === undefined ? '' : ` by ${visible(by)}`}`],
      layout,
    );
  }
  yield* section('Reported', claimLines(snapshot.claims, year, nameOf), layout);
  yield* section(
    'Conflict',
    snapshot.conflicts.map((conflict) => conflictText(conflict, year, nameOf)),
    layout,
  );
  if (!snapshot.onRecord && onRecordOutcome !== tally.outcome)
    yield* section('On record', [`${onRecordOutcome} on what members have stated themselves`], layout);
  yield* section('Ahead', aheadLines(tally.milestones, year), layout);
  yield* section('Running', runningLines(snapshot.candidates, year), layout);
  yield* section('From', [visible(origin)], layout);
}

const bodyWidth = ({ width }: Layout): number => (width >= narrow ? width - labelWidth : width - 2);

/** An entry of a section: a line, or a line behind something short that stays in a column of its own. */
type Entry = string | readonly [key: string, text: string];

/** Entries behind a label; in a narrow terminal below it. Lines that are laid out already are left as they are. */
function* section(label: string, entries: readonly Entry[], layout: Layout, laidOut = false): Generator<string> {
  if (entries.length === 0) return;
  const beside = layout.width >= narrow;
  if (!beside) yield layout.theme.strong(label);
  const keys = entries.reduce(
    (most, entry) => (typeof entry === 'string' ? most : Math.max(most, widthOf(entry[0]) + 2)),
    0,
  );
  const lines = entries.flatMap((entry) => {
    if (laidOut && typeof entry === 'string') return [entry];
    const [key, text] = typeof entry === 'string' ? ['', entry] : entry;
    const wrapped = wrap(text, bodyWidth(layout) - keys);
    return wrapped.map((line, index) => `${layout.theme.faint(padEnd(index === 0 ? key : '', keys))}${line}`);
  });
  for (const [index, line] of lines.entries()) {
    const head = beside ? padEnd(index === 0 ? label : '', labelWidth) : '  ';
    yield `${index === 0 && beside ? layout.theme.strong(head) : head}${line}`;
  }
}

const datedText = ({ date, circa }: { readonly date: Time; readonly circa: boolean }, year: string): string =>
  `${circa ? 'about ' : ''}${dateText(date, year)}`;

function claimLines(claims: readonly ReconciledClaim[], year: string, nameOf: (code: string) => string): Entry[] {
  return claims.map((claim) => [datedText(claim, year), claimText(claim, nameOf)]);
}

function claimText(claim: ReconciledClaim, nameOf: (code: string) => string): string {
  const by = claim.by === undefined ? '' : ` (${visible(claim.by)})`;
  if (claim.about === 'holdouts') {
    const whom =
      claim.holdouts.length === 0
        ? 'nobody holds out'
        : `only ${claim.holdouts.map(nameOf).join(', ')} hold${claim.holdouts.length === 1 ? 's' : ''} out`;
    return `${whom}${by}`;
  }
  const { text, named, unnamed, agrees } = claim;
  const what =
    claim.about === 'supporting' ? (text === '1' ? 'supports' : 'support') : text === '1' ? 'holds back' : 'hold back';
  const others = unnamed.min === unnamed.max ? `${unnamed.min}` : `${unnamed.min} to ${unnamed.max}`;
  const rest = unnamed.max === 0 ? '' : `, ${others} not`;
  const implied = agrees ? `${named} named${rest}` : `cannot be true, with ${named} named`;
  return `${text} ${what}${by}: ${implied}`;
}

function conflictText({ kind, member, date, by }: Conflict, year: string, nameOf: (code: string) => string): string {
  const list = `${by === undefined ? 'the count' : visible(by)} of ${dateText(date, year)}`;
  return kind === 'listed-though-supporting'
    ? `${nameOf(member)} said yes itself, and ${list} lists it as holding out`
    : `${nameOf(member)} has not said yes, and ${list} counts it as a supporter`;
}

function aheadLines(milestones: StatusView['tally']['milestones'], year: string): Entry[] {
  return milestones.map((milestone) => {
    const { name, deadline, days } = milestone;
    const missed = days < 0 ? ', missed' : '';
    return [
      datedText(milestone, year),
      `${visible(name)}${deadline ? ' (deadline)' : ''}, ${distanceText(days)}${missed}`,
    ];
  });
}

function runningLines(candidates: readonly CandidateStanding[], year: string): string[] {
  const text = ({ name, member, proposed, status, since }: CandidateStanding): string => {
    const origin = member === undefined ? '' : ` (${visible(member)})`;
    const state =
      status === undefined ? '' : `, ${status}${since === undefined ? '' : ` since ${dateText(since, year)}`}`;
    return `${visible(name)}${origin}${proposed ? ', proposed' : ''}${state}`;
  };
  return candidates.map(text);
}

/** `check` for people: the verdict, then one line for every holdout. */
export function renderCheck(view: StatusView, { width, theme }: Layout): string {
  const { snapshot, tally } = view;
  const word = tally.outcome.toUpperCase();
  const assumed =
    Object.keys(snapshot.assumed).length === 0
      ? ''
      : `, assuming ${Object.entries(snapshot.assumed)
          .map(([code, stance]) => `${visible(code)} = ${stance}`)
          .join(', ')}`;
  const onRecord = snapshot.onRecord ? ', on record' : '';
  const verdict = `${visible(snapshot.title)} (${dateText(snapshot.asOf)}${onRecord}${assumed}): ${verdictText(view)}`;
  const rows = tally.holdouts.map(
    (holdout) => [truncate(visible(holdout.name), 24), stanceText(holdout), visible(holdout.why ?? '')] as const,
  );
  const [names, stances] = [0, 1].map((column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0),
  );
  const lines = rows.map(([name, stance, why]) =>
    truncate(`  ${padEnd(name, names ?? 0)}  ${padEnd(stance, stances ?? 0)}  ${why}`, width),
  );
  return `${[`${theme.outcome[tally.outcome](word)}  ${verdict}`, ...lines].map((line) => line.trimEnd()).join('\n')}\n`;
}
