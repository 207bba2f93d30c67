import { Ajv, type ValidateFunction } from 'ajv';
import { parseDocument } from 'yaml';
import { rosterJsonSchema } from '../../src/roster/json-schema/generate.ts';
import type { JsonSchema } from '../../src/roster/json-schema/scalar-patterns.ts';

/** What editors' language servers read in a JSON Schema, beside what the standard has. */
const ofEditors = [
  'markdownDescription',
  'enumDescriptions',
  'defaultSnippets',
  'errorMessage',
  'patternErrorMessage',
] as const;

/** A validator of a JSON Schema that knows all of its keywords, and takes a misspelt one for a mistake. */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false, logger: false });
  for (const keyword of ofEditors) ajv.addKeyword(keyword);
  return ajv.compile(schema);
}

const validate = validatorOf(rosterJsonSchema());

/** What an editor's reader of YAML makes of a text: numbers and truth values, where the program sees text. */
export function valuesInEditor(text: string): { readonly value: unknown; readonly faults: readonly string[] } {
  const document = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' });
  const faults = [...document.errors, ...document.warnings].map(({ message }) => message);
  if (faults.length > 0) return { value: undefined, faults };
  try {
    return { value: document.toJS(), faults };
  } catch (error) {
    return { value: undefined, faults: [String(error)] };
  }
}

/** What an editor has against a roster, by its reader of YAML and by the JSON Schema. */
export function complaintsOf(text: string): readonly string[] {
  const { value, faults } = valuesInEditor(text);
  if (faults.length > 0) return faults;
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
