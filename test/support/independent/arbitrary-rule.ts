import fc from 'fast-check';
import { codes, has, instant, maybe, plain, time } from './arbitrary-evidence.ts';
import { compareEnds, type Moment, momentIn, momentOr } from './moments.ts';
import type { WrittenCount, WrittenRule } from './written.ts';

const others = ['no-objection', 'abstain', 'oppose', 'conditional', 'withheld', 'unclear', 'undeclared'];
const someOthers = (least: number): fc.Arbitrary<string[]> => fc.subarray(others, { minLength: least, maxLength: 3 });

const parts = fc.constantFrom('all', '2/3', '1/2', '55%', '33.3%', 'all but 1', 'all but 3', '0%', '1/7');
const amounts = fc.constantFrom('0', '1', '2', '3', '4');
const sums = fc.oneof(amounts, fc.constantFrom('2.5', '0.01', '5.25'));

const among = fc.oneof(
  fc.constantFrom('core', 'rest'),
  fc.subarray(codes.slice(0, 3), { minLength: 1 }),
  fc.record({ except: fc.subarray(codes.slice(0, 3), { minLength: 1 }) }),
);

const shared = {
  among: maybe(among),
  'not-before': maybe(has.closes ? time : instant),
  closes: has.closes ? maybe(time) : fc.constant(undefined),
};

const isRelative = (text: string): boolean => !/^[\d.]+$/.test(text);

const bounded = fc
  .constantFrom('members', 'population')
  .chain((by) =>
    fc.record({ by: fc.constant(by), text: fc.oneof(parts, by === 'members' ? amounts : sums), ...shared }),
  );

const floor = fc
  .record({
    rest: bounded,
    bound: fc.constantFrom('at-least', 'more-than'),
    count: fc.oneof(
      fc.constant(undefined),
      fc.constant('support'),
      someOthers(0).map((also) => ['support', ...also]),
      fc.record({ except: someOthers(1) }),
    ),
    base: fc.oneof(fc.constantFrom(undefined, 'members', 'votes'), someOthers(0)),
  })
  .map(({ rest: { text, ...rest }, bound, count, base }): WrittenCount => {
    const counted = count === undefined || count === 'support' ? ['support'] : count;
    const all = Array.isArray(counted)
      ? counted
      : others.filter((one) => !(counted as { except: string[] }).except.includes(one));
    const wide = Array.isArray(base) ? [...new Set(['support', ...all, ...base])] : base;
    const of = wide === 'votes' && !all.every((one) => one === 'support' || one === 'oppose') ? 'members' : wide;
    return { count, ...rest, [bound]: text, ...(isRelative(text) && { of }) } as WrittenCount;
  });

const ceiling = fc
  .record({
    rest: bounded,
    bound: fc.constantFrom('at-most', 'fewer-than'),
    count: fc.oneof(
      fc.constantFrom('oppose', 'withheld'),
      someOthers(1),
      someOthers(0).map((but) => ({ except: ['support', ...but] })),
    ),
    base: fc.oneof(fc.constantFrom(undefined, 'members', 'votes'), someOthers(0)),
    why: maybe(fc.constant('true')),
  })
  .map(({ rest: { text, ...rest }, bound, count, base, why }): WrittenCount => {
    const of = Array.isArray(base) ? ['support', ...base] : base;
    return { count, ...rest, [bound]: text, 'with-why': why, ...(isRelative(text) && { of }) } as WrittenCount;
  });

const named = fc.constantFrom<WrittenRule>(
  'consensus',
  'unanimity',
  'no-objections',
  'simple-majority',
  'two-thirds',
  'majority-of-votes',
  'two-thirds-of-votes',
  'eu-qualified-majority',
  'eu-reinforced-qualified-majority',
  'un-security-council',
  { consensus: { except: ['a'] } },
);

const silence = time.map((end): WrittenRule => ({ silence: end }));
const single = fc.oneof(
  { weight: 2, arbitrary: named },
  { weight: 3, arbitrary: floor },
  { weight: 2, arbitrary: ceiling },
  ...(has.closes ? [{ weight: 1, arbitrary: silence }] : []),
);

const several = (part: fc.Arbitrary<WrittenRule>): fc.Arbitrary<WrittenRule> =>
  fc
    .record({
      kind: fc.constantFrom('all', 'any'),
      of: fc.array(part, { minLength: 1, maxLength: 3 }),
      closes: shared.closes,
    })
    .map(({ kind, of, closes }) => ({ [kind]: of, closes }) as unknown as WrittenRule);

/** The rule without waiting for what comes after it has closed. */
function inTime(rule: WrittenRule, above: Moment | undefined): WrittenRule {
  if (typeof rule === 'string' || 'consensus' in rule) return rule;
  if ('silence' in rule)
    return above !== undefined && compareEnds(above, momentIn(rule.silence)) < 0 ? 'no-objections' : rule;
  const own = momentOr(rule.closes);
  const closes = own !== undefined && (above === undefined || compareEnds(own, above) < 0) ? own : above;
  if ('all' in rule) return { ...rule, all: rule.all.map((part) => inTime(part, closes)) };
  if ('any' in rule) return { ...rule, any: rule.any.map((part) => inTime(part, closes)) };
  const { 'not-before': opens, ...rest } = rule;
  const never = opens !== undefined && closes !== undefined && compareEnds(closes, momentIn(opens)) < 0;
  return never ? rest : rule;
}

/** A rule of one or several criteria, and the time at which all of it closes. */
export const ruleAndEnd = fc
  .record({
    rule: fc.oneof(
      { depthSize: 'small' },
      single,
      several(fc.oneof({ weight: 4, arbitrary: single }, several(single))),
    ),
    closes: shared.closes,
  })
  .map(({ rule, closes }) => plain({ rule: inTime(rule, momentOr(closes)), ...(closes !== undefined && { closes }) }));
