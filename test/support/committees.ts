import { stances } from '../../src/model/stance.ts';

/** A roster of so many members, with every stance that there is room for and a history of two positions each. */
export function committeeText(members: number, { rule = 'two-thirds', title = 'A decision' } = {}): string {
  const lines = Array.from({ length: members }, (_, index) => {
    const [before, after] = [stances[(index * 7) % stances.length], stances[index % stances.length]];
    const day = `${10 + (index % 19)}`;
    return `  m${index}: { name: Member ${index}, positions: [{ date: 2024-01-${day}, stance: ${before}, why: x }, { date: 2024-05-${day}, stance: ${after}, why: x }] }`;
  });
  return [`title: ${title}`, 'as-of: 2024-06-01', `rule: ${rule}`, 'members:', ...lines, ''].join('\n');
}
