import type { Claim, DatedWeight, Demand, Member, Position, Report, Roster } from '../../src/model/roster.ts';
import type { Among, Criterion, Quantity } from '../../src/model/rule.ts';
import { codes, type Plain } from './rosters.ts';

/** A random roster of the model as its author would have written it. Whoever is named is a member. */
export function asWritten({ title, rule, members, rounds, demands, claims, reports }: Roster): Plain {
  return {
    title,
    rule: criterionAsWritten(rule.criterion),
    ...(rule.closes && { closes: rule.closes.text }),
    groups: { nobody: [] },
    members: {
      ...Object.fromEntries(codes.map((code) => [code, { weights: { size: '1' } }])),
      ...Object.fromEntries(members.map((member) => [member.code, memberAsWritten(member)])),
    },
    rounds: rounds.map(({ date, name }) => ({ date: date.text, ...(name !== undefined && { name }) })),
    demands: Object.fromEntries(demands.map(({ id, ...demand }) => [id, demandAsWritten(demand)])),
    claims: [...claims.map(claimAsWritten), ...reports.filter(({ of }) => of.codes.length > 0).map(reportAsWritten)],
  };
}

export function criterionAsWritten(criterion: Criterion): Plain {
  const { kind, of } = criterion;
  const label = criterion.label !== undefined && { label: criterion.label };
  const closes = criterion.closes && { closes: criterion.closes.text };
  if (kind !== 'count') return { [kind]: criterion.of.map(criterionAsWritten), ...closes, ...label };
  const { count, among, bound, by, withWhy, notBefore } = criterion;
  return {
    count,
    ...(among && amongAsWritten(among)),
    [bound.comparison]: quantityAsWritten(bound.quantity),
    ...(bound.quantity.kind !== 'absolute' && { of }),
    by,
    ...(withWhy && { 'with-why': 'true' }),
    ...(notBefore && { 'not-before': notBefore.text }),
    ...closes,
    ...label,
  };
}

/** No list may be empty, but a group may. */
function amongAsWritten(among: Among): Plain {
  if ('only' in among) return { among: among.only.length === 0 ? 'nobody' : among.only };
  return among.except.length === 0 ? {} : { among };
}

function quantityAsWritten(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'absolute':
      return quantity.value;
    case 'share':
      return `${quantity.numerator}/${quantity.denominator}`;
    case 'all-but':
      return `all but ${quantity.value}`;
  }
}

function memberAsWritten({ name, terms, weights, positions }: Member): Plain {
  const times = terms.map(({ joined, left }) => ({
    ...(joined && { joined: joined.text }),
    ...(left && { left: left.text }),
  }));
  return {
    name,
    ...(positions.length === 0 && (times.length > 1 ? { terms: times } : times[0])),
    weights: Object.fromEntries(Object.entries(weights).map(([weight, values]) => [weight, weightAsWritten(values)])),
    positions: positions.map(positionAsWritten),
  };
}

function weightAsWritten(values: readonly DatedWeight[]): Plain | string | undefined {
  const [only] = values;
  if (only?.from === undefined) return only?.value;
  return Object.fromEntries(values.map(({ from, value }) => [from?.text, value]));
}

const positionAsWritten = ({ date, circa, wants, wantIds = {}, sources, denied, ...rest }: Position): Plain => ({
  ...(date && { date: date.text }),
  circa: `${circa}`,
  wants: wants.map((text) => (Object.hasOwn(wantIds, text) ? { id: wantIds[text], text } : text)),
  sources,
  ...(denied && { denied: { ...denied, date: denied.date.text } }),
  ...rest,
});

const demandAsWritten = ({ history, ...rest }: Omit<Demand, 'id'>): Plain => ({
  ...rest,
  history: history.map(({ date, circa, ...event }) => ({ date: date.text, circa: `${circa}`, ...event })),
});

const reportAsWritten = ({ of, ...report }: Report): Plain => {
  const { basis: _, ...written } = positionAsWritten({ ...report, basis: 'reported' });
  return { ...written, of: of.codes };
};

const claimAsWritten = ({ date, circa, by, supporting, holdingOut, among, holdouts, sources }: Claim): Plain => ({
  date: date.text,
  circa: `${circa}`,
  by,
  supporting: supporting?.text,
  'holding-out': holdingOut?.text,
  among: among?.codes,
  holdouts,
  sources,
});
