/*
 * A roster as its author writes it, every scalar a text. The files of this folder are a second reading of the roster
 * format, made from its description alone: they share no code with `src/`, recompute everything for each question, and
 * are there for a test that compares their answers with those of the engine.
 */

/** A denial of a report. */
export interface WrittenDenial {
  readonly date: string;
  readonly by?: string;
}

/** A demand: a text, a text with an id, or an id whose text is in `demands`. */
export type WrittenWant = string | { readonly id: string; readonly text?: string };

/** The keys of one statement about a stance. */
export interface WrittenStatement {
  readonly stance: string;
  readonly circa?: string;
  readonly by?: string;
  readonly why?: string;
  readonly wants?: readonly WrittenWant[];
  readonly source?: string;
  readonly denied?: WrittenDenial | string;
}

/** A position of a member. */
export interface WrittenPosition extends WrittenStatement {
  readonly date?: string;
  readonly basis?: string;
  readonly leaning?: string;
  readonly follows?: string | readonly string[];
}

/** A time in the roster. */
export interface WrittenTerm {
  readonly joined?: string;
  readonly left?: string;
}

/** What a member may have next to its positions. */
export interface AboutMember extends WrittenTerm {
  readonly terms?: readonly WrittenTerm[];
  /** A decimal, or decimals by the times from which they hold. */
  readonly weights?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** A member: nothing, a stance, one position, or a list of them. */
export type WrittenMember =
  | string
  | (AboutMember & Partial<WrittenPosition> & { readonly positions?: readonly WrittenPosition[] });

/** A claim that counts, that lists, or that reports a stance of several members. */
export interface WrittenClaim extends Partial<WrittenStatement> {
  readonly date: string;
  readonly supporting?: string;
  readonly 'holding-out'?: string;
  readonly holdouts?: readonly string[];
  readonly of?: string | readonly string[];
  readonly among?: string | readonly string[];
}

type Some = string | readonly string[] | { readonly except: readonly string[] };

/** The keys of a criterion that counts. */
export interface WrittenCount {
  readonly count?: Some;
  readonly among?: Some;
  readonly of?: Some;
  readonly by?: string;
  readonly 'at-least'?: string;
  readonly 'more-than'?: string;
  readonly 'at-most'?: string;
  readonly 'fewer-than'?: string;
  readonly 'with-why'?: string;
  readonly 'not-before'?: string;
  readonly closes?: string;
}

/** A rule: a name, a name with its term, a criterion, or several. */
export type WrittenRule =
  | string
  | { readonly consensus: { readonly except: readonly string[] } }
  | { readonly silence: string }
  | { readonly all: readonly WrittenRule[]; readonly closes?: string }
  | { readonly any: readonly WrittenRule[]; readonly closes?: string }
  | WrittenCount;

/** A change of what became of a demand. */
export interface WrittenAnswer {
  readonly date: string;
  readonly status: string;
  readonly by?: string;
}

/** A roster. */
export interface WrittenRoster {
  readonly title: string;
  readonly rule: WrittenRule;
  readonly closes?: string;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly members: Readonly<Record<string, WrittenMember>>;
  readonly rounds?: readonly { readonly date: string; readonly name?: string }[];
  readonly demands?: Readonly<Record<string, { readonly text?: string; readonly history?: readonly WrittenAnswer[] }>>;
  readonly claims?: readonly WrittenClaim[];
}
