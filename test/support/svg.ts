import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { widthOf } from '../../src/picture/text-width.ts';
import { repository } from './bin.ts';

/** What libxml2 has against documents as XML, by name; empty when nothing. */
export async function problemsOfXml(documents: ReadonlyMap<string, string>): Promise<readonly string[]> {
  // It validates against a schema alone; one that takes any element leaves the form.
  const schema =
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/svg"><xs:element name="svg"><xs:complexType mixed="true"><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>';
  const xml = [...documents].map(([fileName, contents]) => ({ fileName, contents }));
  const { valid, errors, rawOutput } = await validateXML({ xml, schema: [schema] });
  return valid ? [] : [...errors.map(({ rawMessage }) => rawMessage), rawOutput];
}

/** A text of a picture, with the box that it takes up by its estimated width. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The style sheet as it is written. */
export const style = readFileSync(join(repository, 'src', 'picture', 'picture.css'), 'utf8');

/** The size of text by its class, as the style sheets have it. */
const sizes: Readonly<Record<string, readonly [size: number, bold: boolean]>> = {
  small: [12, false],
  tiny: [10, true],
  need: [12, true],
  label: [13, true],
  tilecode: [11, true],
  kicker: [13, false],
  remark: [13, false],
  stamp: [12, true],
  verdict: [16, false],
};

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The texts of a picture, in the order in which they are drawn. */
export function textsOf(svg: string): DrawnText[] {
  const texts: DrawnText[] = [];
  const places: Place[] = [{ x: 0, y: 0 }];
  let depth = 0;
  for (const [, closing = '', name = '', written = '', empty = '', content = ''] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>([^<]*)/g,
  )) {
    const at = places.at(-1) ?? { x: 0, y: 0 };
    if (name === 'g' || name === 'svg') {
      if (closing) places.pop();
      else if (!empty) places.push(name === 'g' ? moved(at, written) : inside(at, written, depth));
      if (name === 'svg') depth += closing ? -1 : 1;
    }
    if (name === 'text' && !closing) texts.push(drawn(at, written, unescaped(content)));
  }
  return texts;
}

const attribute = (written: string, name: string): string | undefined =>
  written.match(new RegExp(` ${name}="([^"]*)"`))?.[1];

function moved({ x, y }: Place, written: string): Place {
  const [, dx = '0', dy = '0'] = attribute(written, 'transform')?.match(/^translate\(([-\d.]+) ([-\d.]+)\)$/) ?? [];
  return { x: x + Number(dx), y: y + Number(dy) };
}

function inside({ x, y }: Place, written: string, depth: number): Place {
  if (depth === 0) return { x: 0, y: 0 };
  const [left = 0, top = 0] = (attribute(written, 'viewBox') ?? '').split(' ').map(Number);
  return { x: x - left, y: y - top };
}

function drawn(at: Place, written: string, text: string): DrawnText {
  const classes = (attribute(written, 'class') ?? '').split(' ');
  const [named, bold = true] = classes.flatMap((name) => sizes[name] ?? []) as [number?, boolean?];
  const size = named ?? Number(attribute(written, 'font-size'));
  const width = widthOf(text, size, bold || classes.includes('strong') || classes.includes('accent'));
  const [x, y] = [at.x + Number(attribute(written, 'x') ?? 0), at.y + Number(attribute(written, 'y') ?? 0)];
  const left = { start: x, middle: x - width / 2, end: x - width }[attribute(written, 'text-anchor') ?? 'start'] ?? x;
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
}

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>' })[entity] ?? "'");

/** Pairs of texts whose boxes overlap by more than a pixel. */
export function overlapping(texts: readonly DrawnText[]): string[] {
  return texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map((b) => `${a.text} / ${b.text}`),
  );
}

/** Texts that run out of a picture. */
export function outside(svg: string): string[] {
  const [, , width = 0, height = 0] = (svg.match(/ viewBox="([^"]*)"/)?.[1] ?? '').split(' ').map(Number);
  return textsOf(svg)
    .filter(({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -1 || bottom > height + 1)
    .map(({ text }) => text);
}

/** The number of times that something occurs in a picture. */
export const countOf = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;
