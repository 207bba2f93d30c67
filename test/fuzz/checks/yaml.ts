import { isMapping } from '../../../src/roster/yaml/cursor.ts';
import { placeValues } from '../../../src/roster/yaml/locations.ts';
import { readUsualText } from '../../../src/roster/yaml/usual-text.ts';
import { readEvents, readValues } from '../../../src/roster/yaml/values.ts';
import { tidy } from '../../../src/text/suggest.ts';
import { type Finding, thrown } from '../finding.ts';

/** Values in JSON, with texts as rosters have them. */
const inJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? tidy(part) : part));

/** What is wrong with the reader of usual texts: a text that the library refuses, or reads with other values. */
export function usualFinding(text: string): Finding | undefined {
  const usual = readUsualText(text);
  if (usual === undefined) return undefined;
  const library = readEvents(text);
  const read = JSON.stringify(usual);
  if (!('value' in library))
    return { claim: 'a usual text is one for the library, too', detail: `${library.reason}: ${read}`, text };
  const other = JSON.stringify(library.value);
  return other === read
    ? undefined
    : { claim: 'a usual text means the same to the library', detail: `${read} / ${other}`, text };
}

/** What is wrong with how a mapping of any kind is read: a value that the readers of YAML do not agree about. */
export function yamlFinding(text: string): Finding | undefined {
  const finding = (claim: string, detail: string): Finding => ({ claim, detail, text });
  try {
    const unusual = usualFinding(text);
    if (unusual !== undefined) return unusual;
    const fast = readValues(text);
    if (!('value' in fast) || !isMapping(fast.value)) return undefined;
    const { root, diagnostics } = placeValues(text);
    const [first] = diagnostics;
    const read = inJson(fast.value);
    if (first !== undefined)
      return finding('the YAML that the fast reader accepts the explaining one accepts', `${first.message}: ${read}`);
    const placed = inJson(root.value);
    return placed === read ? undefined : finding('both readers of YAML read the same', `${read} / ${placed}`);
  } catch (error) {
    return finding('reading YAML never throws', thrown(error));
  }
}
