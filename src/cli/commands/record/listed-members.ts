import type { NamedMembers, Roster } from '../../../model/roster.ts';
import { compareText } from '../../../text/compare.ts';
import { tidy } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { directoryOf } from '../../input/find-member.ts';

/** The codes of a list of members and groups, sorted; none for the word `none`. @throws UsageError */
export function listedCodes(listed: string, roster: Roster | undefined): readonly string[] {
  if (tidy(listed).toLowerCase() === 'none' && !isSomebody(listed, roster)) return [];
  return codesIn('--holdouts', listed, roster, '; or none');
}

const isSomebody = (word: string, roster: Roster | undefined): boolean =>
  roster !== undefined && directoryOf(roster).memberOrGroup(tidy(word)).kind !== 'fault';

/** The members of a list, or the group that it names alone. @throws UsageError */
export function namedMembers(option: string, listed: string, roster: Roster | undefined): NamedMembers {
  const word = tidy(listed);
  const found = roster && !word.includes(',') ? directoryOf(roster).memberOrGroup(word) : undefined;
  if (found?.kind === 'group') return { codes: found.codes, group: found.name };
  return { codes: codesIn(option, listed, roster) };
}

function codesIn(option: string, listed: string, roster: Roster | undefined, otherwise = ''): readonly string[] {
  const words = listed.split(',').map(tidy);
  if (words.includes(''))
    throw new UsageError('missing-value', `${option}: write codes or names, as in TR,HU${otherwise}`);
  const directory = roster && directoryOf(roster);
  const codes = words.flatMap((word): readonly string[] => {
    const found = directory?.memberOrGroup(word);
    if (found?.kind === 'member') return [found.member.code];
    if (found?.kind === 'group') return found.codes;
    if (found === undefined) return [word];
    throw new UsageError(found.code, `${option}: ${found.message}; ${found.hint('add it under "members:" first')}`);
  });
  return [...new Set(codes)].sort(compareText);
}
