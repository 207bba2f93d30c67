import type { Browser } from '../page/ask/browser.ts';

/** What the playground needs of a browser. */
export interface PlaygroundBrowser extends Browser {
  /** Today's date in UTC, as an ISO day. */
  today(): string;
  /** Calls with the number of characters that fit into a line of an element, now and whenever it changes. */
  onColumns(element: Element, changed: (columns: number) => void): () => void;
  /** Selects a part of a text that is edited, and scrolls to it. */
  select(field: HTMLTextAreaElement, start: number, end: number): void;
  /** Copies the address of the page; false where the browser does not allow it. */
  copyAddress(): Promise<boolean>;
}
