/** A value in the text with its extent, which does not include comments after it. Texts are as YAML reads them. */
export type Outline =
  | ({ readonly kind: 'mapping'; readonly flow: boolean; readonly pairs: readonly OutlinePair[] } & Extent)
  | ({
      readonly kind: 'list';
      readonly flow: boolean;
      readonly items: readonly OutlineItem[];
      /** The texts of the dates of the items, where they are known without reading the items. */
      readonly dates?: readonly (string | undefined)[];
    } & Extent)
  | ({ readonly kind: 'text'; readonly text: string } & Extent)
  | ({ readonly kind: 'nothing' } & Extent);

/** Offsets in UTF-16 units, the end not included. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** An item of a list; in a block its extent begins with the dash. */
export interface OutlineItem extends Extent {
  readonly value: Outline;
}

/** An entry of a mapping. Its extent begins with the key, or with the `?` before it. */
export interface OutlinePair extends Extent {
  /** The tidied text of the key. */
  readonly key: string;
  /** The extent of the key alone. */
  readonly name: Extent;
  /** Whether the key is in double quotes. */
  readonly quoted: boolean;
  /** Whether there is a colon; without one the value is `nothing`. */
  readonly colon: boolean;
  /** The extent of the tag before a value that is a text. */
  readonly tag: Extent | undefined;
  readonly value: Outline;
}

/** A mapping in the text. */
export type OutlineMapping = Extract<Outline, { kind: 'mapping' }>;
/** A list in the text. */
export type OutlineList = Extract<Outline, { kind: 'list' }>;

/** The entry with a key; undefined if there is none or the outline is not a mapping. */
export function under(outline: Outline, key: string): OutlinePair | undefined {
  return outline.kind === 'mapping' ? outline.pairs.find((pair) => pair.key === key) : undefined;
}
