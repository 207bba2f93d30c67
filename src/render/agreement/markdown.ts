import type { AgreementView } from '../../model/decisions/agreement.ts';
import { type MarkdownText, markdown, markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import type { Layout } from '../layout/theme.ts';
import { leftOutText } from '../list/words.ts';
import { sizeText } from '../matrix/decisions.ts';
import { comparedPairs, groupText, incomparableText } from './pair-lines.ts';
import { partnerTexts } from './partner-lines.ts';
import { agreedBy, cellText, cornersOf } from './triangle.ts';
import { findings, namingOf, ofText, pairText, shareText } from './words.ts';

/** Members that stand in columns, too; of more, each has a line. */
const mostColumns = 16;

/** Cells for the names in a line. */
const roomForNames = 100;

/** `agreement` as GitHub's Markdown. */
export function renderAgreementMarkdown(view: AgreementView, { all }: Layout): string {
  const { decisions, members, groups } = view;
  const left = leftOutText(view);
  return markdownBlocks([
    [markdown`**${markdownText(sizeText(decisions, members))}**`],
    findings(view, roomForNames).map(([label, text]) => markdown`- ${markdownText(label)}: ${markdownText(text)}`),
    ...(groups !== undefined ? [groupTable(groups)] : all ? pairBlocks(view) : [memberTable(view)]),
    left === undefined ? [] : [markdownText(left)],
  ]);
}

const texts = (cells: readonly string[]): MarkdownText[] => cells.map((cell) => markdownText(cell));

function memberTable(view: AgreementView): MarkdownText[] {
  const corners = cornersOf(view);
  if (corners.length === 0) return [];
  const naming = namingOf(view);
  if (corners.length <= mostColumns) {
    const agreed = agreedBy(view);
    return markdownTable(
      texts(['', ...corners.map(({ code }) => code)]),
      corners.map(({ code, name }) =>
        texts([name, ...corners.map((other) => (other.code === code ? '' : cellText(agreed(code, other.code))))]),
      ),
    );
  }
  return markdownTable(
    texts(['member', 'agrees most with', 'least with']),
    corners.map(({ code, name }) => {
      const { most, least } = partnerTexts(view.partners.get(code), naming);
      return texts([name, most, least]);
    }),
  );
}

function pairBlocks(view: AgreementView): MarkdownText[][] {
  const naming = namingOf(view);
  const { compared, others } = comparedPairs(view);
  return [
    markdownTable(
      texts(['agreed', 'share', 'members']),
      compared.map((pair) => texts([ofText(pair), shareText(pair), pairText(pair, naming)])),
    ),
    others === 0 ? [] : [markdownText(incomparableText(others))],
  ];
}

const groupTable = (groups: NonNullable<AgreementView['groups']>): MarkdownText[] =>
  groups.length === 0
    ? [markdown`None of these rosters has groups`]
    : markdownTable(
        texts(['agreed', 'share', 'groups']),
        groups.map((group) => texts([group.of === 0 ? 'none' : ofText(group), shareText(group), groupText(group)])),
      );
