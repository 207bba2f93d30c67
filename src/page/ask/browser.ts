/** What a page needs of a browser. A page that is written into a file has none, and does nothing. */
export interface Browser {
  /** The part of the address after `#`. */
  hash(): string;
  /** Changes that part without a step in the history. */
  setHash(hash: string): void;
  /** Calls whenever a reader changes that part; gives what ends it. */
  onHash(changed: () => void): () => void;
  /** Calls with the width of an element in pixels, now and whenever it changes; gives what ends it. */
  onWidth(element: Element, changed: (width: number) => void): () => void;
  /** Calls after so many milliseconds; gives what prevents it. */
  after(milliseconds: number, call: () => void): () => void;
  /** The page answers from now on. */
  ready(): void;
}
