import { presetSummary } from '../../model/rule.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { linesText, section } from '../layout/section.ts';
import { type Layout, narrow, type Painted, painted } from '../layout/theme.ts';
import { presetNotes } from './preset-notes.ts';
import { byEffect, effectText, needsText, type PresetView } from './preset-view.ts';

/** `rules` for people: each preset with what it asks for. */
export function renderRules(presets: readonly PresetView[], { width, theme }: Layout): Painted {
  const names = presets.reduce((most, { name }) => Math.max(most, displayWidth(visible(name))), 0);
  const rows = presets.flatMap(({ name: preset }) => {
    const [name, text] = [visible(preset), visible(presetSummary[preset])];
    if (width < narrow) return [theme.strong(name), ...wrap(text, width - 2).map((line) => shown`  ${line}`)];
    const lines = wrap(text, width - names - 2);
    return lines.map(
      (line, index) => painted`${theme.strong(index === 0 ? padEnd(name, names) : spaces(names))}  ${line}`,
    );
  });
  const more = wrap(shown`See rutte-tally rules NAME for what a rule means and where it comes from.`, width);
  return linesText([...rows, shown``, ...more.map((line) => theme.faint(line))]);
}

/** `rules NAME` for people: what the preset means, how each stance counts, its sources, and the criterion to paste. */
export function renderRule(preset: PresetView, layout: Layout): Painted {
  const { name, yaml } = preset;
  const { about, sources, unverified } = presetNotes[name];
  const { width, theme } = layout;
  const lines = [
    theme.strong(visible(name)),
    ...wrap(visible(presetSummary[name]), width),
    shown``,
    ...wrap(visible(about), width),
    shown``,
    ...section('Written', yaml.named.map(visible), layout),
    ...section(
      'Counts',
      [...byEffect(preset)].map(([effect, some]) => [visible(effectText[effect]), visible(some.join(', '))] as const),
      layout,
    ),
    ...section('Needs', needsText(preset).map(visible), layout),
    ...section(
      'Source',
      sources.map(({ source }) => visible(source)),
      layout,
    ),
    ...section('Unchecked', unverified === undefined ? [] : [visible(unverified)], layout),
    shown``,
    ...wrap(shown`The same as a criterion, for a rule of your own:`, width),
    shown``,
    // Neither indented nor wrapped, so that it can be pasted.
    ...yaml.criterion.map(visible),
  ];
  return linesText(lines);
}
