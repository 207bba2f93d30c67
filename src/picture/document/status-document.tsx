import type { Rule } from '../../model/rule.ts';
import type { Composition, CountEvaluation } from '../../model/tally.ts';
import { endOf } from '../../model/time.ts';
import type { SnapshotView } from '../../model/view.ts';
import { mainCount } from '../../render/timeline/chart/series.ts';
import { countEvaluations, criterionLabel, figuresText } from '../../render/words/criterion.ts';
import { dateText } from '../../render/words/dates.ts';
import { againstRuleText, decidedSentence } from '../../render/words/decision.ts';
import { signs } from '../../render/words/signs.ts';
import { assumptionsText, onRecordText, verdictText } from '../../render/words/verdict.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { Board } from '../board/board.tsx';
import { layBoard } from '../board/layout.ts';
import { spectrum } from '../palette.ts';
import { layStrip } from '../strip/layout.ts';
import { Strip } from '../strip/strip.tsx';
import { cut } from '../text-width.ts';
import { contentWidth, type Head, type Section, Stamp, svgDocument } from './frame.tsx';
import { StanceLists } from './stance-lists.tsx';
import { stampWidth } from './text-block.tsx';

/** More criteria than this are not drawn. */
const mostStrips = 4;

/** `status` as an SVG file: how far the rule is, and where everybody stands. */
export function renderStatusSvg(view: SnapshotView, style: string): string {
  return svgDocument(headOf(view), [...stripSections(view), ...boardSections(view)], style);
}

/** What stands above the pictures of one date. */
function headOf(view: SnapshotView): Head {
  const { snapshot, tally } = view;
  const { title, body, rule, asOf, onRecord } = snapshot;
  const assumed = assumptionsText(view);
  const verdict = verdictText(view);
  return {
    title: visible(title),
    hasBody: body !== undefined,
    kicker: [...(body === undefined ? [] : [visible(body)]), ...ruleWords(rule), dateText(asOf)],
    outcome: tally.outcome,
    verdict: sentence(verdict),
    remarks: [...decisionRemarks(view), ...(onRecord ? [onRecordText] : [])],
    ...(assumed !== undefined && { supposed: supposedText(assumed) }),
    description: shown`${dateText(asOf)}: ${tally.outcome}. ${sentence(verdict)} ${countsText(view)}${assumed === undefined ? '' : ` ${supposedText(assumed)}`}`,
  };
}

/** The name of a rule, `EU qualified majority`; none of a rule of the roster's own. */
export const ruleWords = ({ name }: Rule): Shown[] =>
  name === 'custom' ? [] : [visible(name.replaceAll('-', ' ').replace(/^(?:eu|un)\b/, (word) => word.toUpperCase()))];

/** What was decided, and whether it went against the rule. */
export function decisionRemarks(view: Pick<SnapshotView, 'snapshot' | 'againstDecision'>): Shown[] {
  const { decision } = view.snapshot;
  if (decision === undefined) return [];
  const against = againstRuleText(view);
  return [shown`${decidedSentence(decision)}.${against === undefined ? '' : ` ${against}`}`];
}

/** A clause as a sentence. */
export const sentence = (text: Shown): Shown => shown`${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

const supposedText = (assumed: Shown): Shown =>
  shown`What if: ${assumed}. These are assumptions; nobody has said them.`;

/** `9 in support, 15 undeclared.` */
export const countsText = ({ tally: { counts } }: Pick<SnapshotView, 'tally'>): Shown =>
  shown`${spectrum
    .filter((stance) => counts[stance] > 0)
    .map((stance) => `${grouped(`${counts[stance]}`)} ${signs[stance].words}`)
    .join(', ')}.`;

function stripSections(view: SnapshotView): Section[] {
  const { evaluation, compositions } = view.tally;
  const counts = countEvaluations(evaluation);
  const main = mainCount(evaluation);
  const ordered = [main, ...counts.filter((count) => count !== main)];
  const drawn = ordered.slice(0, mostStrips);
  const hidden = ordered.length - drawn.length;
  const sections = drawn.flatMap((count, index) => {
    const composition = compositions[counts.indexOf(count)] ?? { counted: [], shares: [] };
    const label = shown`${criterionLabel(count.criterion)}: ${figuresText(count)}`;
    const strip = stripSection(view, count, composition, index === 0 ? 44 : 26, label);
    return counts.length === 1 ? [strip] : [labelSection(count, label), { ...strip, above: 2 }];
  });
  if (hidden === 0) return sections;
  const text = shown`and ${hidden} more criteria`;
  return [
    ...sections,
    {
      above: 4,
      height: 18,
      content: (
        <text class="remark faint" y={13}>
          {text}
        </text>
      ),
    },
  ];
}

function stripSection(
  { snapshot }: SnapshotView,
  count: CountEvaluation,
  composition: Composition,
  height: number,
  label: Shown,
): Section {
  const { closed, closes } = count;
  const then = closed && closes !== undefined ? snapshot.closings.get(endOf(closes)) : undefined;
  const counted = { count, composition, members: then ?? snapshot.members };
  return {
    above: 14,
    height: layStrip(counted, contentWidth, height).height,
    content: <Strip counted={counted} width={contentWidth} height={height} label={label} />,
  };
}

function labelSection({ status }: CountEvaluation, label: Shown): Section {
  const x = stampWidth(status.toUpperCase()) + 10;
  return {
    above: 14,
    height: 20,
    content: (
      <>
        <Stamp outcome={status} />
        <text class="remark faint" x={x} y={14.5}>
          {cut(label, 13, contentWidth - x)}
        </text>
      </>
    ),
  };
}

function boardSections({ snapshot: { members } }: SnapshotView): Section[] {
  const laid = layBoard(members, contentWidth - 4, true);
  const board = <Board laid={laid} label="Members" />;
  const section = { above: 20, height: laid.height + 4, content: board };
  return laid.kind === 'map'
    ? [{ ...section, content: [board, <StanceLists key="lists" members={members} map={laid} />] }]
    : [section];
}
