import { describe, expect, test } from 'vitest';
import type { DiagnosticCode } from '../../src/model/diagnostic.ts';
import { diagnose } from '../../src/roster/diagnose/diagnose.ts';
import { mostMistakes } from '../../src/roster/limits/mistakes.ts';
import { mostSeparators } from '../../src/roster/limits/separators.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { checked } from '../../src/roster/read/read-roster.ts';
import { readValues } from '../../src/roster/yaml/values.ts';
import {
  type Brief,
  brief,
  expectSound,
  fragments,
  rosterIn,
  rosterText,
  under,
  withMember,
} from '../support/texts.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

describe('what is no roster at all is answered', () => {
  test.each<[string, string, DiagnosticCode]>([
    ['nothing', '', 'empty-document'],
    ['a line', '\n', 'empty-document'],
    ['blanks', '  \n \n\n   ', 'empty-document'],
    ['tabs', '\t\n\t', 'empty-document'],
    ['a comment', '# soon', 'empty-document'],
    ['a byte order mark', '\ufeff', 'empty-document'],
    ['a document’s start', '---', 'empty-document'],
    ['a document’s start and end', '---\n...\n', 'empty-document'],
    ['a document’s end', '...\n', 'empty-document'],
    ['an anchor', '&a', 'empty-document'],
    ['empty quotes', '""', 'empty-document'],
    ['an empty block of text', '|\n', 'empty-document'],
    ['a word', 'hello', 'not-a-mapping'],
    ['a number', '42', 'not-a-mapping'],
    ['null', 'null', 'not-a-mapping'],
    ['quotes', '"hello"', 'not-a-mapping'],
    ['lines of prose', 'To whom it may concern,\nwe agree.\n', 'not-a-mapping'],
    ['a list', '- a\n- b\n', 'not-a-mapping'],
    ['an empty list', '[]', 'not-a-mapping'],
    ['a dash', '-', 'not-a-mapping'],
    ['an empty mapping', '{}', 'missing-key'],
    ['a colon', ':', 'missing-key'],
    ['a question mark', '?', 'missing-key'],
    ['HTML', '<!DOCTYPE html>\n<html><body>404</body></html>\n', 'not-a-mapping'],
    ['CSV', 'NL,support\nBE,oppose\n', 'not-a-mapping'],
    [
      'a merge conflict',
      'title: t\n<<<<<<< HEAD\nrule: consensus\n=======\nrule: unanimity\n>>>>>>> b\n',
      'yaml-syntax',
    ],
    ['a NUL', '\0', 'yaml-syntax'],
    ['UTF-16 read as UTF-8', 't\0i\0t\0l\0e\0:\0 \0t\0', 'yaml-syntax'],
    ['half a surrogate pair', '\ud83d', 'yaml-syntax'],
  ])('%s', (_, text, code) => {
    const { diagnostics } = expectSound(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(parseRoster(text).ok).toBe(false);
  });

  test.each(fragments)('%j, alone and behind what it may follow', (fragment) => {
    for (const before of ['', fragment, 'a', 'a: ', '- ', '[', '{', '"', "'"]) {
      expect(expectSound(`${before}${fragment}`).valid).toBe(false);
    }
  });

  test('more than one document', () => {
    for (const separator of ['---\n', '...\n---\n', '---\n---\n', '--- \n']) {
      const text = `${rosterText()}${separator}${rosterText()}`;
      expect(expectSound(text).diagnostics[0]?.code).toBe('several-documents');
    }
    expect(brief(`${rosterText()}---`).map(([code]) => code)).toEqual(['several-documents']);
    expect(expectSound(`---\n${rosterText()}...\n# the end\n`).valid).toBe(true);
  });
});

describe('YAML that is broken is told where', () => {
  test.each<[string, string]>([
    ['an unclosed double quote', 'title: "t\nrule: consensus\nmembers: { NL: support }\n'],
    ['an unclosed single quote', "title: 't\nrule: consensus\nmembers: { NL: support }\n"],
    ['a quote unclosed at the very end', rosterText({ rest: 'note: "' })],
    ['an unclosed brace', rosterText({ members: '{ NL: support' })],
    ['an unclosed bracket', withMember('{ stance: conditional, wants: [a, b }')],
    ['a bracket that nobody opened', rosterText({ rest: ']' })],
    ['a brace too many', rosterText({ members: '{ NL: support }}' })],
    ['brackets that cross', withMember('{ wants: [a}, stance: b]')],
    ['a tab for indentation', 'title: t\nrule: consensus\nmembers:\n\tNL: support\n'],
    ['a tab before a key', '\ttitle: t\n\trule: consensus\n'],
    ['uneven indentation', 'title: t\nrule: consensus\nmembers:\n  NL: support\n BE: support\n'],
    ['a key without a colon', 'title: t\nrule\nmembers: { NL: support }\n'],
    ['a colon in plain text', 'title: a: b\nrule: consensus\nmembers: { NL: support }\n'],
    ['a value on a mapping’s line', 'title: t\nmembers: x\n  NL: support\n'],
    ['an unknown escape', 'title: "\\q"\nrule: consensus\nmembers: { NL: support }\n'],
    ['half an escape', 'title: "\\u12"\nrule: consensus\nmembers: { NL: support }\n'],
    ['a reserved character', 'title: @t\nrule: consensus\nmembers: { NL: support }\n'],
    ['a comma too many', rosterText({ members: '{ NL: support,, BE: support }' })],
    ['a comment that touches', rosterText({ rest: 'note: "a"#b\n' })],
    ['a key over two lines', 'title: t\nrule: consensus\nmembers:\n  "a\n  b": support\n'],
    ['a bad block header', rosterText({ rest: 'note: |x\n  a\n' })],
    ['text after a document’s end', `${rosterText()}... x\n`],
    ['another version of YAML', `%YAML 2.0\n---\n${rosterText()}`],
    ['a NUL in plain text', 'title: a\0b\nrule: consensus\nmembers: { NL: support }\n'],
    ['a bell', 'title: a\u0007b\nrule: consensus\nmembers: { NL: support }\n'],
    ['an escape character', 'title: "a\u001b[31mb"\nrule: consensus\nmembers: { NL: support }\n'],
    ['a delete character', 'title: a\u007fb\nrule: consensus\nmembers: { NL: support }\n'],
    ['half a surrogate pair', 'title: a\ud83db\nrule: consensus\nmembers: { NL: support }\n'],
    ['the other half', 'title: a\ude00b\nrule: consensus\nmembers: { NL: support }\n'],
    ['half a surrogate pair as a code', rosterText({ members: '{ \ud83d: support }' })],
    ['a noncharacter', 'title: a\uffffb\nrule: consensus\nmembers: { NL: support }\n'],
  ])('%s', (_, text) => {
    const { valid, diagnostics } = expectSound(text);
    expect(valid).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain('yaml-syntax');
  });

  test('NL:support is no entry, for want of a space', () => {
    expect(brief(rosterText({ members: '{ NL:support }' })).map(([code]) => code)).toContain('invalid-code');
    expect(brief('title: t\nrule: consensus\nmembers:\n  NL:support\n')).toEqual([['not-a-mapping', 'NL:support']]);
  });

  test('half a surrogate pair in quotes is text like other text', () => {
    for (const half of ['\ud83d', '\ude00', '\\ud83d', '\\ude00']) {
      const text = `title: "a${half}b"\nrule: consensus\nmembers: { NL: support }\n`;
      expect(expectSound(text).valid).toBe(true);
      expectSound(text.replace('consensus', half));
    }
  });

  test('control characters may be written as escapes', () => {
    expect(rosterIn('title: "a\\u0007\\0b"\nrule: consensus\nmembers: { NL: support }\n').title).toBe('a\u0007\0b');
  });
});

describe('what the two readers of YAML see differently is refused with its place', () => {
  test.each<[string, string, readonly [string, string]]>([
    [
      'the same behind an anchor',
      withMember('{ stance: oppose, why: &x "one\\\n\n   two" }'),
      ['a backslash at the end of a line, and an empty line after it', '\\'],
    ],
    [
      'an escape beyond Unicode',
      withMember('{ stance: oppose, why: "\\U00110000" }'),
      ['invalid escape sequence \\U00110000', '\\'],
    ],
    [
      'a key of more than 1,024 characters',
      `${rosterText()}sources:\n  ${'x'.repeat(1100)}: {}\n`,
      [
        'the : indicator must be at most 1024 chars after the start of an implicit block mapping key',
        'xxxxxxxxxxxxxxxxxxxx',
      ],
    ],
    [
      'a second end between carriage returns',
      `${rosterText()}...\n...\n`.replaceAll('\n', '\r'),
      ['a second document begins here, but a file holds one roster', ''],
    ],
    [
      'a bare tag before an explicit key',
      'title: t\nrule: consensus\nmembers:\n  ? ! NL\n  : support\n',
      ['tags are not allowed in rosters', '!'],
    ],
    [
      'a key behind a quote in a list',
      `${rosterText()}groups:\n  g:\n  - "NL"BE: [BE]\n`,
      ['unexpected scalar token', 'BE'],
    ],
    [
      'a key behind a bracket in a list',
      `${rosterText()}groups:\n  g:\n  - [NL]BE: [BE]\n`,
      ['a key must be text, not a list or a mapping', '['],
    ],
    ['a tag of a mapping before an empty text', withMember('!!map ""'), ['tags are not allowed in rosters', '!!map']],
    [
      'a tab before a comment behind a block',
      `${rosterText()}note: |\n  a\n\t# c\n`,
      ['block scalar lines must not be less indented than their first line', '\t'],
    ],
    [
      'a tab before the colon of an explicit key',
      'title: t\nrule: consensus\nmembers:\n  ? NL\n  \t: support\n',
      ['tabs are not allowed as indentation', '\t'],
    ],
    [
      'an anchor behind a tab',
      'title: t\nrule: consensus\nmembers:\n  NL:\n   \t&x support\n',
      ['tabs are not allowed as indentation', '\t'],
    ],
    ['a start that is indented', ` ---\n${rosterText()}`, ['a key on several lines', '---\ntitle']],
    [
      'a start behind a tab and a comment',
      `# a\n\t---\n${rosterText()}`,
      ['tabs are not allowed as indentation', '\t'],
    ],
    [
      'a list behind a byte order mark and a colon',
      '\ufeff: - a\n',
      ['unexpected block-seq-ind on same line with key', '-'],
    ],
    [
      'an anchor behind a dash and a tab',
      `${rosterText()}groups:\n  g:\n  -\t&x NL\n`,
      ['tabs are not allowed as indentation', '\t'],
    ],
    [
      'an anchor and a tag behind a question mark and a tab',
      'title: t\nrule: consensus\nmembers:\n  ? \t &x !!str NL\n  : support\n',
      ['tabs are not allowed as indentation', ' \t '],
    ],
    [
      'a tab between braces',
      withMember('{ stance: oppose,\twhy: it costs }'),
      ['a tab before a value, or between braces or brackets', 'w'],
    ],
    [
      'a tab before a brace',
      'title: t\nrule: consensus\nmembers:\n  NL:\t{ stance: oppose }\n',
      ['a tab before a value, or between braces or brackets', 's'],
    ],
    [
      'an escaped end of a line before an empty one',
      withMember('{ stance: oppose, why: "one\\\n\n   two" }'),
      ['a backslash at the end of a line, and an empty line after it', '\\'],
    ],
    [
      'the same with other ends of line',
      withMember('{ stance: oppose, why: "one\\\r\n\r\n   two" }'),
      ['a backslash at the end of a line, and an empty line after it', '\\'],
    ],
    [
      'the same in a key',
      withMember('{ "stan\\\n\n   ce": oppose }'),
      ['"stan ce" is not a key of a member', '"stan\\\n\n   ce"'],
    ],
    [
      'a line with a tab in a block',
      rosterText({ rest: 'note: |\n  a\n  \t\n  b\n' }),
      ['a line of blanks with a tab', ' '],
    ],
    [
      'a mapping behind a tag on the line of its key',
      'title: t\nrule: consensus\nmembers:\n  NL: ! name: x\n',
      ['the text contains ": ", which begins a mapping', '!'],
    ],
    [
      'a mapping behind an anchor there',
      'title: t\nrule: consensus\nmembers:\n  NL: &x name: x\n',
      ['the text contains ": ", which begins a mapping', '&'],
    ],
    [
      'an anchor that ends in a colon',
      'title: &x: t\nrule: consensus\nmembers: { NL: support }\n',
      ['anchor ending in : is ambiguous', ':'],
    ],
    ['a tag with nothing behind it', withMember('!!map'), ['tags are not allowed in rosters', '!!map']],
    ['a bare tag before a key', rosterText({ members: '{ ! NL: support }' }), ['tags are not allowed in rosters', '!']],
    [
      'a mapping on the line of an empty key',
      `${rosterText()}: a: b\n`,
      ['the text contains ": ", which begins a mapping', 'a'],
    ],
    ['a list there', `${rosterText()}sources:\n  : - a\n`, ['unexpected block-seq-ind on same line with key', '-']],
    [
      'a second end of the document',
      `${rosterText()}...\n# more\n...\n`,
      ['a second document begins here, but a file holds one roster', ''],
    ],
    [
      'a second end behind a byte order mark',
      `${rosterText()}...\n\ufeff...\n`,
      ['a second document begins here, but a file holds one roster', ''],
    ],
  ])('%s', (_, text, said) => {
    const { diagnostics } = expectSound(text);
    const { message, span } = diagnostics.find(({ severity }) => severity === 'error') ?? {};
    expect([message, under(text, span).slice(0, 20)]).toEqual(said);
  });
});

describe('what the two readers of YAML see differently is still answered in one way', () => {
  test.each([
    ['lines that end in a bare carriage return', rosterText().replaceAll('\n', '\r')],
    ['one of them', rosterText().replace('\n', '\r')],
    ['a directive that nobody knows', `%NEW thing\n---\n${rosterText()}`],
    ['a later version of YAML', `%YAML 1.3\n---\n${rosterText()}`],
    ['a line with nothing but a tab inside of a block of text', rosterText({ rest: 'note: |\n  a\n\t\n' })],
    ['a document that begins with the end of one', `...\n${rosterText()}`],
    ['a comment at the margin among braces', '{ title: t, rule: consensus, members: { NL: support }\n# c\n}\n'],
  ])('%s, valid', (_, text) => {
    expectSound(text);
  });

  test.each<[string, string, DiagnosticCode]>([
    [
      'lines that end in a bare carriage return',
      rosterText({ rule: 'concensus' }).replaceAll('\n', '\r'),
      'unknown-rule',
    ],
    ['a directive that nobody knows', `%NEW thing\n---\n${rosterText({ rule: 'concensus' })}`, 'unknown-rule'],
    ['the end of a document before it', `# none\n...\n${rosterText({ rule: 'concensus' })}`, 'unknown-rule'],
  ])('%s, with a mistake', (_, text, code) => {
    const { diagnostics } = expectSound(text);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).not.toContain('not-a-mapping');
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });
});

