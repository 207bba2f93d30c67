import { presetSummary } from '../../model/rule.ts';
import { type Json, json } from '../format/json.ts';
import { presetNotes } from './preset-notes.ts';
import type { PresetView } from './preset-view.ts';

/** `rules` as data: `rutte-tally/rules/1`. */
export function renderRulesJson(presets: readonly PresetView[]): string {
  return json({ schema: 'rutte-tally/rules/1', rules: presets.map(preset) });
}

function preset({ name, written, criterion, effects, weights, groups }: PresetView): Json {
  const { about, sources, unverified } = presetNotes[name];
  return {
    name,
    meaning: presetSummary[name],
    about,
    rule: written,
    criterion,
    stances: effects,
    needs: { weights, groups },
    sources: sources.map(({ source, url }) => ({ source, url: url ?? null })),
    unverified: unverified ?? null,
  };
}
