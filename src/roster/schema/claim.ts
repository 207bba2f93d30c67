import * as z from 'zod/mini';
import type { Claim, NamedMembers, Report } from '../../model/roster.ts';
import { type Stance, stances } from '../../model/stance.ts';
import { defined } from '../../text/defined.ts';
import { stanceHint } from '../hints/stance-words.ts';
import { limited } from '../limits/mistakes.ts';
import {
  type Check,
  choose,
  filled,
  type Keys,
  mapping,
  memberCode,
  oneOf,
  report,
  scalar,
  text,
  to,
  truth,
} from './combinators.ts';
import { type WithWrittenDemands, wants } from './position.ts';
import { readReportedCount } from './reported-count.ts';
import { checkDenial, denial, neededTime, oneWayToSource, sourced, sourcesOf, toDenial } from './statement.ts';

/** Members as written: codes, or the name of a group. */
export type WrittenMembers = { readonly codes: readonly string[] } | { readonly group: string };

/** A report about several members, before groups and demands are looked up. */
export type WrittenReport = WithWrittenDemands<Omit<Report, 'of'>> & { readonly of: WrittenMembers };

/** A claim before groups are looked up. */
export type WrittenCount = Omit<Claim, 'among'> & { readonly among?: WrittenMembers };

/** A claim, or a report about several members, before groups and demands are looked up. */
export type WrittenClaim = WrittenCount | WrittenReport;

const members = choose<WrittenMembers, 'text' | 'list'>(
  {
    text: to(text, (group): WrittenMembers => ({ group })),
    list: to(filled(memberCode), (codes): WrittenMembers => ({ codes })),
  },
  (value) => (typeof value === 'string' ? 'text' : 'list'),
);

/** The members that are named, with the codes of a group, which is known. */
export function resolveMembers(
  written: WrittenMembers,
  groups: Readonly<Record<string, readonly string[]>>,
): NamedMembers {
  if ('codes' in written) return { codes: [...written.codes].sort() };
  const { group } = written;
  return { codes: groups[group] as readonly string[], group };
}

/** The keys of a claim that counts or lists. */
export const countingKeys = ['supporting', 'holding-out', 'holdouts'] as const;
/** The keys of a report about several members, without `of`. */
export const reportKeys = ['stance', 'why', 'wants', 'denied'] as const;

/** Reports a claim that neither counts nor lists members, and is no report about several either. */
export const saysAnything: Check<Keys> = ({ value, issues }) => {
  if ([...countingKeys, 'of'].some((key) => value[key] !== undefined)) return;
  const hint = 'add supporting: more than 20, holding-out: about 10, holdouts: [TR, HU], or of: [TR, HU] with a stance';
  report(
    { issues },
    { code: 'empty-claim', message: 'a claim without a count, a list of holdouts or a report', hint, at: 'key' },
  );
};

/** Reports keys of a claim that do not go together: it counts, lists or both, or it is a report about several. */
export const oneKindOfClaim: Check<Keys> = ({ value, issues }) => {
  const given = (keys: readonly string[]): string[] => keys.filter((key) => value[key] !== undefined);
  const odd = (keys: readonly string[], message: (key: string) => string, hint: string): void => {
    for (const key of keys)
      report({ issues }, { code: 'conflicting-keys', message: message(key), hint, at: 'key' }, [key]);
  };
  if (value.of === undefined && value.holdouts !== undefined) {
    const hint = 'write the count within a group as a claim of its own, without "holdouts"';
    odd(given(['among']), () => '"among" is for counts, and a list of holdouts covers all members', hint);
  }
  if (value.of === undefined) {
    const hint = 'name the members: of: [TR, HU] with a stance; or write a "note"';
    return odd(given(reportKeys), (key) => `"${key}" is for a report about several members`, hint);
  }
  odd(given(countingKeys), (key) => `a report about several members has no "${key}"`, 'write two claims');
  odd(
    given(['among']),
    (key) => `a report about several members has no "${key}"`,
    'delete it: "of" already names the members',
  );
  if (value.stance === undefined) {
    const hint = 'say what is reported of them: stance: unclear';
    report(
      { issues },
      { code: 'missing-key', message: 'a report about several members without a "stance"', hint, at: 'key' },
    );
  }
  if (value.stance === 'undeclared') {
    const hint = 'write "unclear", or delete the report';
    const message = '"undeclared" is the absence of a position, so there is nothing to report';
    report({ issues }, { code: 'undeclared-with-evidence', message, hint }, ['stance']);
  }
};

/** Reports what is wrong with the denial of a report about several members. */
export const soundReport: Check<Keys> = ({ value, issues }) => {
  if (value.of === undefined) return;
  checkDenial({ value: { ...value, basis: 'reported' }, issues });
};

const count = z.optional(scalar(readReportedCount));

/** An aggregate claim with counts, a complete list of holdouts, or both; or a report about several members. */
export const claim = to(
  mapping(
    'a claim',
    {
      date: neededTime,
      circa: z.optional(truth),
      by: z.optional(text),
      of: z.optional(members),
      stance: z.optional(oneOf('unknown-stance', 'a stance', stances, stanceHint)),
      why: z.optional(text),
      wants: z.optional(wants),
      supporting: count,
      'holding-out': count,
      among: z.optional(members),
      holdouts: z.optional(limited(z.array(memberCode))),
      ...sourced,
      quote: z.optional(text),
      denied: z.optional(denial),
      note: z.optional(text),
    },
    oneWayToSource,
    saysAnything,
    oneKindOfClaim,
    soundReport,
  ),
  (written): WrittenClaim => {
    const { date, circa = false, by, of, stance, why, supporting, among, holdouts, quote, denied, note } = written;
    const sources = sourcesOf(written);
    if (of !== undefined)
      return defined<WrittenReport>({
        date,
        circa,
        of,
        stance: stance as Exclude<Stance, 'undeclared'>,
        by,
        why,
        wants: written.wants ?? [],
        sources,
        quote,
        denied: denied && toDenial(denied),
        note,
      });
    const holdingOut = written['holding-out'];
    return defined<WrittenCount>({ date, circa, by, supporting, holdingOut, among, holdouts, sources, quote, note });
  },
);
