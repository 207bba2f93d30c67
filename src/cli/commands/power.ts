import { power } from '../../engine/coalitions/power.ts';
import { needsOf } from '../../engine/rule/stance-effects.ts';
import { snapshot } from '../../engine/snapshot.ts';
import type { Criterion, Preset, Rule } from '../../model/rule.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Layout } from '../../render/layout/theme.ts';
import { renderPower } from '../../render/rules/power.ts';
import { renderPowerJson } from '../../render/rules/power-json.ts';
import { renderPowerMarkdown } from '../../render/rules/power-markdown.ts';
import type { PowerView } from '../../render/rules/power-view.ts';
import { presetRule } from '../../roster/schema/rule.ts';
import { grouped } from '../../text/numerals.ts';
import { alternatives, didYouMean, quote } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { UsageError } from '../contract/usage-error.ts';
import { bodyNames, startingRoster } from '../input/bodies.ts';
import { reportProblems } from '../output/report-problems.ts';
import type { Shell } from '../output/shell.ts';
import { readSnapshot } from '../steps/read-snapshot.ts';

/** Whose power is asked for: the members of a roster or of a body. */
export interface PowerRequest {
  readonly roster?: string;
  readonly body?: string;
}

const renderers: Readonly<Record<FormatOf<'rules'>, (view: PowerView, layout: Layout) => string>> = {
  table: renderPower,
  json: renderPowerJson,
  markdown: renderPowerMarkdown,
};

/** `rules [NAME] --power`: how much power each member has under a rule. @throws UsageError */
export async function powerCommand(
  name: Preset | undefined,
  request: PowerRequest,
  shell: Shell<FormatOf<'rules'>>,
): Promise<ExitCode> {
  const { roster: designator } = request;
  if (designator !== undefined) {
    const read = await readSnapshot(designator, { assume: [], onRecord: false, withFollowers: false }, shell);
    if (!read.ok) return reportProblems(read.problems, shell);
    return answer(name, read.snapshot, read.input.origin, shell);
  }
  const body = bodyFor(name, request.body);
  const asOf = { text: shell.today, day: shell.today };
  return answer(name, snapshot(startingRoster(body), asOf), `the body ${body}`, shell);
}

function answer(name: Preset | undefined, taken: Snapshot, origin: string, shell: Shell<FormatOf<'rules'>>): ExitCode {
  const rule = name === undefined || name === taken.rule.name ? taken.rule : ruleFor(name, taken, origin);
  const found = power(rule.criterion, taken.members);
  if (found === undefined)
    throw new UsageError(
      'too-many-coalitions',
      `counting the coalitions of ${grouped(String(taken.members.length))} members would take more than a minute: too many of them differ in their weights or in the criteria that look at them`,
    );
  const view = { rule, of: taken.body ?? taken.title, asOf: taken.asOf.text, origin, power: found };
  shell.answer(renderers[shell.format](view, shell.answers));
  return exit.done;
}

/** A preset for the members of a snapshot. @throws UsageError where they lack a weight or a group that it needs */
function ruleFor(name: Preset, { groups, members }: Snapshot, origin: string): Rule {
  const { criterion } = presetRule(name);
  const needs = needsOf(criterion);
  for (const group of needs.groups)
    if (!Object.hasOwn(groups, group))
      throw new UsageError('missing-group', `${name} needs the group ${quote(group)}, which ${origin} does not have`);
  for (const weight of needs.weights) {
    const without = members.find(({ weights }) => !Object.hasOwn(weights, weight));
    if (without !== undefined)
      throw new UsageError(
        'missing-weight',
        `${name} needs the weight ${quote(weight)} of every member, and ${without.name} has none in ${origin}`,
      );
  }
  return { name, criterion: withGroups(criterion, groups) };
}

/** The criterion with the members of groups filled in. */
function withGroups(criterion: Criterion, groups: Snapshot['groups']): Criterion {
  if (criterion.kind !== 'count') return { ...criterion, of: criterion.of.map((part) => withGroups(part, groups)) };
  const { group } = criterion;
  return group === undefined ? criterion : { ...criterion, among: { only: groups[group] ?? [] } };
}

/** The body that is named, or the only one that has the rule. @throws UsageError */
function bodyFor(name: Preset | undefined, body: string | undefined): string {
  const names = bodyNames();
  if (body !== undefined) {
    if (names.includes(body)) return body;
    const hint = didYouMean(body, names) ?? `expected one of ${alternatives(names)}`;
    throw new UsageError('unknown-body', `--body: there is no ${quote(body)}; ${hint}`);
  }
  const [only, another] = name === undefined ? [] : names.filter((one) => startingRoster(one).rule.name === name);
  if (only !== undefined && another === undefined) return only;
  throw new UsageError('missing-members', '--power: name the members, with --roster FILE or --body NAME');
}
