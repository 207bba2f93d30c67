import type { Time } from '../model/time.ts';
import { at, type Cursor, entriesOf, isMapping, itemsOf, pathOf, textOf } from './cursor.ts';
import type { Problem } from './problem.ts';
import { rule as ruleSchema } from './rule-schema.ts';
import { isAddress, readTime } from './scalars.ts';
import { didYouMean, quote } from './wording.ts';
import type { WrittenCriterion } from './written-rule.ts';

type Report = (cursor: Cursor, problem: Omit<Problem, 'path' | 'at' | 'severity'>, where?: 'key' | 'value') => void;

/**
 * What must be true across the entries of a roster. It reads plain values and asks nothing of them, so that it can
 * speak of the sound parts of a file whose other parts the schema has refused.
 */
export function crossChecks(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (cursor, problem, where = 'value') => {
    problems.push({ ...problem, severity: 'error', path: pathOf(cursor), at: where });
  };
  const root: Cursor = { value };
  checkNamedMembers(root, report);
  checkSources(root, report);
  checkRule(root, report);
  checkCandidates(root, report);
  const members = entriesOf(at(root, 'members'));
  for (const member of members) checkMember(member, report);
  if (members.length === 0 && isMapping(at(root, 'members').value)) {
    const hint = 'add a code and a stance: NL: support';
    report(at(root, 'members'), { code: 'missing-value', message: 'a roster needs at least one member', hint });
  }
  return problems;
}

/** The positions of a member, wherever they are written: in a list, or as the member itself. */
export function positionsOf(member: Cursor): Cursor[] {
  const history = at(member, 'positions');
  return history.value === undefined ? (isMapping(member.value) ? [member] : []) : itemsOf(history);
}

/** Everything that happened or was said: what has a date in the past, and names its sources. */
export function evidenceOf(root: Cursor): Cursor[] {
  const candidates = entriesOf(at(root, 'candidates')).flatMap((candidate) => itemsOf(at(candidate, 'history')));
  return [
    ...entriesOf(at(root, 'members')).flatMap(positionsOf),
    ...itemsOf(at(root, 'claims')),
    ...candidates,
    at(root, 'decision'),
  ];
}

const timeAt = (cursor: Cursor, key: string): Time | undefined => {
  const text = textOf(at(cursor, key));
  const read = text === undefined ? undefined : readTime(text);
  return read && 'value' in read ? read.value : undefined;
};

/** The criteria that count, at any depth, with their places. */
function countsOf(criterion: Cursor): Cursor[] {
  if (!isMapping(criterion.value)) return [];
  const parts = [...itemsOf(at(criterion, 'all')), ...itemsOf(at(criterion, 'any'))];
  return parts.length > 0 ? parts.flatMap(countsOf) : [criterion];
}

function checkNamedMembers(root: Cursor, report: Report): void {
  const members = at(root, 'members');
  const groups = new Set(entriesOf(at(root, 'groups')).map((group) => String(group.key)));
  const known = new Set(entriesOf(members).map((member) => String(member.key)));
  const check = (cursor: Cursor): string | undefined => {
    const code = textOf(cursor);
    if (code === undefined || known.has(code)) return code;
    const hint = groups.has(code)
      ? "a group's name stands alone, not in a list"
      : (didYouMean(code, known) ?? 'add it under "members:"');
    report(cursor, {
      code: 'unknown-member',
      message: `${quote(code)} is not a member of this roster`,
      ...(hint && { hint }),
    });
    return code;
  };
  const checkList = (list: Cursor): void => {
    const first = new Map<string, Cursor>();
    for (const item of itemsOf(list)) {
      const code = check(item);
      if (code === undefined) continue;
      const before = first.get(code);
      if (before === undefined) first.set(code, item);
      else {
        const related = { message: 'first here', path: pathOf(before), at: 'value' } as const;
        report(item, {
          code: 'repeated-item',
          message: `${quote(code)} is in this list twice`,
          hint: 'delete one of them',
          related,
        });
      }
    }
  };
  for (const group of entriesOf(at(root, 'groups'))) checkList(group);
  for (const claim of itemsOf(at(root, 'claims'))) checkList(at(claim, 'holdouts'));
  for (const expectation of itemsOf(at(root, 'expect'))) checkList(at(expectation, 'holdouts'));
  for (const criterion of countsOf(at(root, 'rule'))) {
    const among = at(criterion, 'among');
    checkList(among);
    checkList(at(among, 'except'));
    checkList(at(at(criterion, 'consensus'), 'except'));
  }
  for (const candidate of entriesOf(at(root, 'candidates'))) check(at(candidate, 'member'));
}

function checkSources(root: Cursor, report: Report): void {
  const known = new Set(entriesOf(at(root, 'sources')).map((source) => String(source.key)));
  for (const statement of [...evidenceOf(root), ...itemsOf(at(root, 'milestones'))]) {
    for (const reference of [at(statement, 'source'), ...itemsOf(at(statement, 'sources'))]) {
      const name = textOf(reference);
      if (name === undefined || known.has(name) || isAddress(name)) continue;
      const hint = didYouMean(name, known) ?? 'add it under "sources:", or write an address that begins with https://';
      report(reference, {
        code: 'unknown-source',
        message: `${quote(name)} is not a key of "sources" and no address`,
        hint,
      });
    }
  }
}

