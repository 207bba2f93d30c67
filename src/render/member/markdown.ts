import type { MemberHistory } from '../../model/member-history.ts';
import type { Position } from '../../model/roster.ts';
import type { MemberView } from '../../model/view.ts';
import { memberSections } from '../coalitions/member.ts';
import { demandStoryLines } from '../evidence/demands.ts';
import { denialText } from '../evidence/denials.ts';
import { reportMentionLines } from '../evidence/reports.ts';
import {
  entryList,
  type MarkdownText,
  markdown,
  markdownBlocks,
  markdownJoined,
  markdownLink,
  markdownText,
} from '../format/markdown.ts';
import type { SectionEntry } from '../layout/section.ts';
import { candidateLines, conflictText, datedText } from '../words/claims-and-dates.ts';
import { dateText, roundText, yearOf } from '../words/dates.ts';
import { decidedText } from '../words/decision.ts';
import { leaningStance, whoText } from '../words/members.ts';
import { assumptionsText, onRecordText, verdictText } from '../words/verdict.ts';
import { detailsOf } from './details.ts';
import { followerLines, followsLines } from './following.ts';
import { inOrderOfTime } from './rounds.ts';
import { sourceEntries } from './sources.ts';
import { headingText, hiddenLines, mentionText, standingText, weightText } from './terminal.ts';
import { termLines } from './terms.ts';
import { whatIfLines } from './what-ifs.ts';

/** `member` as GitHub's Markdown. */
export function renderMemberMarkdown(view: MemberView): string {
  const { history, origin } = view;
  const { snapshot, member, standing, groups, weights } = history;
  const { decision } = snapshot;
  const year = yearOf(snapshot.asOf);
  const [word, rest] = standingText(history);
  const assumptions = assumptionsText(history);
  const name = (): string => member.name;
  const facts = [
    ...termLines(history),
    ...groups,
    ...weights.map((weight) => weightText(weight, standing !== undefined)),
  ];
  return markdownBlocks([
    [markdown`### ${markdownText(headingText(history))}`],
    [rest === '' ? markdown`**${markdownText(word)}**` : markdown`**${markdownText(word)}** ${markdownText(rest)}`],
    [
      markdownText(
        [
          ...(snapshot.body === undefined ? [] : [snapshot.body]),
          dateText(snapshot.asOf),
          ...(decision === undefined ? [] : [`${decision.outcome.toUpperCase()} ${decidedText(decision)}`]),
          `${history.tally.outcome.toUpperCase()} ${verdictText(history)}`,
        ].join(' · '),
      ),
    ],
    snapshot.onRecord ? [markdownText(onRecordText)] : [],
    assumptions === undefined ? [] : [markdown`What if: assuming ${markdownText(assumptions)}.`],
    facts.length === 0 ? [] : [markdownText(facts.join(' · '))],
    ...entryList('Follows', followsLines(history)),
    ...entryList('Followers', followerLines(history)),
    ...(history.positions.length === 0
      ? []
      : [
          [markdown`**Positions**`],
          inOrderOfTime(
            history,
            (one) => positionItem(one, history, year),
            (round) => [markdown`- ${markdownText(roundText(round, year))}`],
          ),
        ]),
    ...entryList(
      'Lists',
      history.mentions.map((mention): SectionEntry => [datedText(mention, year), mentionText(mention)]),
    ),
    ...entryList('Reports', reportMentionLines(history, year)),
    ...entryList('Asked for', demandStoryLines(history.demands, year)),
    ...entryList(
      'Conflict',
      history.conflicts.map((conflict) => conflictText(conflict, year, name)),
    ),
    ...entryList('Candidates', candidateLines(history.candidates, year)),
    ...memberSections(view).flatMap(([label, lines]) => entryList(label, lines)),
    ...entryList('What if', whatIfLines(history)),
    ...entryList('Not shown', hiddenLines(history)),
    [markdown`From ${markdownText(origin)}`],
  ]);
}

/** A position as a list item, with its details and sources below. */
function positionItem(position: Position, { positions, sources }: MemberHistory, year: string): MarkdownText[] {
  const { date, circa, basis, by } = position;
  const when = date === undefined ? 'undated' : datedText({ date, circa }, year);
  const who = by === undefined && basis === 'stated' ? markdown`` : markdown`, ${markdownText(whoText(position))}`;
  const links = sourceEntries(position.sources, sources).map(({ text, address }) =>
    address === undefined ? markdownText(text) : markdownLink(text, address),
  );
  const denial = position.denied === undefined ? [] : [denialText(position.denied, year)];
  const details = [...detailsOf(position, positions), ...denial];
  return [
    markdown`- ${markdownText(when)}: **${markdownText(leaningStance(position))}**${who}`,
    ...[...details.map(markdownText), ...(links.length === 0 ? [] : [markdownJoined(links, '; ')])].map(
      (line) => markdown`  - ${line}`,
    ),
  ];
}
