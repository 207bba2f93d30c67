import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { visible } from '../text/escape-controls.ts';
import { answersOf } from './ask/answers.ts';
import { App } from './app.tsx';
import type { PageAssets, ReportPage } from './ask/report-page.ts';

/** A report as one HTML file, which reads without scripts and asks nobody for anything. Same input, same text. */
export function reportDocument(page: ReportPage, { script, style }: PageAssets): string {
  const body = renderToString(<App page={page} answers={answersOf(page)} />);
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
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="rutte-tally ${html(page.version)}">
<title>${html(visible(page.roster.title))}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page">${body}</div>
<script type="application/json" id="page-data">${inlineJson(page)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const html = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** Characters in which an HTML parser could find an end or a comment, and those that are invisible. */
const unsafeInline = /[<>&\u007f-\u009f\u2028\u2029]|\p{Cf}/gu;

/** Data as JSON for a `script` element. */
function inlineJson(page: ReportPage): string {
  return JSON.stringify(page).replace(unsafeInline, (character) =>
    Array.from(character, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
}
