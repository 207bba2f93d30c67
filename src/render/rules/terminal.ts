import { presetSummary } from '../../model/rule.ts';
import { displayWidth, padEnd, wrap } from '../../text/width.ts';
import { section } from '../layout/section.ts';
import { type Layout, narrow } from '../layout/theme.ts';
import { presetNotes } from './preset-notes.ts';
import { byEffect, effectText, needsText, type PresetView } from './preset-view.ts';

/** `rules` for people: what each preset asks for, in a line. */
export function renderRules(presets: readonly PresetView[], { width, theme }: Layout): string {
  const names = presets.reduce((most, { name }) => Math.max(most, displayWidth(name)), 0);
  const rows = presets.flatMap(({ name }) => {
    if (width < narrow) return [theme.strong(name), ...wrap(presetSummary[name], width - 2).map((line) => `  ${line}`)];
    const lines = wrap(presetSummary[name], width - names - 2);
    return lines.map((line, index) => `${theme.strong(padEnd(index === 0 ? name : '', names))}  ${line}`);
  });
  const more = wrap('rutte-tally rules NAME tells what one means and where it comes from.', width);
  return `${[...rows, '', ...more.map((line) => theme.faint(line))].join('\n')}\n`;
}

/** `rules NAME` for people: what it means, what each stance does, where it comes from, and the criterion to be pasted. */
export function renderRule(preset: PresetView, layout: Layout): string {
  const { name, yaml } = preset;
  const { about, sources, unverified } = presetNotes[name];
  const { width, theme } = layout;
  const lines = [
    theme.strong(name),
    ...wrap(presetSummary[name], width),
    '',
    ...wrap(about, width),
    '',
    ...section('Written', yaml.named, layout),
    ...section(
      'Counts',
      [...byEffect(preset)].map(([effect, some]) => [effectText[effect], some.join(', ')] as const),
      layout,
    ),
    ...section('Needs', needsText(preset), layout),
    ...section(
      'Source',
      sources.map(({ source }) => source),
      layout,
    ),
    ...section('Unchecked', unverified === undefined ? [] : [unverified], layout),
    '',
    ...wrap('The same as a criterion, for a rule of your own:', width),
    '',
    // Neither indented nor wrapped: it is there to be pasted.
    ...yaml.criterion,
  ];
  return `${lines.join('\n')}\n`;
}
