/** `A, B and C`; up to a number of names, and how many more there are: `A, B and 20 more`. */
export function enumeration(names: readonly string[], last: 'and' | 'or', most = names.length): string {
  if (names.length > most + 1) return `${names.slice(0, most).join(', ')} ${last} ${names.length - most} more`;
  const final = names.at(-1) ?? '';
  return names.length < 2 ? final : `${names.slice(0, -1).join(', ')} ${last} ${final}`;
}
