import { effectsOf, needsOf } from '../../engine/rule/stance-effects.ts';
import { type Preset, presets } from '../../model/rule.ts';
import type { Layout } from '../../render/layout/theme.ts';
import { renderRulesJson } from '../../render/rules/json.ts';
import { renderRuleMarkdown, renderRulesMarkdown } from '../../render/rules/markdown.ts';
import type { PresetView } from '../../render/rules/preset-view.ts';
import { renderRule, renderRules } from '../../render/rules/terminal.ts';
import { ruleHint } from '../../roster/hints/rule-words.ts';
import { presetRule } from '../../roster/schema/rule.ts';
import { criterionLines, criterionTexts, ruleLines } from '../../roster/write/write-rule.ts';
import { alternatives, quote } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { Shell } from '../output/shell.ts';
import { type PowerRequest, powerCommand } from './power.ts';

interface RulesRenderer {
  all(presets: readonly PresetView[], layout: Layout): string;
  one(preset: PresetView, layout: Layout): string;
}

const renderers: Readonly<Record<FormatOf<'rules'>, RulesRenderer>> = {
  table: { all: renderRules, one: renderRule },
  json: { all: renderRulesJson, one: (preset) => renderRulesJson([preset]) },
  markdown: { all: renderRulesMarkdown, one: renderRuleMarkdown },
};

/** The options of `rules`. */
export interface RulesRequest extends PowerRequest {
  /** How much power each member has under the rule. */
  readonly power: boolean;
}

/**
 * `rules [NAME]`: the presets in short, or what one of them means; with `--power` how much power each member has.
 *
 * @throws UsageError
 */
export async function rulesCommand(
  name: string | undefined,
  { power, ...members }: RulesRequest,
  shell: Shell<FormatOf<'rules'>>,
): Promise<ExitCode> {
  if (power) return powerCommand(name === undefined ? undefined : presetNamed(name), members, shell);
  if (members.roster !== undefined || members.body !== undefined)
    throw new UsageError('missing-power', '--roster and --body say whose power is counted; add --power');
  const shown = (name === undefined ? presets : [presetNamed(name)]).map(presetView);
  const [first] = name === undefined ? [] : shown;
  const { all, one } = renderers[shell.format];
  shell.answer(first === undefined ? all(shown, shell.answers) : one(first, shell.answers));
  return exit.done;
}

function presetNamed(name: string): Preset {
  const preset = presets.find((candidate) => candidate === name.trim());
  if (preset !== undefined) return preset;
  const hint = ruleHint(name) ?? `expected one of ${alternatives(presets)}`;
  throw new UsageError('unknown-rule', `${quote(name)} is not the name of a rule; ${hint}`);
}

/** A preset as `rules` shows it. */
function presetView(name: Preset): PresetView {
  const { written, criterion } = presetRule(name);
  return {
    name,
    written,
    criterion: criterionTexts(criterion),
    yaml: { named: ruleLines({ name, criterion }), criterion: criterionLines(criterion) },
    effects: effectsOf(criterion),
    ...needsOf(criterion),
  };
}
