import type { Story } from '../../model/member-history.ts';
import type { Position } from '../../model/roster.ts';
import type { StoryView } from '../../model/view.ts';
import { addressText } from '../../text/escape-controls.ts';
import { entryList, markdownBlocks, markdownText } from '../format/markdown.ts';
import { candidateText, conflictText, datedText } from '../words/claims-and-dates.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { whoText } from '../words/members.ts';
import { assumptionsText } from '../words/verdict.ts';
import { sourceEntries } from './sources.ts';
import { mentionText, nameAndCode, standingText, untoldLines, weightText } from './terminal.ts';
import { suppositionLines } from './what-ifs.ts';

/** `member` as GitHub's Markdown. */
export function renderStoryMarkdown({ story, origin }: StoryView): string {
  const { snapshot, member, standing, groups, weights } = story;
  const year = yearOf(snapshot.asOf);
  const [word, rest] = standingText(story);
  const assumptions = assumptionsText(story);
  const name = (): string => member.name;
  const facts = [
    ...(standing !== undefined && member.joined ? [`joined on ${dateText(member.joined)}`] : []),
    ...(standing !== undefined && member.left ? [`leaves on ${dateText(member.left)}`] : []),
    ...groups,
    ...weights.map((weight) => weightText(weight, standing !== undefined)),
  ];
  return markdownBlocks([
    [`### ${markdownText(nameAndCode(story))}`],
    [`**${word}** ${markdownText(rest)}`.trim()],
    [
      [
        `${snapshot.title}: ${story.evaluation.status}`,
        ...(snapshot.body === undefined ? [] : [snapshot.body]),
        dateText(snapshot.asOf),
      ]
        .map(markdownText)
        .join(' · '),
    ],
    snapshot.onRecord ? ['Positions on record alone.'] : [],
    assumptions === undefined ? [] : [`What if: assuming ${markdownText(assumptions)}.`],
    facts.length === 0 ? [] : [facts.map(markdownText).join(' · ')],
    ...(story.positions.length === 0
      ? []
      : [['**Positions**'], story.positions.flatMap((one) => positionItem(one, story, year))]),
    ...entryList(
      'Listed',
      story.mentions.map((mention) => `${datedText(mention, year)}: ${mentionText(mention)}`),
    ),
    ...entryList(
      'Conflict',
      story.conflicts.map((conflict) => conflictText(conflict, year, name)),
    ),
    ...entryList(
      'Running',
      story.candidates.map((candidate) => candidateText(candidate, year)),
    ),
    ...entryList(
      'If it came',
      suppositionLines(story).map(([stances, text]) => `to ${stances}: ${text}`),
    ),
    ...entryList('Not told', untoldLines(story)),
    [`From ${markdownText(origin)}`],
  ]);
}

/** A position as an item with what belongs to it below. */
function positionItem(position: Position, { sources }: Story, year: string): string[] {
  const { date, circa, stance, basis, by, why, wants, quote, note } = position;
  const when = date === undefined ? 'undated' : datedText({ date, circa }, year);
  const who = by === undefined && basis === 'stated' ? '' : `, ${markdownText(whoText(position))}`;
  const links = sourceEntries(position.sources, sources).map(({ text, address }) =>
    address === undefined ? markdownText(text) : `[${markdownText(text)}](${addressText(address)})`,
  );
  return [
    `- ${when}: **${stance}**${who}`,
    ...[
      ...(why === undefined ? [] : [markdownText(why)]),
      ...(wants.length === 0 ? [] : [`wants: ${wants.map(markdownText).join('; ')}`]),
      ...(quote === undefined ? [] : [`“${markdownText(quote)}”`]),
      ...(note === undefined ? [] : [`note: ${markdownText(note)}`]),
      ...(links.length === 0 ? [] : [links.join('; ')]),
    ].map((line) => `  - ${line}`),
  ];
}
