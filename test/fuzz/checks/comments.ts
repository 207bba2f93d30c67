import { Parser } from 'yaml';
import { parserText } from '../../../src/roster/yaml/parser-text.ts';

/** The comments of a text, as a reader of YAML sees them, in their order. */
export function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  const visit = (token: unknown): void => {
    if (typeof token !== 'object' || token === null) return;
    const { type, source } = token as { type?: unknown; source?: unknown };
    // Two of them may come to stand on one line.
    if (type === 'comment' && typeof source === 'string') comments.push(...source.trimEnd().split(/[ \t]+(?=#)/));
    Object.values(token).forEach(visit);
  };
  for (const token of new Parser().parse(parserText(text.replace(/^\ufeff/, '')))) visit(token);
  return comments;
}

/** The comments that one text has and another has not, or not as often. */
export function lostComments(before: string, after: string): readonly string[] {
  const left = [...commentsIn(after)];
  return commentsIn(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
