import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import lua from 'highlight.js/lib/languages/lua';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { escapeHtml } from './html.js';

for (const [name, language] of Object.entries({ bash, javascript, json, lua, typescript, yaml }))
  hljs.registerLanguage(name, language);

/** A block of code as markup. What a terminal shows has its commands marked, and its output as it is. */
export function highlighted(code, language) {
  if (language === 'console')
    return escapeHtml(code).replace(/^\$ (.*)$/gm, '<span class="prompt">$ </span><span class="command">$1</span>');
  return hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : escapeHtml(code);
}
