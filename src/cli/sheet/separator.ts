/** Characters that part the cells of a row, the most usual first. */
const separators = [',', ';', '\t'] as const;
/** A character that parts the cells of a row. */
export type Separator = (typeof separators)[number];

/** The first line of files in which a spreadsheet names its separator. */
const named = /^sep=([,;\t])(?:\r\n|\r|\n)/i;

/** The separator of a sheet, and where its first row begins. */
export interface SheetStart {
  readonly separator: Separator;
  /** Offset in the text. */
  readonly start: number;
}

/** The separator that a sheet names in a line `sep=;`, else the one that parts its first row most often; else a comma. */
export function sheetStart(text: string): SheetStart {
  const [line = '', sign] = named.exec(text) ?? [];
  const declared = separators.find((separator) => separator === sign);
  if (declared !== undefined) return { separator: declared, start: line.length };
  const counts = countsIn(text);
  const separator = separators.reduce((best, next) => (counts[next] > counts[best] ? next : best));
  return { separator, start: 0 };
}

/** How often each separator stands outside of quotes in the first row that is not blank. */
function countsIn(text: string): Readonly<Record<Separator, number>> {
  const counts: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (let at = text.search(/\S/); at >= 0 && at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) break;
    else if (!quoted && sign in counts) counts[sign as Separator] += 1;
  }
  return counts;
}