describe('aliases', () => {
  test('are refused one by one, and nothing is said about what they stand for', () => {
    const text = rosterText({
      members:
        '{ NL: &a { stance: support, wants: [&b x] }, BE: *a, LU: { stance: conditional, wants: [*b, *c] }, FR: *d }',
      rest: 'claims: [{ date: *e, holdouts: *f }]\n',
    });
    expect(brief(text)).toEqual([
      ['alias', '*a'],
      ['alias', '*b'],
      ['alias', '*c'],
      ['alias', '*d'],
      ['alias', '*e'],
      ['alias', '*f'],
    ]);
    expectSound(text);
  });

  test('are told together with the other mistakes', () => {
    const text = rosterText({ rule: 'concensus', members: '{ NL: *a, BE: suport }' });
    expect(brief(text).map(([code]) => code)).toEqual(['unknown-rule', 'alias', 'unknown-stance']);
  });

  test('to themselves are refused', () => {
    expect(brief(rosterText({ members: '&a { NL: *a }' }))).toEqual([['alias', '*a']]);
    expect(expectSound('&a [*a]').valid).toBe(false);
    expect(expectSound('&a { title: *a, rule: *a, members: *a }').valid).toBe(false);
  });

  test('do not multiply: a billion laughs are forty', () => {
    const laughs = lines(20, (index) => {
      const item = index === 0 ? '"lol"' : `*l${index - 1}`;
      return `  l${index}: &l${index} [${Array(10).fill(item).join(', ')}]`;
    });
    const text = rosterText({ rest: `groups:\n${laughs}\n` });
    const { diagnostics, more } = expectSound(text);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['unknown-member', 'repeated-item', 'alias']));
    expect(diagnostics.filter(({ code }) => code === 'alias').length).toBeGreaterThan(50);
    expect(diagnostics.length + more).toBeLessThan(250);
  });

  test('as keys are aliases, not lists', () => {
    expect(brief(rosterText({ members: '{ &a NL: support, *a : oppose }' })).map(([code]) => code)).toEqual(['alias']);
  });

  test('anchors that nobody uses do no harm', () => {
    expect(rosterIn('&r\ntitle: &t t\nrule: &u consensus\nmembers: &m { &n NL: &s support }\n')).toEqual(
      rosterIn('title: t\nrule: consensus\nmembers: { NL: support }\n'),
    );
  });
});

