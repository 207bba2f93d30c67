import type { AgreementView } from '../../model/decisions/agreement.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { blocksText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { headLines } from '../list/summary.ts';
import { leftOutText } from '../list/words.ts';
import { sizeText } from '../matrix/decisions.ts';
import { namesWithin } from '../words/names.ts';
import { membersByName } from '../words/order.ts';
import { groupBlocks, pairLines } from './pair-lines.ts';
import { partnerLines } from './partner-lines.ts';
import { keyLines, triangleBlocks } from './triangle.ts';
import { findings, namingOf } from './words.ts';

/** `agreement` for people: who agrees most and least, then each pair, or each member where pairs do not fit. */
export function renderAgreement(view: AgreementView, layout: Layout): Painted {
  const { theme, width, all } = layout;
  const { decisions, members, groups } = view;
  const left = leftOutText(view);
  const blocs =
    groups === undefined ? '' : ` in ${plural(groups.filter((group) => group.groups.length === 1).length, 'group')}`;
  return blocksText([
    [...headLines(shown`${sizeText(decisions, members)}${blocs}`, decisions, layout), ...findingLines(view, layout)],
    ...(groups === undefined ? pairBlocks(view, layout) : groupBlocks(groups, layout)),
    groups === undefined && !all ? silentLines(view, layout) : [],
    left === undefined ? [] : wrap(left, width).map((line) => theme.advice(line)),
  ]);
}

function findingLines(view: AgreementView, { theme, width }: Layout): Painted[] {
  const label = 13;
  const room = width - label;
  return findings(view, 2 * room - 20).flatMap(([name, text]) => {
    const [head, cells] = name.length < label ? [padEnd(visible(name), label), label] : [shown`${name}: `, 0];
    if (cells === 0) return wrap(shown`${head}${text}`, width);
    return wrap(text, room).map((line, index) =>
      index === 0 ? painted`${theme.strong(head)}${line}` : shown`${spaces(cells)}${line}`,
    );
  });
}

function pairBlocks(view: AgreementView, layout: Layout): readonly (readonly Painted[])[] {
  if (view.range === undefined) return [];
  if (layout.all) return [pairLines(view, layout)];
  return triangleBlocks(view, layout) ?? [partnerLines(view, layout), keyLines(false, layout)];
}

/** The members that never settled, as many as fit into a line. */
function silentLines(view: AgreementView, { width, theme }: Layout): Painted[] {
  const silent = membersByName(view.members.filter(({ settled }) => settled === 0));
  if (silent.length === 0) return [];
  const naming = namingOf(view);
  const label = shown`Never settled (${grouped(`${silent.length}`)}): `;
  const names = namesWithin(
    silent.map(({ code }) => naming.name(code)),
    width - displayWidth(label),
  );
  return wrap(shown`${label}${names}`, width).map((line) => theme.faint(line));
}
