import { type Effect, presetSummary } from '../../model/rule.ts';
import { stances } from '../../model/stance.ts';
import { markdownTable, markdownText } from '../format/markdown.ts';
import { presetNotes } from './preset-notes.ts';
import { byEffect, effectText, needsText, type PresetView } from './preset-view.ts';

const effectCell: Readonly<Record<Effect, string>> = { for: 'yes', against: 'no', none: '·', 'left-out': 'out' };

/** `rules` in Markdown: what each preset asks for, and what each stance does under it. */
export function renderRulesMarkdown(presets: readonly PresetView[]): string {
  const meanings = presets.map(({ name }) => [
    `\`${name}\``,
    markdownText(presetSummary[name]),
    markdownText(presetNotes[name].sources[0]?.source ?? ''),
  ]);
  const counted = presets.map(({ name, effects }) => [
    `\`${name}\``,
    ...stances.map((stance) => effectCell[effects[stance]]),
  ]);
  return `${[
    ...markdownTable(['rule', 'is met when', 'source'], meanings),
    '',
    ...markdownTable(['rule', ...stances.map((stance) => `\`${stance}\``)], counted),
    '',
    '`yes` counts for it, `no` as a no does, `·` is not counted, and `out` leaves the member out. What a pending stance',
    'counts as, it counts as no longer than it lasts.',
  ].join('\n')}\n`;
}

/** `rules NAME` in Markdown. */
export function renderRuleMarkdown(preset: PresetView): string {
  const { name, yaml } = preset;
  const { about, sources, unverified } = presetNotes[name];
  const counted = [...byEffect(preset)].map(([effect, some]) => {
    const names = some.map((stance) => `\`${stance}\``).join(', ');
    return `- ${effectText[effect]}: ${names}`;
  });
  const items = [
    ...counted,
    ...needsText(preset).map((need) => `- needs ${markdownText(need)}`),
    ...sources.map(({ source, url }) =>
      url === undefined ? `- source: ${markdownText(source)}` : `- source: [${markdownText(source)}](<${url}>)`,
    ),
    ...(unverified === undefined ? [] : [`- not checked: ${markdownText(unverified)}`]),
  ];
  return `${[
    `### ${name}`,
    '',
    `*Is met when ${markdownText(presetSummary[name])}.*`,
    '',
    markdownText(about),
    '',
    ...items,
    '',
    'By its name, and written out:',
    '',
    '```yaml',
    ...yaml.named,
    '',
    ...yaml.criterion,
    '```',
  ].join('\n')}\n`;
}
