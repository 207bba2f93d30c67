import type { Stance } from '../../model/stance.ts';
import { signs } from '../../render/words/signs.ts';
import { ChipFace } from '../sign.tsx';
import { widthOf } from '../text-width.ts';
import type { Part } from './text-block.tsx';

/** What a sign or a colour means. */
export type KeyEntry =
  | { readonly kind: 'stance'; readonly stance: Stance; readonly text: string }
  | { readonly kind: 'supporting' | 'holding-out'; readonly text: string };

/** The entry of a stance. */
export const stanceEntry = (stance: Stance, text: string = signs[stance].words): KeyEntry => ({
  kind: 'stance',
  stance,
  text,
});

/** The height of a line of entries. */
const line = 24;

/** Entries beside each other, in as many lines as they need; what is no stance then begins a line. */
export function keyBlock(entries: readonly KeyEntry[], room: number): Part {
  const widths = entries.map(({ text }) => 24 + widthOf(text, 12) + 10);
  const isLong = widths.reduce((sum, width) => sum + width, 0) > room;
  const firstOther = entries.findIndex(({ kind }) => kind !== 'stance');
  let [x, y] = [0, 0];
  const content = entries.map((entry, index) => {
    const wide = widths[index] ?? 0;
    if (x > 0 && (x + wide > room || (isLong && index === firstOther))) [x, y] = [0, y + line];
    const place = `translate(${Math.round(x)} ${y})`;
    x += wide;
    return (
      <g key={entry.text} transform={place}>
        <EntrySign entry={entry} />
        <text class="small faint" x={24} y={14}>
          {entry.text}
        </text>
      </g>
    );
  });
  return { height: entries.length === 0 ? 0 : y + line, content };
}

function EntrySign({ entry }: { readonly entry: KeyEntry }) {
  if (entry.kind === 'stance') return <ChipFace stance={entry.stance} x={0} y={0} />;
  const isSupport = entry.kind === 'supporting';
  return (
    <g class="claim">
      <path class="stem" d={isSupport ? 'M9 0 V11' : 'M9 7 V18'} />
      <path class={isSupport ? 'mark' : 'mark hollow'} d={`M9 ${isSupport ? 7 : 1} l4.5 4.5 l-4.5 4.5 l-4.5 -4.5 Z`} />
    </g>
  );
}