function checkMember(member: Cursor, report: Report): void {
  if (!isMapping(member.value)) return;
  const [joined, left] = [timeAt(member, 'joined'), timeAt(member, 'left')];
  if (joined && left && left.day <= joined.day) {
    report(at(member, 'left'), {
      code: 'left-before-joined',
      message: `left on ${left.text}, which is not after it joined on ${joined.text}`,
      hint: 'change one of the dates',
    });
  }
  const first = new Map<string, Cursor>();
  for (const position of positionsOf(member)) {
    if (at(position, 'stance').value === undefined) continue;
    const date = at(position, 'date');
    const time = timeAt(position, 'date');
    if (date.value !== undefined && time === undefined) continue;
    if (joined && time && time.day < joined.day) {
      const hint = 'a member has no position before it is in the roster: change one of the dates';
      report(date, {
        code: 'before-joined',
        message: `a position of ${time.text}, before the member joined on ${joined.text}`,
        hint,
      });
    }
    const before = first.get(time?.day ?? '');
    if (before === undefined) first.set(time?.day ?? '', position);
    else reportSameDate(position, before, time, report);
  }
}

function reportSameDate(position: Cursor, before: Cursor, time: Time | undefined, report: Report): void {
  const hint = 'which of them is the later one? Give each its own date, or make one of them';
  const where = (cursor: Cursor): Cursor => (time === undefined ? cursor : at(cursor, 'date'));
  const message =
    time === undefined ? 'a second position without a date' : `a second position that holds from ${time.day}`;
  const related = { message: 'first here', path: pathOf(where(before)), at: 'value' } as const;
  report(where(position), { code: 'same-date', message, hint, related });
}

function checkCandidates(root: Cursor, report: Report): void {
  let first: Cursor | undefined;
  for (const candidate of entriesOf(at(root, 'candidates'))) {
    const proposed = at(candidate, 'proposed');
    if (textOf(proposed) !== 'true') continue;
    if (first !== undefined) {
      const related = { message: 'first here', path: pathOf(first), at: 'value' } as const;
      report(proposed, {
        code: 'several-proposed',
        message: 'a second candidate is "proposed", and the decision is about one',
        hint: 'keep the one that the decision is about',
        related,
      });
    }
    first ??= proposed;
  }
}

/** Groups and weights that the rule needs must be there. */
function checkRule(root: Cursor, report: Report): void {
  const written = at(root, 'rule');
  const groups = new Map(entriesOf(at(root, 'groups')).map((group) => [String(group.key), group]));
  const spelledOut = new Set<string>();
  for (const criterion of countsOf(written)) {
    const among = at(criterion, 'among');
    const group = textOf(among);
    if (group === undefined) continue;
    spelledOut.add(group);
    if (groups.has(group)) continue;
    const hint = didYouMean(group, groups.keys()) ?? 'add it under "groups:", or write a list of members';
    report(among, { code: 'unknown-group', message: `${quote(group)} is not a group of this roster`, hint });
  }
  const parsed = ruleSchema.safeParse(written.value);
  if (!parsed.success) return;
  const counts = [...partsOf(parsed.data.criterion)];
  for (const { among } of counts) {
    if (among === undefined || !('group' in among) || groups.has(among.group) || spelledOut.has(among.group)) continue;
    const hint = `add it: groups: { ${among.group}: [...] }`;
    report(written, { code: 'missing-group', message: `the rule needs the group ${quote(among.group)}`, hint });
  }
  const codesOf = (group: string): string[] =>
    itemsOf(groups.get(group) ?? { value: [] }).flatMap((item) => textOf(item) ?? []);
  checkWeights(root, weighedBy(counts, codesOf), report);
}

type WrittenCount = Extract<WrittenCriterion, { kind: 'count' }>;

/** The criteria that count, at any depth. */
function* partsOf(criterion: WrittenCriterion): Generator<WrittenCount> {
  if (criterion.kind === 'count') yield criterion;
  else for (const part of criterion.of) yield* partsOf(part);
}

/** For each weight that the criteria add up, whether they look at a member of this code. */
function weighedBy(
  counts: readonly WrittenCount[],
  codesOf: (group: string) => string[],
): Map<string, (code: string) => boolean> {
  const needs = new Map<string, (code: string) => boolean>();
  for (const { by, among } of counts) {
    if (by === 'members') continue;
    const earlier = needs.get(by);
    const listed = new Set(
      among === undefined ? [] : 'group' in among ? codesOf(among.group) : 'only' in among ? among.only : among.except,
    );
    const looks = (code: string): boolean => among === undefined || listed.has(code) !== 'except' in among;
    needs.set(by, (code) => earlier?.(code) === true || looks(code));
  }
  return needs;
}

function checkWeights(root: Cursor, needs: Map<string, (code: string) => boolean>, report: Report): void {
  const members = entriesOf(at(root, 'members'));
  for (const [weight, looksAt] of needs) {
    const lacking = members.filter(
      (member) => looksAt(String(member.key)) && at(at(member, 'weights'), weight).value === undefined,
    );
    const looked = members.filter((member) => looksAt(String(member.key)));
    if (lacking.length > 0 && lacking.length === looked.length) {
      const known = new Set(
        members.flatMap((member) => entriesOf(at(member, 'weights')).map(({ key }) => String(key))),
      );
      const nobody = !known.delete(weight);
      const whom = nobody ? 'no member has that weight' : 'none of those it looks at has that weight';
      const hint = (nobody ? didYouMean(weight, known) : undefined) ?? `give them one: weights: { ${weight}: 1 }`;
      const message = `the rule adds up ${quote(weight)}, and ${whom}`;
      report(at(root, 'rule'), { code: 'missing-weight', message, hint });
      continue;
    }
    for (const member of lacking) {
      const hint = `add weights: { ${weight}: … }`;
      report(
        member,
        {
          code: 'missing-weight',
          message: `${quote(String(member.key))} has no weight ${quote(weight)}, which the rule adds up`,
          hint,
        },
        'key',
      );
    }
  }
}