describe('tags', () => {
  test.each([
    ['!vote', '!vote support'],
    ['!!binary', '!!binary c3VwcG9ydA=='],
    ['!!bool', '!!bool support'],
    ['!!null', '!!null support'],
    ['!!timestamp', '!!timestamp support'],
    ['!!seq', '!!seq support'],
    ['!<tag:example.org,2024:x>', '!<tag:example.org,2024:x> support'],
    ['!e!x', '!e!x support'],
    ['!!js/function', '!!js/function support'],
    ['!!python/object', '!!python/object support'],
    ['!!set', '!!set { support }'],
    ['!!omap', '!!omap [support]'],
  ])('%s is refused', (tag, written) => {
    const text = withMember(written);
    const { valid, diagnostics } = expectSound(text);
    expect(valid).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toContain('tag');
    expect(brief(text).find(([code]) => code === 'tag')?.[1]).toBe(tag);
  });

  test.each(['!foo', '!!omap'])('%s on the whole document is refused', (tag) => {
    expect(brief(`${tag}\n${rosterText()}`)).toEqual([['tag', tag]]);
  });

  test('of what is there anyway change nothing', () => {
    const text = '!!map\ntitle: !!str t\nrule: ! consensus\nmembers: !!map { !!str NL: !!str support }\n';
    expect(rosterIn(text)).toEqual(rosterIn('title: t\nrule: consensus\nmembers: { NL: support }\n'));
    expectSound(text);
  });

  test('on keys are tags, not lists', () => {
    expect(brief(rosterText({ members: '{ BE: support, !x NL: support }' }))).toEqual([['tag', '!x']]);
  });
});

