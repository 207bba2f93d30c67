/** A span of a paragraph: plain, bold (to be typed as shown) or italic (to be replaced). */
export type RoffSpan = string | { readonly bold: string } | { readonly italic: string };

/** A block of a manual page. */
export type Block =
  | { readonly kind: 'section' | 'subsection'; readonly title: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly RoffSpan[] }
  | { readonly kind: 'entry'; readonly term: readonly RoffSpan[]; readonly spans: readonly RoffSpan[] }
  | { readonly kind: 'example'; readonly lines: readonly string[] };

/** Header and footer of a manual page. */
export interface Heading {
  readonly name: string;
  readonly section: number;
  readonly source: string;
  readonly manual: string;
}

/** A manual page in the `man` macros. It has no date, so one version always gives the same page. */
export function renderManual({ name, section, source, manual }: Heading, blocks: readonly Block[]): string {
  const heading = ['.TH', quoted(name.toUpperCase()), section, '""', quoted(source), quoted(manual)].join(' ');
  const lines = blocks.flatMap(linesOf);
  // A heading starts a paragraph by itself.
  const needed = lines.filter((line, index) => line !== '.PP' || !/^\.S[HS] /.test(lines[index - 1] ?? ''));
  return `${[heading, '.nh', '.ad l', ...needed].join('\n')}\n`;
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'section':
      return [`.SH ${quoted(block.title)}`];
    case 'subsection':
      return [`.SS ${quoted(block.title)}`];
    case 'paragraph':
      return ['.PP', text(block.spans)];
    case 'entry':
      return ['.TP', text(block.term), text(block.spans)];
    case 'example':
      return ['.PP', '.RS 4', '.nf', ...block.lines.map((line) => text([line])), '.fi', '.RE'];
  }
}

/** A line of text; a leading dot or quote, which would start a request, is escaped. */
const text = (spans: readonly RoffSpan[]): string => spans.map(span).join('').replace(/^[.']/, '\\&$&');

function span(part: RoffSpan): string {
  if (typeof part === 'string') return escaped(part);
  return 'bold' in part ? `\\fB${escaped(part.bold)}\\fR` : `\\fI${escaped(part.italic)}\\fR`;
}

/** Text escaped for roff, with hyphens as typed. */
const escaped = (plain: string): string =>
  plain
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]|[\\'`^~"-]/gu, (character) => glyphs[character] ?? `\\[u${hexadecimal(character)}]`);

const hexadecimal = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

const glyphs: Readonly<Record<string, string>> = {
  '\\': '\\(rs',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
  '"': '\\(dq',
  '…': '...',
};

const quoted = (argument: string): string => `"${escaped(argument)}"`;
