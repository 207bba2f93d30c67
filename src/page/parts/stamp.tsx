import type { Outcome } from '../../model/stance.ts';

/** An outcome as a stamp. */
export const Stamp = ({ outcome, small = false }: { readonly outcome: Outcome; readonly small?: boolean }) => (
  <b class={`stamp ${outcome}${small ? ' minor' : ''}`}>{outcome}</b>
);
