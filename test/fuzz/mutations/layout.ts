import { isCollection, isScalar, parseDocument, visit } from 'yaml';
import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';

const scalarTypes = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'] as const;

/** The same document, printed with other styles of collections and scalars. */
function printed(text: string, random: Random): string {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return text;
  const share = random.pick([0, 0.05, 0.3]);
  visit(document, {
    Node: (_, node) => {
      if (isCollection(node) && random.chance(share)) (node as { flow?: boolean }).flow = random.chance(0.7);
      if (isScalar(node) && random.chance(share)) node.type = random.pick(scalarTypes);
    },
  });
  const options = {
    indent: random.pick([1, 2, 4]),
    indentSeq: random.chance(0.5),
    lineWidth: random.pick([0, 20, 40, 80]),
    minContentWidth: 0,
    flowCollectionPadding: random.chance(0.5),
    collectionStyle: random.pick(['any', 'any', 'any', 'block', 'flow'] as const),
    singleQuote: random.pick([true, false, null]),
  };
  try {
    return document.toString(options);
  } catch {
    // The library cannot print some of what it reads, such as a key that is not there.
    return text;
  }
}

const comments = ['# c', '#', '# c "', "# it's", '# c ]', '# c: d', '# }', '#\tc', '## c #', '# é'];
const befores = [' ', '\t', ' \t ', '  '];

/** A comment and a line break behind one of YAML's own characters. */
function commented(text: string, random: Random): string {
  const places = [...text.matchAll(/[[{,]|[-:?](?= )|[|>][-+]?$|$/gm)];
  if (places.length === 0) return text;
  const { index, 0: sign } = random.pick(places);
  const at = index + sign.length;
  const rest = sign === '' || text.charAt(at) === '\n' ? '' : `\n${random.pick(['', ' ', '    ', '        ', '\t'])}`;
  return text.slice(0, at) + random.pick(befores) + random.pick(comments) + rest + text.slice(at);
}

/** White space put beside one of YAML's own characters. */
function spaced(text: string, random: Random): string {
  const places = [...text.matchAll(/[[\]{},]|[:-](?= )/g)];
  if (places.length === 0) return text;
  const { index, 0: sign } = random.pick(places);
  const at = index + random.pick([0, sign.length]);
  return text.slice(0, at) + random.pick([' ', '\t', '\n', '\n  ', '\n    ', ' \t', ',']) + text.slice(at);
}

const starts = [
  '\ufeff',
  '---\n',
  '--- ',
  '--- # c\n',
  '%YAML 1.2\n---\n',
  '%YAML 1.1\n---\n',
  '%TAG ! tag:x,2000:\n---\n',
  '...\n',
  '# c\n',
  '\n',
  '!!map\n',
  '&a\n',
  '\t\n',
  '--- !!map\n',
  '\ufeff---\n',
  '--- |\n',
];
const ends = [
  '...\n',
  '---\n',
  '--- x\n',
  '# c',
  '\n\n',
  '...\n# c\n',
  '... # c\n',
  '...\n...\n',
  '\t',
  ' ',
  '\0',
  '...\n---\n',
  '\n...x\n',
  '\ufeff',
];

/** Documents printed in other styles, comments and blanks in odd places, markers at both ends. */
export const layoutMutations: Readonly<Record<string, Mutation>> = {
  printed,
  commented,
  'commented-again': commented,
  'commented-once-more': commented,
  spaced,
  'no-final-break': (text) => text.replace(/[\r\n]+$/, ''),
  'other-start': (text, random) => random.pick(starts) + text,
  'other-end': (text, random) => text + random.pick(ends),
};
