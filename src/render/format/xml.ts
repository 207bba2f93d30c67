import { visible } from '../../text/escape-controls.ts';

declare const isXml: unique symbol;

/** XML, with foreign text escaped. */
export type Xml = string & { readonly [isXml]: true };

/** Characters that XML 1.0 cannot express and `visible` does not escape. */
const forbidden = /[\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Foreign text escaped for XML elements and attributes, on one line. */
export function xmlText(text: string): Xml {
  return visible(text)
    .replace(forbidden, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => entities[character] ?? character) as Xml;
}

/** Foreign texts as the lines of one escaped text. */
export function xmlLines(texts: readonly string[]): Xml {
  return texts.map(xmlText).join('&#10;') as Xml;
}

/** An element with its content; attributes without a value are left out. */
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

/** An element with its parts on lines of their own, indented by two spaces. */
export function block(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  parts: readonly Xml[],
): Xml {
  const lines = parts.flatMap((part) => part.split('\n')).map((line) => `  ${line}\n`);
  return element(name, attributes, (lines.length === 0 ? [] : ['\n', ...lines]) as Xml[]);
}
