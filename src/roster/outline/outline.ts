import type { Outline } from './syntax.ts';
import { treeOutline } from './tree.ts';
import { usualOutline } from './usual-outline.ts';

/**
 * The outline of a text that is sound YAML. An empty text gives `nothing`.
 *
 * @param base added to all offsets: where the text begins in a longer one
 */
export const outline = (text: string, base = 0): Outline => usualOutline(text, base) ?? treeOutline(text, base);
