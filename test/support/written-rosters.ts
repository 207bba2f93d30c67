import fc from 'fast-check';
import type { Plain } from './rosters.ts';

/** A roster's text written in one of many styles, and one of its members. */
export interface WrittenRoster {
  readonly text: string;
  readonly code: string;
  /** The member has a history on lines of its own, or nothing at all: a position can be added without a change. */
  readonly open: boolean;
}

const codes = ['NL', 'FR', 'NO', 'x-1', '007'] as const;

/** How a document is laid out. */
interface Style {
  readonly newline: string;
  readonly final: boolean;
  readonly members: number;
  readonly own: number;
  readonly list: number;
  readonly gap: number;
  readonly blank: boolean;
  readonly comments: boolean;
  readonly quotes: 'double' | 'single' | 'literal' | 'plain';
  readonly start: string;
  readonly end: string;
}

const style: fc.Arbitrary<Style> = fc.record({
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  final: fc.boolean(),
  members: fc.integer({ min: 1, max: 4 }),
  own: fc.integer({ min: 1, max: 4 }),
  list: fc.integer({ min: 0, max: 3 }),
  gap: fc.integer({ min: 1, max: 3 }),
  blank: fc.boolean(),
  comments: fc.boolean(),
  quotes: fc.constantFrom('double', 'single', 'literal', 'plain'),
  start: fc.constantFrom('', '---\n', '# first\n', '%YAML 1.2\n---\n'),
  end: fc.constantFrom('', '...\n', '# last\n', '\n\n', 'note: the end\n', '...\n# last\n'),
});

const shapes = ['block', 'braces', 'lines'] as const;
type Shape = (typeof shapes)[number];

interface Member {
  readonly code: string;
  /** In the order of the text; undefined for a member without a history. */
  readonly history: readonly Plain[] | undefined;
  readonly single: Plain;
  readonly about: Plain;
  readonly alone: string;
  readonly shape: Shape;
  readonly items: Shape;
}

const words = fc.constantFrom('two words', 'what: #1', '- a "b"', "it's", '[x], {y}', 'NO', '12', '😀 é', 'a\\b');
const days = fc.uniqueArray(
  fc.integer({ min: 1, max: 9 }).map((day) => `2024-01-0${day}`),
  { maxLength: 4 },
);

const said = (dates: readonly string[]): fc.Arbitrary<Plain[]> =>
  fc.tuple(
    ...dates.map((date) =>
      fc
        .record(
          {
            date: fc.constant(date),
            stance: fc.constantFrom('support', 'oppose', 'unclear'),
            by: words,
            why: words,
            wants: fc.array(words, { minLength: 1, maxLength: 2 }),
            source: fc.constant('https://example.org/a'),
          },
          { requiredKeys: ['date', 'stance'] },
        )
        .map(({ wants, ...rest }): Plain => (wants === undefined ? rest : { ...rest, wants: [...new Set(wants)] })),
    ),
  );

const order = fc.constantFrom(
  (dates: string[]) => dates.toSorted(),
  (dates: string[]) => dates.toSorted().reverse(),
  (dates: string[]) => dates,
);

const member = (code: string): fc.Arbitrary<Member> =>
  fc.record({
    code: fc.constant(code),
    history: fc.option(
      fc.tuple(days, order).chain(([dates, sort]) => said(sort(dates))),
      { nil: undefined },
    ),
    single: fc.oneof(
      fc.constant({}),
      said(['2024-01-05']).map(([only = {}]) => only),
      said(['2024-01-05']).map(([{ stance } = {}]) => ({ stance })),
    ),
    about: fc.record(
      { name: words, weights: fc.constant({ size: '1.5' }), joined: fc.constant('2020-01-01') },
      { requiredKeys: [] },
    ),
    alone: fc.constantFrom('', 'undeclared', 'support', '{}', '"support"', "''"),
    shape: fc.constantFrom(...shapes),
    items: fc.constantFrom('block', 'braces'),
  });

/** A roster in YAML in which lists and mappings stand in blocks or in brackets, or in JSON, with and without comments. */
export const writtenRosters: fc.Arbitrary<WrittenRoster> = fc
  .tuple(
    style,
    fc.subarray([...codes], { minLength: 1 }).chain((some) => fc.tuple(...some.map(member))),
    fc.nat(),
    fc.constantFrom('block', 'block', 'block', 'braces', 'lines', 'json', 'pretty'),
    fc.boolean(),
  )
  .map(([style, members, which, whole, between]) => {
    const target = members[which % members.length] as Member;
    const text =
      whole === 'json' || whole === 'pretty' ? inJson(members, whole) : inYaml(members, style, whole, between);
    const open = whole === 'block' && isOpen(target);
    return { text, code: target.code, open };
  });

function isOpen({ history, single, about, alone, shape, items }: Member): boolean {
  if (shape === 'block' && history !== undefined) return history.length > 0 && items !== 'lines';
  if (history !== undefined || Object.keys(single).length > 0) return false;
  return Object.keys(about).length > 0 ? shape === 'block' : alone === '';
}

