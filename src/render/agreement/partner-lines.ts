import type { AgreementLevel, AgreementRange, AgreementView, Partner } from '../../model/decisions/agreement.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { padEnd, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { cellText, cornersOf } from './triangle.ts';
import { type Naming, namingOf, smallest } from './words.ts';

/** With whom a member agreed most or least: `9/9 Belgium and 3 more`. */
function levelText({ agreed, of, pairs }: AgreementLevel<Partner>, { place, nameAt }: Naming): Shown {
  const [first = shown``, second] = smallest(
    pairs.map(({ code }) => place(code)),
    2,
  ).map(nameAt);
  const others =
    second === undefined ? '' : pairs.length === 2 ? ` and ${second}` : ` and ${grouped(`${pairs.length - 1}`)} more`;
  return shown`${cellText({ agreed, of })} ${first}${others}`;
}

/** With whom a member agreed most and least, in a column each, and in lines of their own. */
export interface PartnerTexts {
  readonly most: Shown;
  readonly least: Shown;
  readonly told: readonly Shown[];
}

/** With whom a member agreed most and least, or that all are alike. */
export function partnerTexts(range: AgreementRange<Partner> | undefined, naming: Naming): PartnerTexts {
  const nobody = shown`nobody to compare with`;
  if (range === undefined) return { most: nobody, least: shown``, told: [nobody] };
  const [most, least] = [levelText(range.most, naming), levelText(range.least, naming)];
  const isAlike = range.most.agreed * range.least.of === range.least.agreed * range.most.of;
  if (isAlike) return { most, least: shown`all alike`, told: [shown`all alike ${most}`] };
  return { most, least, told: [shown`most ${most}`, shown`least ${least}`] };
}

/** A line for each member that settled: with whom it agreed most and least; two lines below it where there is no room. */
export function partnerLines(view: AgreementView, { width, theme }: Layout): readonly Painted[] {
  const naming = namingOf(view);
  const rows = cornersOf(view).map(({ code, name }) => ({
    name,
    ...partnerTexts(view.partners.get(code), naming),
  }));
  const heads = [shown`agrees most with`, shown`least with`] as const;
  const label = widest(rows.map(({ name }) => name));
  const most = widest([...rows.map((row) => row.most), heads[0]]);
  const least = widest([...rows.map((row) => row.least), heads[1]]);
  if (label + most + least + 4 <= width)
    return [
      theme.faint(shown`${padEnd(shown``, label)}  ${padEnd(heads[0], most)}  ${heads[1]}`),
      ...rows.map((row) => painted`${theme.strong(padEnd(row.name, label))}  ${padEnd(row.most, most)}  ${row.least}`),
    ];
  return rows.flatMap((row) => [
    ...wrap(row.name, width).map((line) => theme.strong(line)),
    ...row.told.flatMap((text) => wrap(text, width - 2)).map((line) => shown`  ${line}`),
  ]);
}
