import type { DecisionSummary } from './summary.ts';
import type { LeftOut, MatrixRow } from './voting-record.ts';

/** How often two stances were the same. */
export interface Agreed {
  readonly agreed: number;
  /** How often they could be compared: both were settled, and neither was recused. */
  readonly of: number;
}

/** How often two members agreed. */
export interface PairAgreement extends Agreed {
  /** Codes, sorted. */
  readonly members: readonly [string, string];
}

/** A member that another one is compared with. */
export interface Partner extends Agreed {
  readonly code: string;
}

/** How often members of one group agreed with each other, or with members of another group. */
export interface GroupAgreement extends Agreed {
  /** Names; two of them are sorted. */
  readonly groups: readonly [string] | readonly [string, string];
}

/** A member of several decisions. */
export interface AgreeingMember extends Pick<MatrixRow, 'code' | 'name'> {
  /** The number of decisions in which it was settled and not recused. */
  readonly settled: number;
}

/** How often members agreed in several decisions. */
export interface Agreement {
  readonly decisions: readonly DecisionSummary[];
  /** Sorted by code. */
  readonly members: readonly AgreeingMember[];
  /** Of members that were in some decision together, sorted by code; `of` is 0 where they could never be compared. */
  readonly pairs: readonly PairAgreement[];
}

/** Those that agreed equally often. */
export interface AgreementLevel<A extends Agreed> extends Agreed {
  readonly pairs: readonly A[];
}

/** Those that agreed most and least often. */
export interface AgreementRange<A extends Agreed> {
  readonly most: AgreementLevel<A>;
  readonly least: AgreementLevel<A>;
}

/** Everything that `agreement` shows. */
export interface AgreementView extends Agreement, LeftOut {
  /** Absent if nothing could be compared. */
  readonly range?: AgreementRange<PairAgreement>;
  /** With whom each member agreed most and least, by its code. */
  readonly partners: ReadonlyMap<string, AgreementRange<Partner>>;
  /** Only if groups are asked for. */
  readonly groups?: readonly GroupAgreement[];
}
