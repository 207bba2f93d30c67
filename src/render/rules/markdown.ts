import { type Effect, type Preset, presetSummary } from '../../model/rule.ts';
import { type Stance, stances } from '../../model/stance.ts';
import { type MarkdownText, markdown, markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import { presetNotes } from './preset-notes.ts';
import { byEffect, effectText, needsText, type PresetView } from './preset-view.ts';

const effectCell: Readonly<Record<Effect, string>> = { for: 'yes', against: 'no', none: '·', 'left-out': 'out' };

/** The name of a preset or stance as inline code. */
const code = (word: Preset | Stance): MarkdownText => `\`${word}\`` as MarkdownText;

/** `rules` in Markdown: what each preset asks for, and how it counts each stance. */
export function renderRulesMarkdown(presets: readonly PresetView[]): string {
  const meanings = presets.map(({ name }) => [
    code(name),
    markdownText(presetSummary[name]),
    markdownText(presetNotes[name].sources[0]?.source ?? ''),
  ]);
  const counted = presets.map(({ name, effects }) => [
    code(name),
    ...stances.map((stance) => markdownText(effectCell[effects[stance]])),
  ]);
  return markdownBlocks([
    markdownTable(['rule', 'met when', 'source'].map(markdownText), meanings),
    markdownTable([markdown`rule`, ...stances.map(code)], counted),
    [
      markdown`\`yes\` counts for it, \`no\` has the effect of a no, \`·\` is not counted, and \`out\` leaves the member out of every count. A`,
      markdown`pending stance counts this way only while it lasts.`,
    ],
  ]);
}

/** `rules NAME` in Markdown. */
export function renderRuleMarkdown(preset: PresetView): string {
  const { name, yaml } = preset;
  const { about, sources, unverified } = presetNotes[name];
  const counted = [...byEffect(preset)].map(([effect, some]) => {
    const names = some.map(code).join(', ');
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
    `*Met when: ${markdownText(presetSummary[name])}.*`,
    '',
    markdownText(about),
    '',
    ...items,
    '',
    'By name, and written out:',
    '',
    '```yaml',
    ...yaml.named,
    '',
    ...yaml.criterion,
    '```',
  ].join('\n')}\n`;
}
