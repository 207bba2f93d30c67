/** The stances that a member may have. */
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

/** The properties of a stance that hold under every rule. */
export interface StanceTraits {
  /** The stance in a sentence about the member. */
  readonly summary: string;
  /** Whether the member has decided or may still take any stance. */
  readonly standing: 'settled' | 'pending';
  /** The rank in a list of holdouts, lowest first: no, then not yet, then stances that do not block consent. */
  readonly rank: number;
  /** Whether the member agrees to the decision or prevents agreement; a member that denies consent should say why. */
  readonly consent: 'given' | 'denied' | 'neither';
  /** The side on which a claim's count includes the member: `pool` may be on either, `none` is on neither. */
  readonly claimed: 'supporting' | 'holding-out' | 'pool' | 'none';
  /** Whether the member is in the base of counts. A member that is not never moves to support. */
  readonly takesPart: boolean;
  /** Whether the stance is a vote in the sense of `of: votes`. */
  readonly isVote: boolean;
}

const traits = {
  support: {
    summary: 'It says yes.',
    standing: 'settled',
    rank: 9,
    consent: 'given',
    claimed: 'supporting',
    takesPart: true,
    isVote: true,
  },
  'no-objection': {
    summary: 'It does not back it, but will not stand in the way.',
    standing: 'settled',
    rank: 7,
    consent: 'given',
    claimed: 'none',
    takesPart: true,
    isVote: false,
  },
  abstain: {
    summary: 'It formally takes neither side.',
    standing: 'settled',
    rank: 6,
    consent: 'neither',
    claimed: 'none',
    takesPart: true,
    isVote: false,
  },
  oppose: {
    summary: 'It says no.',
    standing: 'settled',
    rank: 1,
    consent: 'denied',
    claimed: 'holding-out',
    takesPart: true,
    isVote: true,
  },
  recused: {
    summary: 'It does not take part, and leaves the base of every count.',
    standing: 'settled',
    rank: 8,
    consent: 'neither',
    claimed: 'none',
    takesPart: false,
    isVote: false,
  },
  conditional: {
    summary: 'It would say yes if what it wants is met.',
    standing: 'pending',
    rank: 3,
    consent: 'neither',
    claimed: 'holding-out',
    takesPart: true,
    isVote: false,
  },
  withheld: {
    summary: 'It is holding back, without saying no.',
    standing: 'pending',
    rank: 2,
    consent: 'denied',
    claimed: 'holding-out',
    takesPart: true,
    isVote: false,
  },
  unclear: {
    summary: 'Reports describe it differently, or it is ambiguous.',
    standing: 'pending',
    rank: 4,
    consent: 'neither',
    claimed: 'pool',
    takesPart: true,
    isVote: false,
  },
  undeclared: {
    summary: 'It has said nothing that is known.',
    standing: 'pending',
    rank: 5,
    consent: 'neither',
    claimed: 'pool',
    takesPart: true,
    isVote: false,
  },
} as const satisfies Readonly<Record<Stance, StanceTraits>>;

/** The traits of each stance. Code that depends on stances uses this table and has no list of its own. */
export const traitsOf: Readonly<Record<Stance, StanceTraits>> = traits;

type PendingStance = { [S in Stance]: (typeof traits)[S]['standing'] extends 'pending' ? S : never }[Stance];

/** Whether a member with this stance may still take any other. */
export const isPending = (stance: Stance): stance is PendingStance => traitsOf[stance].standing === 'pending';

/** The stances that are pending; all others are settled. */
export const pendingStances: readonly PendingStance[] = stances.filter(isPending);

/** The stances that are votes: the base of `of: votes`. */
export const votes: readonly Stance[] = stances.filter((stance) => traitsOf[stance].isVote);

/** All stances except some, in the order of `stances`, without those that take no part: they count nowhere. */
export const everyStanceBut = (some: readonly Stance[]): readonly Stance[] =>
  stances.filter((stance) => traitsOf[stance].takesPart && !some.includes(stance));

/** The sides that a pending member may lean to. */
export const leanings = ['support', 'oppose'] as const;
export type Leaning = (typeof leanings)[number];

/** The rank of a leaning within a stance, like the rank of a stance: lowest for the one furthest from support. */
const leaningRank = (leaning: Leaning | undefined): number =>
  leaning === undefined ? 1 : leaning === 'oppose' ? 0 : 2;

/** The place of a stance with its leaning in a list of holdouts: lowest for the one furthest from support. */
export const rankOf = ({ stance, leaning }: { readonly stance: Stance; readonly leaning?: Leaning }): number =>
  // A leaning weighs less than any difference between stances.
  traitsOf[stance].rank + leaningRank(leaning) / 1000;

/** The bases that an author may write. */
export const writtenBases = ['stated', 'reported'] as const;

/** The kinds of evidence for a stance; `claimed` follows from a complete list of holdouts and is never written. */
export const bases = [...writtenBases, 'claimed'] as const;
export type Basis = (typeof bases)[number];

/** The possible answers of a rule, and statuses of a criterion. */
export const outcomes = ['reached', 'open', 'blocked'] as const;
export type Outcome = (typeof outcomes)[number];
