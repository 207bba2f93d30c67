import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionStates } from '../../src/model/decisions/summary.ts';
import type { Roster } from '../../src/model/roster.ts';
import { stances } from '../../src/model/stance.ts';
import { repository } from './bin.ts';
import { readRoster } from './rosters.ts';

/** What sets `ran` in a page that lets it run, and characters that mislead a reader. */
const evil = [
  '</script><script>window.ran=1</script>',
  'javascript:window.ran=2',
  '"><img src=x onerror=window.ran=3>',
  '<!--<script>',
  "x'); window.ran=4//",
  '\u202Egnp.exe\u2066',
  'a\u0000b\u001b[2J',
  ']]><svg onload=window.ran=5>',
  '" onfocus=window.ran=6 autofocus x="',
  '</style><style>*{background:url(https://example.org/)}',
];

/** Addresses that lead nowhere from a page. */
const addresses = [
  'javascript:window.ran=7',
  ' JavaScript:window.ran=8',
  'data:text/html,<script>window.ran=9</script>',
  'https://user@example.org/',
  'vbscript:x',
  '//example.org/',
  'http:/x',
  'https://ok.example/"onclick=window.ran=10',
];

/** The hostile roster of the fixtures, which a reader accepts. */
export const hostileRoster = (): Roster =>
  readRoster(readFileSync(join(repository, 'test', 'fixtures', 'hostile', 'r.yaml'), 'utf8'));

/** Fields whose texts the format closes: a list of its own, a time or a number. */
const closed = new Set([
  ...['kind', 'comparison', 'basis', 'status', 'outcome', 'value', 'min', 'max', 'numerator', 'denominator', 'by'],
  ...['about', 'to', 'of', 'member', 'code', 'text', 'day', 'stance', 'stances', 'quantity', 'unit', 'leaning'],
]);
const words = new Set<string>([...stances, ...decisionStates, 'un-security-council', 'members', 'support', 'oppose']);

/**
 * A roster with an evil text in every place that has free text, whatever a reader would accept: what reaches a page is not
 * harmless because it went through the reader.
 */
export function evilRoster(): Roster {
  const roster = readRoster(readFileSync(join(repository, 'data', 'unsc-2024-02-20.yaml'), 'utf8'));
  let turn = 0;
  const next = (texts: readonly string[]): string => texts[turn++ % texts.length] ?? '';
  const text = JSON.stringify(roster, (key, value: unknown) => {
    if (typeof value !== 'string' || closed.has(key) || words.has(value) || /^\d/.test(value)) return value;
    // Codes stay different, and known in lists.
    if (/^[A-Z]{2}$/.test(value) || /^\d+$/.test(key)) return value;
    return key === 'url' ? next(addresses) : next(evil);
  });
  return JSON.parse(text) as Roster;
}
