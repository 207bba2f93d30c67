import { visible } from '../../text/escape-controls.ts';

declare const isXml: unique symbol;

/** XML: ours, and foreign text escaped. */
export type Xml = string & { readonly [isXml]: true };

/** What XML 1.0 has no way to write at all, beside what is written out already. */
const forbidden = /[\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text that is not ours as XML has it, in elements and attributes, on one line. */
export function xmlText(text: string): Xml {
  return visible(text)
    .replace(forbidden, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character) as Xml;
}

/** Foreign texts as the lines of one text. */
export function xmlLines(texts: readonly string[]): Xml {
  return texts.map(xmlText).join('&#10;') as Xml;
}

/** An element with what is in it. Attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: readonly Xml[] = [],
): Xml {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${xmlText(String(value))}"`,
  );
  const start = `<${name}${written.join('')}`;
  return (content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`) as Xml;
}

/** An element whose parts stand on lines of their own. */
export function block(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  parts: readonly Xml[],
): Xml {
  const lines = parts.flatMap((part) => part.split('\n')).map((line) => `  ${line}\n`);
  return element(name, attributes, (lines.length === 0 ? [] : ['\n', ...lines]) as Xml[]);
}