describe('keys that are no text', () => {
  test.each([
    ['a list', '{ LU: support, [NL, BE]: support }'],
    ['a mapping', '{ LU: support, { NL: BE }: support }'],
    ['a list in a block', '\n  LU: support\n  ? - NL\n    - BE\n  : support'],
    ['a mapping in a block', '\n  LU: support\n  ? NL: BE\n  : support'],
  ])('are refused: %s', (_, members) => {
    const text = rosterText({ members });
    expect(brief(text).map(([code]) => code)).toEqual(['complex-key']);
    expectSound(text);
  });

  test('are told together with the other mistakes', () => {
    const text = rosterText({ rule: 'concensus', members: '{ [NL]: support, BE: suport }' });
    expect(brief(text).map(([code]) => code)).toEqual(['unknown-rule', 'complex-key', 'unknown-stance']);
  });

  test('and no keys at all are refused for what they are', () => {
    expect(brief(rosterText({ members: '{ NL: support, : support }' })).map(([code]) => code)).toEqual([
      'invalid-code',
    ]);
    expect(brief(`${rosterText()}: x\n`).map(([code]) => code)).toEqual(['unknown-key']);
    expect(
      brief(rosterText({ rest: 'claims: [{ date: 2024-01-01, supporting: 1, : }]' })).map(([code]) => code),
    ).toEqual(['unknown-key']);
  });
});

