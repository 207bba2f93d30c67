type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** A scalar without quotes where it needs none; an empty one is nothing at all. */
const scalar = (text: string): string => (/^(\w[\w .:/%+–-]*)?$/.test(text) ? text : JSON.stringify(text));

/** A value after the colon or the dash before it: mappings in block style, lists of scalars in brackets. */
function after(value: Value, indent: string): string {
  if (typeof value === 'string') return ` ${scalar(value)}\n`;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) return ` [${value.map(scalar).join(', ')}]\n`;
    return `\n${value.map((item) => `${indent}-${after(item, `${indent}  `)}`).join('')}`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return ' {}\n';
  return `\n${entries.map(([key, one]) => `${indent}${key}:${after(one, `${indent}  `)}`).join('')}`;
}

/** The text of a mapping in YAML, with as few quotes as there can be. */
export const inYaml = (value: object): string => after(value as Value, '').trimStart();
