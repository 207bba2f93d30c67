import { markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import { equalMembers, type PowerView, winningText } from './power-view.ts';

/** `rules --power` in Markdown. */
export function renderPowerMarkdown({ rule, of, power }: PowerView): string {
  const under = rule.name === 'custom' ? '' : ` under ${rule.name}`;
  const rows = equalMembers(power).flatMap(({ members, swings, banzhaf = '', shapley }) =>
    members.map(({ name }) => [name, swings, banzhaf, shapley].map(markdownText)),
  );
  return markdownBlocks([
    [markdownText(`Voting power${under} · ${of} · ${power.members.length} members`)],
    [markdownText(winningText(power))],
    markdownTable(['Member', 'Swings', 'Banzhaf', 'Shapley–Shubik'].map(markdownText), rows),
  ]);
}
