import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { briefAnswer } from '../../src/engine/answer.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Roster } from '../../src/model/roster.ts';
import { stances } from '../../src/model/stance.ts';
import { reportDocument } from '../../src/page/document.tsx';
import { verdictText } from '../../src/render/words/verdict.ts';
import { visible } from '../../src/text/escape-controls.ts';
import { repository } from '../support/bin.ts';
import { bundled, bundledRoster, dataBlockOf, markupOf, pageOf, reportOf, tagsOf, textOf } from '../support/report.ts';
import { readRoster, rosterOf, time } from '../support/rosters.ts';

const tidy = (text: string): string => visible(text).replace(/\s+/g, ' ');
const asset = (name: string): string => readFileSync(join(repository, 'dist', 'page', name), 'utf8');

const controls = new Set(['button', 'input', 'select', 'textarea', 'form', 'output', 'fieldset', 'label']);
const actsOf = (html: string): string[] =>
  tagsOf(html).flatMap(({ name, attributes }) =>
    Object.keys(attributes)
      .filter((key) => key === 'style' || key === 'srcdoc' || key.startsWith('on'))
      .map((key) => `${name} ${key}`),
  );

describe('a report reads without scripts', () => {
  test.each(bundled)('%s', (name) => {
    const roster = bundledRoster(name);
    const html = reportOf(roster);
    const text = textOf(html);
    const taken = snapshot(roster, pageOf(roster).at);
    const { holdouts } = tally(taken);
    expect(html).toContain(`<title>${tidy(roster.title)}</title>`);
    expect(text).toContain(tidy(roster.title));
    expect(text).toContain(verdictText(briefAnswer(roster, taken, '')).slice(1));
    for (const { name: member, why, wants } of holdouts) {
      expect(text).toContain(tidy(member));
      if (why !== undefined) expect(text).toContain(tidy(why));
      for (const want of wants) expect(text).toContain(tidy(want));
    }
  });

  test('what heads the counts by stance counts the same members', () => {
    const text = (members: unknown) => textOf(reportOf(rosterOf({ rule: 'consensus', members })));
    expect(text({ A: 'support', B: 'no-objection', C: 'recused', D: 'unclear' })).toContain('4 members: 1 holds out');
    expect(text({ A: 'support', B: 'unclear', C: {} })).toContain('3 members: 2 hold out');
    expect(text({ A: 'support' })).toContain('1 member: nobody holds out');
  });

  test.each(bundled)('and has no control that does nothing: %s', (name) => {
    const tags = tagsOf(reportOf(bundledRoster(name)));
    expect(tags.filter((tag) => controls.has(tag.name))).toEqual([]);
    expect(tags.filter(({ attributes }) => attributes.role === 'button')).toEqual([]);
  });

  test.each(bundled)('and has no style attribute and no handler: %s', (name) => {
    expect(actsOf(reportOf(bundledRoster(name)))).toEqual([]);
  });
});

describe('what is supposed does not look like fact', () => {
  const html = reportOf(bundledRoster('nato-2024'), { ifs: { HU: 'oppose' } });

  test('a bar says so before anything else does, without a control', () => {
    expect(textOf(html)).toContain('What if. Assumptions, not statements: Hungary oppose');
    expect(tagsOf(html).filter(({ name }) => controls.has(name))).toEqual([]);
  });

  test('member, card and table are marked', () => {
    expect(textOf(html).match(/oppose, blocking \(assumed\)|oppose \(assumed\)/g)?.length).toBeGreaterThan(1);
    expect(markupOf(html)).toContain('tile what-if');
  });

  test('the command in the foot assumes the same', () => {
    expect(textOf(html)).toContain('rutte-tally status r.yaml --assume HU=oppose');
  });
});

const hostile = readRoster(readFileSync(join(repository, 'test', 'fixtures', 'hostile', 'r.yaml'), 'utf8'));

const evil = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  '<!--<script>',
  "x'); alert(3)//",
  '\u202egnp.exe\u2066',
  'a\u0000b\u2028c',
  ']]><svg onload=alert(4)>',
  '</style><style>*{display:none}',
];
const addresses = [
  'javascript:alert(5)',
  'data:text/html,<script>alert(6)</script>',
  'https://user@example.org/',
  'https://example.org/"onclick="alert(7)',
  ' javascript:alert(8)',
];

/** Closed lists, dates and numbers are as they were; all else is evil, also where no reader would let it in. */
function madeEvil(roster: Roster): Roster {
  let index = 0;
  const words = new Set<string>([...stances, 'count', 'all', 'any', 'members', 'absolute', 'share', 'all-but']);
  const kept = /^(?:kind|comparison|basis|status|outcome|numerator|denominator|value|by\.members)$/;
  return JSON.parse(JSON.stringify(roster), (key: string, value: unknown) => {
    if (typeof value !== 'string' || words.has(value) || kept.test(key) || /^\d{4}-\d\d/.test(value)) return value;
    index += 1;
    if (key === 'url') return addresses[index % addresses.length];
    return `${evil[index % evil.length]}${/^[A-Z]{2}$/.test(value) ? value : ''}`;
  }) as Roster;
}

