/** A command as the runner of GitHub Actions reads it from a line of a step's output. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** All commands that the runner knows, also those that it refuses nowadays. */
const registered = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);

const unescapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
] as const;

const unescapeData = (text: string): string =>
  [...unescapes, ['%25', '%'] as const].reduce((read, [from, to]) => read.replaceAll(from, to), text);
const unescapeProperty = (text: string): string =>
  [...unescapes, ['%3A', ':'] as const, ['%2C', ','] as const, ['%25', '%'] as const].reduce(
    (read, [from, to]) => read.replaceAll(from, to),
    text,
  );

/** What a line of output is to the runner: a command in the syntax of today, or in the old one, anywhere in the line. */
function commandIn(line: string): Command | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  if (end >= 0) {
    const [name = '', ...rest] = trimmed.slice(2, end).split(' ');
    if (registered.has(name)) {
      const pairs = rest
        .join(' ')
        .trim()
        .split(',')
        .flatMap((pair) => {
          const at = pair.indexOf('=');
          return at > 0 && at < pair.length - 1 ? [[pair.slice(0, at), unescapeProperty(pair.slice(at + 1))]] : [];
        });
      return { name, properties: Object.fromEntries(pairs), data: unescapeData(trimmed.slice(end + 2)) };
    }
  }
  const [, info, data = ''] = /##\[([^\]]*)\](.*)/s.exec(line) ?? [];
  const name = info?.split(' ')[0] ?? '';
  return registered.has(name) ? { name, properties: {}, data } : undefined;
}

/** The commands in a step's output, line by line as .NET reads it. */
export function commandsIn(output: string): Command[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => commandIn(line) ?? []);
}

/** The outputs in a file of a step's outputs, as the runner reads it. */
export function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) outputs[line.slice(0, equals)] = line.slice(equals + 1);
    else if (heredoc > 0) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter);
      if (delimiter === '' || end < 0) throw new Error(`no delimiter ${JSON.stringify(delimiter)}`);
      outputs[line.slice(0, heredoc)] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n');
    } else throw new Error(`not an output: ${JSON.stringify(line)}`);
  }
  return outputs;
}