describe('merge keys', () => {
  test.each<[string, string, Brief]>([
    ['among the members', rosterText({ members: '{ NL: support, <<: { BE: support } }' }), [['invalid-code', '<<']]],
    ['in a member', withMember('{ <<: { stance: support } }'), [['unknown-key', '<<']]],
    ['at the top', `${rosterText()}<<: { body: x }\n`, [['unknown-key', '<<']]],
  ])('are keys like others %s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected);
    expectSound(text);
  });

  test('merge nothing where any key will do', () => {
    const roster = rosterIn(withMember('{ weights: { <<: 1, a: 2 } }', 'groups: { <<: [NL] }\n'));
    expect(roster.members[0]?.weights).toEqual({ '<<': [{ value: '1' }], a: [{ value: '2' }] });
    expect(roster.groups).toEqual({ '<<': ['NL'] });
    expectSound(withMember('{ weights: { <<: 1 } }'));
  });
});

/** Every mapping that a roster can have, with a place for one more entry. */
const mappings: readonly (readonly [name: string, first: string, text: (entry: string) => string])[] = [
  ['the roster', 'title', (entry) => rosterText({ rest: `${entry}\n` })],
  ['groups', 'g', (entry) => rosterText({ rest: `groups: { g: [], ${entry} }\n` })],
  ['members', 'NL', (entry) => rosterText({ members: `{ NL: support, ${entry} }` })],
  ['a member', 'stance', (entry) => withMember(`{ stance: support, ${entry} }`)],
  ['weights', 'w', (entry) => withMember(`{ weights: { w: 1, ${entry} } }`)],
  ['a position', 'stance', (entry) => withMember(`{ positions: [{ stance: support, ${entry} }] }`)],
  ['a claim', 'date', (entry) => rosterText({ rest: `claims: [{ date: 2024-01-01, supporting: 1, ${entry} }]\n` })],
  ['candidates', 'Ana', (entry) => rosterText({ rest: `candidates: { Ana: {}, ${entry} }\n` })],
  ['a candidate', 'member', (entry) => rosterText({ rest: `candidates: { Ana: { member: NL, ${entry} } }\n` })],
  [
    'an event',
    'status',
    (entry) => rosterText({ rest: `candidates: { A: { history: [{ status: declared, ${entry} }] } }\n` }),
  ],
  ['a milestone', 'name', (entry) => rosterText({ rest: `milestones: [{ date: 2024-01-01, name: n, ${entry} }]\n` })],
  [
    'a decision',
    'outcome',
    (entry) => rosterText({ rest: `decision: { date: 2024-01-01, outcome: adopted, ${entry} }\n` }),
  ],
  [
    'an expectation',
    'outcome',
    (entry) => rosterText({ rest: `expect: [{ as-of: 2024-01-01, outcome: open, ${entry} }]\n` }),
  ],
  ['sources', 's', (entry) => rosterText({ rest: `sources: { s: {}, ${entry} }\n` })],
  ['a source', 'title', (entry) => rosterText({ rest: `sources: { s: { title: t, ${entry} } }\n` })],
  ['a criterion', 'count', (entry) => rosterText({ rule: `{ count: support, at-least: 1, ${entry} }` })],
  [
    'a criterion inside',
    'count',
    (entry) => rosterText({ rule: `{ all: [{ count: support, at-least: 1, ${entry} }] }` }),
  ],
  ['all', 'all', (entry) => rosterText({ rule: `{ all: [consensus], ${entry} }` })],
  ['any', 'any', (entry) => rosterText({ rule: `{ any: [consensus], ${entry} }` })],
  ['consensus', 'consensus', (entry) => rosterText({ rule: `{ consensus: { except: [NL] }, ${entry} }` })],
  ['an exception', 'except', (entry) => rosterText({ rule: `{ consensus: { except: [NL], ${entry} } }` })],
  ['silence', 'silence', (entry) => rosterText({ rule: `{ silence: 2024-01-01, ${entry} }` })],
];

