import { createHash } from 'node:crypto';
import { visible } from '../text/escape-controls.ts';
import type { PageAssets } from './ask/report-page.ts';

/** What is particular about an HTML file. */
interface HtmlParts {
  readonly title: string;
  /** The version of this program. */
  readonly version: string;
  /** Markup of the body. */
  readonly body: string;
  /** Data for the script, by the id of its element. */
  readonly data: readonly (readonly [id: string, value: unknown])[];
}

/**
 * An HTML file with its script, its style and its data in it, which may load nothing and send nothing.
 *
 * @throws Error for a script or a style that would end the element that it is in
 */
export function htmlDocument({ title, version, body, data }: HtmlParts, { script, style }: PageAssets): string {
  if (endsElement.test(script) || endsElement.test(style)) throw new Error('an asset would end its element');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const blocks = data.map(
    ([id, value]) => `<script type="application/json" id="${html(id)}">${inlineJson(value)}</script>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="rutte-tally ${html(version)}">
<title>${withoutCommands(html(visible(title)))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${withoutCommands(body)}
${blocks.join('')}<script>${script}</script>
</body>
</html>
`;
}

/** What an HTML parser would take for the end of a script or a style, or for a comment in it. */
const endsElement = /<\/(?:script|style)|<!--/i;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const html = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/**
 * Markup in which the runner of GitHub Actions finds no command where it is printed: escaped as any other text, its hashes
 * and its data would not be those of the page.
 */
const withoutCommands = (markup: string): string => markup.replaceAll('##[', '##&#91;');

/** Characters in which an HTML parser could find an end or a comment, a runner a command, and those that are invisible. */
const unsafeInline = /[<>&\u007f-\u009f\u2028\u2029]|(?<=##)\[|\p{Cf}/gu;

/** Data as JSON for a `script` element. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(unsafeInline, (character) =>
    Array.from(character, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
}
