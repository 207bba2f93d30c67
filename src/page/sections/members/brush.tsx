import type { Stance } from '../../../model/stance.ts';
import { Chip } from '../../../picture/sign.tsx';

/** The stance that a click on a member supposes; undefined where it opens the member's card. */
export type Brush = Stance | undefined;

/** What a click can do. */
const brushes: readonly Brush[] = [undefined, 'support', 'abstain', 'oppose'];

/** The choice of what a click on a member does. */
export const BrushChoice = ({ brush, onBrush }: { readonly brush: Brush; onBrush(brush: Brush): void }) => (
  <fieldset class="brush">
    <legend>A click</legend>
    {brushes.map((one) => (
      <label key={one} class={brush === one ? 'on' : undefined}>
        <input type="radio" name="brush" checked={brush === one} onChange={() => onBrush(one)} />
        {one === undefined ? (
          'shows a member'
        ) : (
          <>
            <Chip stance={one} />
            what if: {one}
          </>
        )}
      </label>
    ))}
  </fieldset>
);