describe.each(mappings)('a key of %s', (name, first, textWith) => {
  const open = ['groups', 'members', 'weights', 'candidates', 'sources'];

  test('that is there twice is reported, with the first', () => {
    const text = textWith(`"${first}": x`);
    expectSound(text);
    const { diagnostics } = diagnose(text);
    const [{ code, span, related } = {}, ...rest] = diagnostics.filter(
      (diagnostic) => diagnostic.code === 'duplicate-key',
    );
    expect(code).toBe('duplicate-key');
    expect(rest).toEqual([]);
    expect(text.slice(span?.start, span?.end)).toBe(`"${first}"`);
    expect(text.slice(related?.span.start, related?.span.end)).toBe(first);
    expect(diagnostics).toHaveLength(1);
  });

  test('cannot be __proto__', () => {
    for (const key of ['__proto__', '"__proto__"', "'__proto__'", '"\\u005f_proto__"']) {
      const text = textWith(`${key}: { title: x }`);
      expectSound(text);
      expect(brief(text).map(([code]) => code)).toEqual(['reserved-key']);
    }
    expect(expectSound(textWith('"__proto__": 1, "__proto__": 2')).valid).toBe(false);
  });

  test('cannot be __proto__ behind a blank', () => {
    const text = textWith('" __proto__ ": ');
    const { valid } = expectSound(text);
    expect(valid).toBe(false);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length', 'prototype'])(
    'may be named %s where names are free, and is unknown elsewhere',
    (key) => {
      const value = { groups: '[NL]', members: 'support', weights: '3' }[name] ?? '{}';
      const text = textWith(`${key}: ${value}`);
      expectSound(text);
      expect(brief(text).map(([code]) => code)).toEqual(open.includes(name) ? [] : ['unknown-key']);
      if (open.includes(name)) expect(JSON.stringify(rosterIn(text))).toContain(`"${key}"`);
    },
  );
});

describe('names from JavaScript', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__', '__defineGetter__'])(
    '%s is nothing that was never written',
    (name) => {
      const expected: readonly [string, DiagnosticCode][] = [
        [withMember(name), 'unknown-stance'],
        [withMember(`{ stance: support, source: ${name} }`), 'unknown-source'],
        [rosterText({ rule: name }), 'unknown-rule'],
        [rosterText({ rule: `{ by: ${name}, at-least: 1 }` }), 'missing-weight'],
        [rosterText({ rule: `{ among: ${name}, at-least: 1 }` }), 'unknown-group'],
        [rosterText({ rule: `{ among: [${name}], at-least: 1 }` }), 'unknown-member'],
        [rosterText({ rule: `{ count: ${name}, at-least: 1 }` }), 'unknown-stance'],
        [rosterText({ rest: `groups: { g: [${name}] }` }), 'unknown-member'],
        [rosterText({ rest: `claims: [{ date: 2024-01-01, holdouts: [${name}] }]` }), 'unknown-member'],
        [rosterText({ rest: `claims: [{ date: ${name}, holdouts: [] }]` }), 'invalid-date'],
        [rosterText({ rest: `decision: { date: 2024-01-01, outcome: ${name} }` }), 'unknown-value'],
        [rosterText({ rest: `candidates: { Ana: { member: ${name} } }` }), 'unknown-member'],
      ];
      for (const [text, code] of expected) expect(brief(text)).toEqual([[code, expect.stringContaining(name)]]);
    },
  );

  test('that are members, groups, weights and sources are found', () => {
    const roster = rosterIn(
      rosterText({
        rule: '{ all: [{ among: toString, at-least: 1 }, { by: valueOf, at-least: 1 }] }',
        members: '{ constructor: { stance: support, source: hasOwnProperty, weights: { valueOf: 1 } } }',
        rest: 'groups: { toString: [constructor] }\nsources: { hasOwnProperty: { title: t } }\n',
      }),
    );
    expect(roster.members[0]).toMatchObject({ code: 'constructor', name: 'constructor' });
    expect(roster.rule.criterion).toMatchObject({ of: [{ among: { only: ['constructor'] } }, { by: 'valueOf' }] });
  });

  test('leave JavaScript as it was', () => {
    for (const [, , textWith] of mappings) parseRoster(textWith('__proto__: { polluted: yes }'));
    for (const [, , textWith] of mappings) parseRoster(textWith('" __proto__": { polluted: yes }'));
    for (const [, , textWith] of mappings) parseRoster(textWith('constructor: { prototype: { polluted: yes } }'));
    expect('polluted' in {}).toBe(false);
  });
});

