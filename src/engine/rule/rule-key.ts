import type { CountCriterion, Criterion, Rule } from '../../model/rule.ts';
import { compareText } from '../../text/compare.ts';

/** The rule as a comparable value: a group by its name and not its members, and lists without their order. */
export function ruleKey(rule: Rule): unknown {
  const sorted = (values: readonly string[]): readonly string[] => [...values].sort(compareText);
  const whom = ({ among, group }: CountCriterion): unknown => {
    if (group !== undefined || among === undefined) return group;
    return 'only' in among ? { only: sorted(among.only) } : { except: sorted(among.except) };
  };
  const terms = (criterion: Criterion): unknown => {
    if (criterion.kind !== 'count') return { ...criterion, of: criterion.of.map(terms) };
    const { count, of } = criterion;
    return { ...criterion, count: sorted(count), of: of === 'members' ? of : sorted(of), among: whom(criterion) };
  };
  return [rule.name, rule.closes, terms(rule.criterion)];
}
