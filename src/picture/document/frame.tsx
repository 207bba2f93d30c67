import type { ComponentChildren } from 'preact';
import type { Outcome } from '../../model/stance.ts';
import type { Shown } from '../../text/escape-controls.ts';
import { Defs } from '../defs.tsx';
import { xmlOf } from '../svg.ts';
import { cut, widthOf } from '../text-width.ts';
import { type Part, stampWidth, textBlock } from './text-block.tsx';

/** The width of what a document shows. */
export const contentWidth = 880;

/** The space around it. */
const margin = 24;

/** What stands above the pictures of a document. */
export interface Head {
  readonly title: Shown;
  /** What it is about, in a few words each; the first is the body, if there is one. */
  readonly kicker: readonly Shown[];
  readonly hasBody: boolean;
  readonly outcome?: Outcome;
  readonly verdict: Shown;
  /** What is not fact, or what was left out. */
  readonly remarks: readonly Shown[];
  /** What is supposed; on a ground of its own, so that it cannot be missed. */
  readonly supposed?: Shown;
  /** The whole answer in words, for those who do not see the picture. */
  readonly description: Shown;
}

/** A part below a head, and the space above it. */
export interface Section extends Part {
  readonly above: number;
}

/**
 * A picture with its head as an SVG file of its own, which follows light and dark and needs nothing else.
 *
 * @param style the built style sheet of pictures
 */
export function svgDocument(head: Head, sections: readonly Section[], style: string): string {
  const parts = [...headSections(head), ...sections];
  const { height, placed } = stacked(parts);
  const [width, total] = [contentWidth + 2 * margin, Math.ceil(height + 2 * margin)];
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="pic"
      width={width}
      height={total}
      viewBox={`0 0 ${width} ${total}`}
      role="img"
      aria-labelledby="title desc"
    >
      <title id="title">{head.title}</title>
      <desc id="desc">{head.description}</desc>
      <style>{style}</style>
      <Defs />
      <rect class="paper" width={width} height={total} />
      <g transform={`translate(${margin} ${margin})`}>{placed}</g>
    </svg>
  );
  return `${xmlOf(svg)}\n`;
}

function stacked(parts: readonly Section[]): { readonly height: number; readonly placed: ComponentChildren } {
  let y = 0;
  const placed = parts.map(({ above, height, content }) => {
    const top = y + above;
    y = top + height;
    return (
      <g key={top} transform={`translate(0 ${top})`}>
        {content}
      </g>
    );
  });
  return { height: y, placed };
}

/** Sizes of a title in one line, the largest first. */
const oneLine = [36, 33, 30];

/** The size of a title in several lines, and how many there are at most. */
const severalLines = { size: 30, most: 4 } as const;

function headSections({ title, kicker, hasBody, outcome, verdict, remarks, supposed }: Head): Section[] {
  const fitting = oneLine.find((size) => widthOf(title, size, true) <= contentWidth);
  const headline = fitting === undefined ? severalLines : { size: fitting, most: 1 };
  return [
    { above: 0, height: 3, content: <rect class="bar" width={contentWidth} height={3} /> },
    { above: 8, height: 18, content: kickerLine(kicker, hasBody) },
    { above: 6, ...textBlock(title, { class: 'headline', bold: true, ...headline }, contentWidth) },
    { above: 10, ...answerBlock(outcome, verdict) },
    ...remarks.map((remark) => ({
      above: 6,
      ...textBlock(remark, { class: 'remark faint', size: 13, most: 3 }, contentWidth),
    })),
    ...(supposed === undefined ? [] : [{ above: 12, ...supposedBlock(supposed) }]),
  ];
}

/** The gap between what a kicker says. */
const kickerGap = 18;

/** Words beside each other; the first, which may be long, leaves room for the others. */
function kickerLine(words: readonly Shown[], hasBody: boolean): ComponentChildren {
  const widths = words.map((word, index) => widthOf(word, 13, hasBody && index === 0) + kickerGap);
  let x = 0;
  return words.map((word, index) => {
    const isBody = hasBody && index === 0;
    const others = isBody ? widths.slice(1).reduce((sum, width) => sum + width, 0) : 0;
    const text = cut(word, 13, contentWidth - x - others, isBody);
    const place = x;
    x += widthOf(text, 13, isBody) + kickerGap;
    return (
      <text key={word} class={isBody ? 'kicker accent' : 'kicker faint'} x={Math.round(place)} y={13}>
        {text}
      </text>
    );
  });
}

/** The outcome as a stamp, and how far it is in words. */
function answerBlock(outcome: Outcome | undefined, verdict: Shown): Part {
  const word = outcome?.toUpperCase();
  const x = word === undefined ? 0 : stampWidth(word) + 10;
  const words = textBlock(verdict, { class: 'verdict', size: 16, most: 6 }, contentWidth - x, x);
  return {
    height: words.height,
    content: (
      <>
        {word !== undefined && outcome !== undefined && <Stamp outcome={outcome} />}
        {words.content}
      </>
    ),
  };
}

/** An outcome in capitals on its colour. */
export function Stamp({ outcome }: { readonly outcome: Outcome }) {
  const word = outcome.toUpperCase();
  return (
    <g>
      <rect class={`o-${outcome}`} width={stampWidth(word)} height={20} rx={2} />
      <text class={`ot-${outcome} stamp`} x={stampWidth(word) / 2} y={14.5} text-anchor="middle">
        {word}
      </text>
    </g>
  );
}

function supposedBlock(supposed: Shown): Part {
  const words = textBlock(supposed, { class: 'remark inverse', size: 13, most: 4 }, contentWidth - 28);
  const height = words.height + 18;
  return {
    height,
    content: (
      <>
        <rect class="bar" width={contentWidth} height={height} rx={2} />
        <g transform="translate(14 8)">{words.content}</g>
      </>
    ),
  };
}