describe('nesting', () => {
  const depth = 5000;

  test.each([
    ['lists', `[`.repeat(depth)],
    ['closed lists', `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['mappings', '{ a: '.repeat(depth)],
    ['closed mappings', `${'{ a: '.repeat(depth)}${'}'.repeat(depth)}`],
    ['both', '[{ a: '.repeat(depth)],
    ['dashes', `\n  ${'- '.repeat(depth)}x`],
    ['connectives', `${'{ all: ['.repeat(depth)}consensus${'] }'.repeat(depth)}`],
    ['blocks', `\n${lines(1500, (index) => `${' '.repeat(index + 1)}a:`)}`],
    ['blocks of lists', `\n${lines(1500, (index) => `${' '.repeat(index + 1)}-`)}`],
  ])('of %s is no trouble', (_, nested) => {
    for (const text of [
      rosterText({ rule: nested }),
      rosterText({ rest: `note: ${nested}` }),
      rosterText({ rest: `body: *x\nnote: ${nested}` }),
      nested,
    ]) {
      const { valid, diagnostics } = expectSound(text);
      expect(valid).toBe(false);
      expect(diagnostics.map(({ code }) => code)).toContain('too-deep');
    }
  });

  test.each([
    ['title: "\\q"\n', '? '.repeat(depth)],
    ['title: @x\n', '['.repeat(depth)],
    ['title: a: b\n', '{ a: '.repeat(depth)],
    ['\ttitle: x\n', `\n${lines(1500, (index) => `${' '.repeat(index)} a:`)}`],
    ['title: a\0b\n', '['.repeat(depth)],
    ['%YAML 9\n', '{ a: '.repeat(depth)],
  ])('in a text that is broken before by %j is no trouble either', (before, nested) => {
    expect(expectSound(`${before}note: ${nested}`).valid).toBe(false);
  });

  test('of a hundred levels is read, and of one more is told once', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(brief(rosterText({ rest: `note: ${nested(99)}` })).map(([code]) => code)).toEqual(['not-text']);
    expect(brief(rosterText({ rest: `note: ${nested(100)}` })).map(([code]) => code)).toEqual(['too-deep']);
    expect(rosterIn(rosterText({ rule: `${'{ any: ['.repeat(48)}consensus${'] }'.repeat(48)}` })).rule.name).toBe(
      'custom',
    );
  });
});

describe('size', () => {
  const size = 2_000_000;

  test.each([
    ['letters', `title: ${'x'.repeat(size)}\n`],
    ['quotes', `title: "${'\\"'.repeat(size / 2)}"\n`],
    ['blanks', `title: a${' '.repeat(size)}b\n`],
    ['comment', `title: t # ${'#'.repeat(size)}\n`],
    ['emoji', `title: ${'😀'.repeat(size / 2)}\n`],
  ])('of two million characters of %s on one line is no trouble', (_, title) => {
    const good = `${title}rule: consensus\nmembers: { NL: support }\n`;
    expect(parseRoster(good).ok).toBe(true);
    const bad = `${title}rule: concensus\nmembers: { NL: support }\n`;
    expect(brief(bad)).toEqual([['unknown-rule', 'concensus']]);
  });

  test('of a value does not get into the message', () => {
    for (const text of [withMember('x'.repeat(size)), rosterText({ members: `{ "${'😀'.repeat(1000)}": support }` })]) {
      for (const { message, hint = '' } of expectSound(text).diagnostics) {
        expect(message.length).toBeLessThan(400);
        expect(hint.length).toBeLessThan(400);
      }
    }
  });

  test('of five thousand members is no trouble', () => {
    const members = `\n${lines(5_000, (index) => `  M${index}: { stance: support, weights: { w: ${index} } }`)}`;
    const rule = '{ by: w, at-least: 2/3 }';
    expect(rosterIn(rosterText({ rule, members })).members).toHaveLength(5_000);
    const { more } = diagnose(rosterText({ rule: '{ by: v, among: { except: [M1] }, at-least: 2/3 }', members }));
    expect(more).toBe(0);
  });

  test('of five thousand keys that are the same is no trouble', () => {
    const { diagnostics, more } = diagnose(rosterText({ members: `\n${lines(5_000, () => '  NL: support')}` }));
    expect(diagnostics.length + more).toBe(4_999);
  });

  test('of two thousand lines that are no YAML is no trouble', () => {
    const text = `${rosterText()}${'@\n'.repeat(2_000)}`;
    expect(expectSound(text).more).toBeGreaterThan(0);
  });
});

test('a fault of the reader itself is not taken for one of the text', () => {
  const unreadable = { toString: () => expect.unreachable('read as text') } as unknown as string;
  expect(() => readValues(unreadable)).toThrow('read as text');
});

describe('more values than any roster has', () => {
  test.each([
    ['a list', `[${','.repeat(mostSeparators)},`],
    ['lines', '\n'.repeat(mostSeparators + 1)],
  ])('are refused in %s before they are made', (_, text) => {
    const { diagnostics, more } = diagnose(text);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['too-large', 'more than 5,000,000 commas, colons and lines, which is more than a roster needs'],
    ]);
    expect(text.slice(0, (diagnostics[0]?.span?.start ?? 0) + 1).replace('[', '')).toHaveLength(mostSeparators + 1);
    expect(more).toBe(0);
  });

  test('are no other characters', () => {
    expect(readValues(`"${'a'.repeat(mostSeparators)},"`)).toHaveProperty('value');
  });
});