/** A member as a mapping: what it is beside its history, and the position that stands there too, in a mixed order. */
function partsOf({ history, single, about }: Member): Plain {
  if (history !== undefined) return { ...about, positions: history };
  const { stance, ...rest } = single;
  return { ...(stance !== undefined && { stance }), ...about, ...rest };
}

const isAlone = (member: Member): boolean => Object.keys(partsOf(member)).length === 0;

function inJson(members: readonly Member[], whole: 'json' | 'pretty'): string {
  const written = members.map((member) => {
    const bare = /^\w/.test(member.alone) ? member.alone : {};
    return `${JSON.stringify(member.code)}: ${JSON.stringify(isAlone(member) ? bare : partsOf(member), null, whole === 'json' ? 0 : 2)}`;
  });
  const text = `{ "title": "t", "rule": "consensus", "members": { ${written.join(', ')} } }`;
  return whole === 'json' ? text : JSON.stringify(JSON.parse(text), null, 2);
}

function inYaml(members: readonly Member[], style: Style, whole: string, between: boolean): string {
  const { newline, final, start, end, comments } = style;
  const head = `${start}title: t\nrule: consensus\nmembers:`;
  const mark = comments ? ' # why' : '';
  const inBraces = (member: Member): string =>
    `${key(member.code)}: ${isAlone(member) ? bareIn(member) : flow(partsOf(member))}`;
  const body =
    whole === 'block'
      ? `${mark}\n${members.map((member) => inBlock(member, style)).join(between ? '\n' : '')}`
      : whole === 'braces'
        ? ` { ${members.map(inBraces).join(', ')} }${mark}\n`
        : ` {${mark}\n${members.map((member) => `    ${inBraces(member)},${mark}\n`).join('')}  }\n`;
  const text = `${head}${body}${end}`;
  return (final ? text : text.replace(/\n+$/, '')).replaceAll('\n', newline);
}

const key = (code: string): string => (code === 'NO' ? '"NO"' : code);
const bareIn = ({ alone }: Member): string => (alone === '' ? '{}' : alone);

function inBlock(member: Member, style: Style): string {
  const indent = ' '.repeat(style.members);
  const own = indent + ' '.repeat(style.own);
  const mark = style.comments ? ' # said' : '';
  const parts = partsOf(member);
  const head = `${indent}${key(member.code)}:`;
  if (isAlone(member)) return `${head}${member.alone === '' ? '' : ` ${member.alone}`}${mark}\n`;
  if (member.shape === 'braces') return `${head} ${flow(parts)}${mark}\n`;
  if (member.shape === 'lines') {
    const entries = Object.entries(parts).map(([name, value]) => `${own}  ${name}: ${flow(value)},${mark}\n`);
    return `${head} {${mark}\n${entries.join('')}${own}}\n`;
  }
  return `${head}\n${block(parts, own, style, member.items)}${style.comments ? `${own}# below\n` : ''}`;
}

function block(parts: Plain, indent: string, style: Style, items: Shape): string {
  const mark = style.comments ? ' # so' : '';
  return Object.entries(parts)
    .map(([name, value]) => {
      if (name === 'positions') return `${indent}${name}:${history(value as readonly Plain[], indent, style, items)}`;
      if (typeof value === 'string') return `${indent}${name}: ${scalar(value, indent, style, mark)}\n`;
      return `${indent}${name}: ${flow(value)}${mark}\n`;
    })
    .join('');
}

function history(entries: readonly Plain[], indent: string, style: Style, items: Shape): string {
  if (entries.length === 0) return ' []\n';
  const dash = indent + ' '.repeat(style.list);
  const mark = style.comments ? `${dash}# about\n` : '';
  const written = entries.map((entry) => {
    if (items !== 'block') return `${mark}${dash}-${' '.repeat(style.gap)}${flow(entry)}\n`;
    const deeper = `${dash} ${' '.repeat(style.gap)}`;
    return `${mark}${dash}-${' '.repeat(style.gap)}${block(entry, deeper, style, items).slice(deeper.length)}`;
  });
  return `\n${written.join(style.blank ? '\n' : '')}`;
}

function scalar(value: string, indent: string, { quotes }: Style, mark: string): string {
  switch (quotes) {
    case 'literal':
      return `|-\n${indent}  ${value}`;
    case 'plain':
      return /^[\w ]+$/.test(value)
        ? `${value.replace(' ', `\n${indent}  `)}${mark}`
        : `${JSON.stringify(value)}${mark}`;
    default:
      return (quotes === 'single' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value)) + mark;
  }
}

function flow(value: unknown): string {
  if (typeof value === 'string') return /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return `{ ${Object.entries(value as Plain)
    .map(([name, part]) => `${name}: ${flow(part)}`)
    .join(', ')} }`;
}
