import { effectsOf, needsOf } from '../../engine/rule/stance-effects.ts';
import { type Preset, presets } from '../../model/rule.ts';
import { renderRulesJson } from '../../render/rules/json.ts';
import { renderRuleMarkdown, renderRulesMarkdown } from '../../render/rules/markdown.ts';
import type { PresetView } from '../../render/rules/preset-view.ts';
import { renderRule, renderRules } from '../../render/rules/terminal.ts';
import { presetRule } from '../../roster/schema/rule.ts';
import { alternatives, didYouMean, quote } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { Shell } from '../output/shell.ts';

/** `rules [NAME]`: the presets in short, or what one of them means. @throws UsageError */
export async function rulesCommand(name: string | undefined, shell: Shell): Promise<ExitCode> {
  const shown = (name === undefined ? presets : [presetNamed(name)]).map(presetView);
  const [first] = name === undefined ? [] : shown;
  if (shell.format === 'json') shell.answer(renderRulesJson(shown));
  else if (shell.format === 'markdown')
    shell.answer(first === undefined ? renderRulesMarkdown(shown) : renderRuleMarkdown(first));
  else shell.answer(first === undefined ? renderRules(shown, shell.answers) : renderRule(first, shell.answers));
  return exit.done;
}

function presetNamed(name: string): Preset {
  const preset = presets.find((candidate) => candidate === name.trim());
  if (preset !== undefined) return preset;
  const hint = didYouMean(name, presets) ?? `expected one of ${alternatives(presets)}`;
  throw new UsageError('unknown-rule', `${quote(name)} is not the name of a rule; ${hint}`);
}

/** What there is to tell of a preset. */
function presetView(name: Preset): PresetView {
  const { written, criterion } = presetRule(name);
  return { name, written, criterion, effects: effectsOf(criterion), ...needsOf(criterion) };
}