describe.each([
  ['a roster that tries everything', hostile],
  ['a roster of evil texts that no reader would accept', madeEvil(bundledRoster('unsc-2024-02-20'))],
  ['the same of another roster', madeEvil(bundledRoster('nato-2024'))],
] as const)('%s', (_, roster) => {
  const html = reportOf(roster, {
    ifs: { [evil[0] as string]: 'support' },
    origin: evil[1] as string,
    designator: evil[2] as string,
    version: evil[3] as string,
  });

  test('adds no element and no attribute that acts', () => {
    const tags = tagsOf(html);
    expect(
      tags.filter(({ name }) => /^(?:img|iframe|base|object|embed|form|foreignobject|image|use)$/.test(name)),
    ).toEqual([]);
    expect(tags.filter(({ name }) => name === 'script')).toHaveLength(2);
    expect(tags.filter(({ name }) => name === 'style')).toHaveLength(1);
    expect(actsOf(html)).toEqual([]);
    expect(html.includes('<!--')).toBe(false);
  });

  test('cannot end its data block, which still says the same', () => {
    const block = dataBlockOf(html);
    expect(block).not.toMatch(/[<>&\u2028\u2029\u007f-\u009f]|\p{Cf}/u);
    expect(JSON.parse(block).roster).toEqual(JSON.parse(JSON.stringify(roster)));
    expect(html.slice(html.indexOf(block) + block.length)).toMatch(
      /^<\/script>\n<script>let x;<\/script>\n<\/body>\n<\/html>\n$/,
    );
  });

  test('leads nowhere but to the web', () => {
    const targets = tagsOf(html).flatMap(({ attributes: { href } }) => (href === undefined ? [] : [href]));
    expect(targets.filter((target) => !/^https?:\/\/[^/@]+\//.test(target))).toEqual(['data:,']);
  });

  test('shows no control character and nothing that hides or turns text', () => {
    const hidden = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
    expect(markupOf(html).replaceAll('\n', '').match(hidden)?.[0]).toBeUndefined();
  });
});

describe('the file', () => {
  const page = pageOf(bundledRoster('nato-2024'), { ifs: { HU: 'support' } });

  test('is the same from the same', () => {
    const assets = { script: 'let x;', style: 'p{}' };
    expect(reportDocument(structuredClone(page), assets)).toBe(reportDocument(page, assets));
  });

  test.each(['</script>', '</STYLE >', '<!--'])('is not made with an asset that has %s in it', (text) => {
    expect(() => reportDocument(page, { script: text, style: '' })).toThrow('would end its element');
    expect(() => reportDocument(page, { script: '', style: text })).toThrow('would end its element');
  });

  test('lets run its own script alone, and asks nobody', () => {
    const policy = tagsOf(reportOf(page.roster)).find(({ attributes }) => attributes['http-equiv'] !== undefined);
    const hash = createHash('sha256').update('let x;').digest('base64');
    expect(policy?.attributes.content).toContain("default-src 'none'");
    expect(policy?.attributes.content).toContain(`script-src 'sha256-${hash}'`);
    expect(policy?.attributes.content).toContain("require-trusted-types-for 'script'");
  });

  test('has no table of more than 2,000 members, and no ribbons of more than 200', () => {
    const many = (count: number): string => {
      const members = Array.from({ length: count }, (_, index) => [
        `M${index}`,
        index % 2 === 0 ? { stance: 'support', date: '2024-02-01' } : {},
      ]);
      return reportOf(
        rosterOf({ rule: 'simple-majority', 'as-of': '2024-03-01', members: Object.fromEntries(members) }),
      );
    };
    const rows = (html: string): number => html.match(/<th scope="row">M/g)?.length ?? 0;
    const [few, some, most] = [many(200), many(201), many(2001)];
    expect([rows(few), rows(some), rows(most)]).toEqual([200, 201, 0]);
    expect([few, some, most].map((html) => html.includes('class="pic ribbons"'))).toEqual([true, false, false]);
  });

  test('has no history where nothing is dated', () => {
    const undated = reportOf(rosterOf({ 'as-of': '2024-03-01', members: { A: 'support', B: {} } }));
    expect(undated).not.toContain('class="pic river"');
    expect(textOf(undated)).toContain('Undeclared (1): B');
  });

  test('is dated by a month and by an instant as well', () => {
    expect(textOf(reportOf(page.roster, { at: time('2024-05') }))).toContain('--as-of 2024-05');
    expect(textOf(reportOf(page.roster, { at: time('2024-05-02T10:00:00Z') }))).toContain('2 May 2024, 10:00 UTC');
  });

  // Most of the script is the engine and the words that it shares with terminals.
  test('stays within its budget', () => {
    const [script, style] = [asset('report.js'), asset('report.css')];
    const html = reportDocument(pageOf(page.roster), { script, style });
    expect(script.length).toBeLessThan(221_000);
    expect(gzipSync(script).length).toBeLessThan(83_000);
    expect(style.length).toBeLessThan(16_000);
    expect(Buffer.byteLength(html)).toBeLessThan(389_000);
  });
});
