import type { ComponentChildren, VNode } from 'preact';
import { Fragment } from 'preact';
import { element, type Xml, xmlText } from '../render/format/xml.ts';

/** Props that are no attributes. */
const structural: ReadonlySet<string> = new Set(['children', 'key', 'ref']);

/**
 * A picture as XML. Its components have no hooks, so that each is called as a function. What answers to a pointer or a
 * key is left out.
 */
export function xmlOf(node: ComponentChildren): Xml {
  return partsOf(node).join('') as Xml;
}

function partsOf(node: ComponentChildren): readonly Xml[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node !== 'object') return [xmlText(String(node))];
  const { type, props } = node as VNode<Readonly<Record<string, unknown>>>;
  if (type === Fragment) return partsOf(props.children as ComponentChildren);
  if (typeof type === 'function') return partsOf((type as (props: unknown) => ComponentChildren)(props));
  return [element(type, attributesOf(props), partsOf(props.children as ComponentChildren))];
}

function attributesOf(props: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number | undefined>> {
  const written = Object.entries(props).filter(
    ([name, value]) => !structural.has(name) && typeof value !== 'function' && value !== undefined && value !== null,
  );
  return Object.fromEntries(written.map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]));
}
