import type { Stance } from '../model/stance.ts';

/** The outline of a stance's sign in a box of 10 by 10: what is meant can be read without colour. */
interface SignShape {
  readonly path: string;
  /** Filled, and not drawn as a line. */
  readonly filled: boolean;
}

/** The sign of each stance, from consent to refusal. */
export const signShapes: Readonly<Record<Stance, SignShape>> = {
  support: { path: 'M1.5 5.4 L4 8 L8.6 2.2', filled: false },
  'no-objection': { path: 'M5 1.6 A3.4 3.4 0 1 1 4.99 1.6 Z', filled: false },
  abstain: { path: 'M1.6 5 H8.4', filled: false },
  undeclared: { path: 'M5 4.1 A.9 .9 0 1 1 4.99 4.1 Z', filled: true },
  unclear: { path: 'M2.9 3.4 A2.1 2.1 0 1 1 5 5.4 V6.3 M5 8.3 V8.7', filled: false },
  conditional: { path: 'M1.2 6.4 C2.6 2.4 4 3.2 5 5 C6 6.8 7.4 7.6 8.8 3.6', filled: false },
  withheld: { path: 'M3.3 1.8 V8.2 M6.7 1.8 V8.2', filled: false },
  oppose: { path: 'M1.9 1.9 L8.1 8.1 M8.1 1.9 L1.9 8.1', filled: false },
  recused: { path: 'M5 1.4 A3.6 3.6 0 1 1 4.99 1.4 Z M2.5 7.5 L7.5 2.5', filled: false },
};

/** The stances from consent to refusal, as pictures stack and sort them. */
export const spectrum = Object.keys(signShapes) as readonly Stance[];
