import { didYouMean, quote } from '../../text/suggest.ts';
import { checkedBy, mostMistakes } from '../limits/mistakes.ts';
import type { WrittenCriterion } from '../schema/presets.ts';
import { rule as ruleSchema } from '../schema/rule.ts';
import { type Cursor, entriesOf, isMapping, itemsOf, type ReportProblem, textOf, valueUnder } from '../yaml/cursor.ts';

/** The places of the criteria that count, at any depth, in the order of the file; empty if the rule is a name. */
export function countCursors(criterion: Cursor): Cursor[] {
  if (!isMapping(criterion.value)) return [];
  const parts = [...itemsOf(valueUnder(criterion, 'all')), ...itemsOf(valueUnder(criterion, 'any'))];
  return parts.length > 0 ? parts.flatMap(countCursors) : [criterion];
}

/** Reports a text that is not the name of a group; anything but a text is left to others. */
export function checkGroup(cursor: Cursor, groups: ReadonlyMap<string, unknown>, report: ReportProblem): void {
  const group = textOf(cursor);
  if (group === undefined || groups.has(group)) return;
  const hint = () => didYouMean(group, groups.keys()) ?? 'add it under "groups:", or write a list of members';
  report(cursor, { code: 'unknown-group', message: `${quote(group)} is not a group of this roster`, hint });
}

/** Reports the groups and weights that the rule needs and the roster lacks. */
export function checkRule(root: Cursor, members: readonly Cursor[], report: ReportProblem): void {
  const written = valueUnder(root, 'rule');
  const groups = new Map(entriesOf(valueUnder(root, 'groups')).map((group) => [String(group.key), group]));
  const spelledOut = new Set<string>();
  for (const criterion of countCursors(written)) {
    const among = valueUnder(criterion, 'among');
    const group = textOf(among);
    if (group === undefined) continue;
    spelledOut.add(group);
    checkGroup(among, groups, report);
  }
  const parsed = checkedBy(ruleSchema, written.value);
  if (!parsed.success) return;
  const counts = writtenCounts(parsed.data.criterion);
  for (const { among } of counts) {
    if (among === undefined || !('group' in among) || groups.has(among.group) || spelledOut.has(among.group)) continue;
    const hint = `add it: groups: { ${among.group}: [...] }`;
    report(written, { code: 'missing-group', message: `the rule needs the group ${quote(among.group)}`, hint });
  }
  const codesOf = (group: string): string[] =>
    itemsOf(groups.get(group) ?? { value: [] }).flatMap((item) => textOf(item) ?? []);
  checkWeights(root, members, weighedBy(counts), codesOf, report);
}

type WrittenCount = Extract<WrittenCriterion, { kind: 'count' }>;

/** The criteria that count, at any depth, from left to right. */
export function writtenCounts(criterion: WrittenCriterion): readonly WrittenCount[] {
  return criterion.kind === 'count' ? [criterion] : criterion.of.flatMap(writtenCounts);
}

/** Whom the criteria that add up one weight look at. */
interface Looked {
  /** Those that some criterion names. */
  readonly only: Set<string>;
  /** The groups that some criterion names. */
  readonly groups: Set<string>;
  /** Those that every criterion about the rest leaves out; absent if none is about a rest. */
  except: ReadonlySet<string> | undefined;
}

/** Whom the criteria look at, by each weight that they add up. */
function weighedBy(counts: readonly WrittenCount[]): ReadonlyMap<string, Looked> {
  const needs = new Map<string, Looked>();
  for (const { by, among } of counts) {
    if (by === 'members') continue;
    const looked: Looked = needs.get(by) ?? { only: new Set(), groups: new Set(), except: undefined };
    needs.set(by, looked);
    if (among === undefined || 'except' in among) {
      const left = among === undefined ? [] : among.except;
      const { except } = looked;
      looked.except = new Set(except === undefined ? left : left.filter((code) => except.has(code)));
    } else if ('group' in among) looked.groups.add(among.group);
    else for (const code of among.only) looked.only.add(code);
  }
  return needs;
}

function checkWeights(
  root: Cursor,
  members: readonly Cursor[],
  needs: ReadonlyMap<string, Looked>,
  codesOf: (group: string) => string[],
  report: ReportProblem,
): void {
  if (needs.size === 0) return;
  const byCode = new Map(members.map((member) => [String(member.key), member]));
  const holders = holdersOf(members);
  const namedBy = ({ only, groups }: Looked): Set<string> => new Set([...only, ...[...groups].flatMap(codesOf)]);
  let told = 0;
  for (const [weight, looked] of needs) {
    const { except } = looked;
    const having = holders.get(weight);
    const named = namedBy(looked);
    const codes =
      except === undefined ? named : [...byCode.keys()].filter((code) => named.has(code) || !except.has(code));
    const counted = [...codes].flatMap((code) => byCode.get(code) ?? []);
    const lacking = counted.filter((member) => having?.has(member) !== true);
    if (lacking.length > 0 && lacking.length === counted.length) {
      const whom = having === undefined ? 'no member has that weight' : 'none of the members it counts has that weight';
      const hint = () =>
        (having === undefined ? didYouMean(weight, holders.keys()) : undefined) ??
        `give them one: weights: { ${weight}: 1 }`;
      const message = `the rule adds up ${quote(weight)}, but ${whom}`;
      report(valueUnder(root, 'rule'), { code: 'missing-weight', message, hint });
      continue;
    }
    for (const member of lacking) {
      const hint = `add weights: { ${weight}: … }`;
      const message = `${quote(String(member.key))} has no weight ${quote(weight)}, which the rule adds up`;
      report(member, { code: 'missing-weight', message, hint }, 'key');
    }
    told += lacking.length;
    if (told >= mostMistakes) return;
  }
}

/** The members that have a weight, by its name. */
function holdersOf(members: readonly Cursor[]): ReadonlyMap<string, ReadonlySet<Cursor>> {
  const holders = new Map<string, Set<Cursor>>();
  for (const member of members)
    for (const { key } of entriesOf(valueUnder(member, 'weights'))) {
      const known = holders.get(String(key));
      if (known === undefined) holders.set(String(key), new Set([member]));
      else known.add(member);
    }
  return holders;
}
