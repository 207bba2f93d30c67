import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { reportDocument } from '../../src/page/document.tsx';
import { builtAssets, bundledPage, bundledRosters } from '../support/report-files.ts';

const { script, style } = builtAssets();

const thousand = 1000;

test('the script of a report takes at most 215 kB, and 80 kB packed', () => {
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(215 * thousand);
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(80 * thousand);
});

test('its style takes at most 16 kB', () => {
  expect(Buffer.byteLength(style)).toBeLessThanOrEqual(16 * thousand);
});

test('the report about the bundled example takes at most 400 kB', () => {
  const bytes = Buffer.byteLength(reportDocument(bundledPage('nato-2024'), { script, style }));
  expect(bytes).toBeLessThanOrEqual(400 * thousand);
});

test.each(bundledRosters)('the report about %s is the same twice, to the byte', (name) => {
  const write = (): string => reportDocument(bundledPage(name), { script, style });
  expect(write()).toBe(write());
});

test.each(bundledRosters)('the report about %s has no style in its attributes and no handlers', (name) => {
  const html = reportDocument(bundledPage(name), { script: '', style: '' });
  const [markup = ''] = html.split('<script type="application/json"');
  expect(markup).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/i);
  expect(markup).not.toMatch(/<(?:iframe|object|embed|base|form|img)\b/i);
});
