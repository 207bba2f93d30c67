/** Blocks of lines as the text of an answer, an empty line between them. Blocks without lines are left out. */
export function blocksText(blocks: readonly (readonly string[])[]): string {
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
