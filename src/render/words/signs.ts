import type { Stance } from '../../model/stance.ts';

/** How a stance is drawn, in one cell, and what it is called in a sentence: `3 opposed`, `opposed since 5 Mar`. */
export interface StanceSign {
  readonly unicode: string;
  /** For terminals that show ASCII alone. */
  readonly ascii: string;
  readonly words: string;
}

/** The sign and the words of each stance, from the best to the worst; a recused member takes no part. */
export const signs: Readonly<Record<Stance, StanceSign>> = {
  support: { unicode: '█', ascii: '#', words: 'in support' },
  'no-objection': { unicode: '▓', ascii: '=', words: 'no objection' },
  abstain: { unicode: '▒', ascii: '~', words: 'abstaining' },
  undeclared: { unicode: '░', ascii: '_', words: 'undeclared' },
  unclear: { unicode: '?', ascii: '?', words: 'unclear' },
  conditional: { unicode: '±', ascii: 'c', words: 'conditional' },
  withheld: { unicode: '-', ascii: '-', words: 'withheld' },
  oppose: { unicode: '×', ascii: 'x', words: 'opposed' },
  recused: { unicode: '/', ascii: '/', words: 'recused' },
};
