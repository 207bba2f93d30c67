import type { Example } from './address.ts';

interface StartFromProps {
  readonly examples: readonly Example[];
  /** The name of the example that is shown; empty for a text of one's own. */
  readonly name: string;
  readonly choose: (name: string) => void;
}

/** A choice of texts to begin with. One's own text stays among them. */
export function StartFrom({ examples, name, choose }: StartFromProps) {
  const groups = [...new Set(examples.map(({ group }) => group))];
  return (
    <label>
      Start from{' '}
      <select value={name} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">Your own roster</option>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {examples
              .filter((example) => example.group === group)
              .map((example) => (
                <option key={example.name} value={example.name}>
                  {example.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