describe('more mistakes than anybody would read', () => {
  const many = 130_000;

  test.each([
    ['entries', 'not-a-mapping', { rest: `claims: [${'x,'.repeat(many)}]\n` }],
    ['stances', 'unknown-stance', { members: `\n${lines(12_000, (index) => `  M${index}: suport`)}` }],
    ['positions', 'unknown-key', { members: `\n  NL: { positions: [${'{ x: y },'.repeat(12_000)}] }` }],
    ['criteria', 'unknown-rule', { rule: `{ all: [${'x,'.repeat(12_000)}] }` }],
    ['keys', 'unknown-key', { rest: lines(12_000, (index) => `key-${index}: x`) }],
    ['codes', 'unknown-member', { rest: `groups: { all: [${'x,'.repeat(12_000)}] }\n` }],
  ])('in %s are said to be too many, and the first are listed', (_, code, parts) => {
    const { valid, diagnostics, more } = diagnose(rosterText(parts));
    expect(valid).toBe(false);
    expect(diagnostics).toHaveLength(100);
    expect(diagnostics[0]?.message).toBe('at least 10,000 mistakes, which are too many to list');
    expect(new Set(diagnostics.slice(1).map((diagnostic) => diagnostic.code))).toContain(code);
    expect(diagnostics.filter((diagnostic) => diagnostic.code === 'too-large')).toHaveLength(1);
    // What is not counted is not claimed.
    expect(more).toBe(0);
  });

  test('are no more than are looked for where a weight is missing', () => {
    const rule =
      '{ all: [{ by: size, among: [M0, XX], at-least: 1 }, { by: size, at-least: 1 }, { by: age, at-least: 1 }] }';
    const members = `\n  M0: { weights: { size: 1 } }\n${lines(12_000, (index) => `  M${index + 1}: support`)}`;
    const { diagnostics, more } = diagnose(rosterText({ rule, members }));
    expect(diagnostics[0]?.code).toBe('too-large');
    expect(new Set(diagnostics.slice(1).map(({ code }) => code))).toEqual(
      new Set(['unknown-member', 'missing-weight']),
    );
    expect([diagnostics.length, more]).toEqual([100, 0]);
  });

  test('are counted up to ten thousand', () => {
    const { more } = diagnose(rosterText({ members: `\n${lines(9_999, (index) => `  M${index}: suport`)}` }));
    expect(more).toBe(9_899);
  });

  test('leave what follows unseen', () => {
    let seen = 0;
    const claims = Array.from({ length: 30_000 }, () => ({
      get by(): string {
        seen += 1;
        return '';
      },
    }));
    const result = checked({ title: 't', rule: 'consensus', members: { NL: 'support' }, claims });
    expect(result.error?.issues.length).toBeGreaterThanOrEqual(mostMistakes);
    expect(seen).toBeLessThan(2 * mostMistakes);
  });

  test('do not make advice an error', () => {
    const text = rosterText({ members: `\n${lines(12_000, (index) => `  M${index}: oppose`)}` });
    const { valid, diagnostics, more } = diagnose(text, { today: '2024-06-01' });
    expect([valid, more]).toEqual([true, 0]);
    expect(diagnostics[0]).toMatchObject({
      code: 'too-large',
      severity: 'advice',
      message: 'at least 10,000 pieces of advice, which are too many to list',
    });
  });

  test('are no excuse for an error of another kind', () => {
    const value = {
      title: 't',
      rule: 'consensus',
      get members(): never {
        throw new TypeError('of the test');
      },
    };
    expect(() => checked(value)).toThrow('of the test');
  });
});
