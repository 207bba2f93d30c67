/** What a position says. */
export const stances = [
  'support',
  'no-objection',
  'abstain',
  'oppose',
  'recused',
  'conditional',
  'withheld',
  'unclear',
  'undeclared',
] as const;
export type Stance = (typeof stances)[number];

/** Stances of a member that may still go anywhere; all others are settled. */
export const pendingStances = ['conditional', 'withheld', 'unclear', 'undeclared'] as const satisfies readonly Stance[];

/** How an author may say that a position is known. */
export const writtenBases = ['stated', 'reported'] as const;

/** How a position is known; `claimed` follows from a claim with a complete list of holdouts and is never written. */
export const bases = [...writtenBases, 'claimed'] as const;
export type Basis = (typeof bases)[number];

/** The rule's answer, and the status of every criterion inside the rule. */
export const outcomes = ['reached', 'open', 'blocked'] as const;
export type Outcome = (typeof outcomes)[number];
