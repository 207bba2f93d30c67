/*
 * The JSON Schema of the roster format, with which editors complete and check rosters. The build writes it to a file.
 *
 * It is not a second description of the format: `write` walks through `rosterSchema`, the schema that reads rosters.
 * Shapes follow from it. What zod holds as a function cannot be read, so tables supply it, by the function itself:
 * `scalar-patterns.ts` has a pattern for each function that reads a scalar, `conditions.ts` has `if` and `then` for
 * each check. `descriptions.ts` has the words. A schema, function or key without its row makes the build fail, so that
 * the tables cannot fall behind.
 *
 * JSON Schema cannot express everything, such as references to members: it also accepts some rosters that are not
 * valid.
 */

import * as z from 'zod/mini';
import { asCode } from '../schema/combinators.ts';
import { type Form, formOf } from '../schema/metadata.ts';
import { rosterSchema } from '../schema/roster.ts';
import { enumSchema, explained, found } from './annotate.ts';
import { conditions, presetConditions } from './conditions.ts';
import { keyWords, snippets } from './descriptions.ts';
import { type JsonSchema, scalarShapes } from './scalar-patterns.ts';

/** The `$id` of the JSON Schema: a name and not an address, because nothing is served there. */
export const schemaId = 'urn:rutte-tally:roster:1';

/**
 * The JSON Schema of a whole roster. Only the build and tests need it.
 *
 * @throws Error if a table has no row for some part of the schema
 */
export function rosterJsonSchema(): JsonSchema {
  const { schema, definitions } = describe(rosterSchema);
  return {
    // The oldest draft with `if`, which all language servers for YAML support.
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaId,
    description: 'Who has said what about a decision, and the rule that decides: a roster of rutte-tally.',
    ...schema,
    allOf: presetConditions,
    definitions,
  };
}

/**
 * The JSON Schema of what a schema reads, and the definitions that it refers to.
 *
 * @throws Error if a table has no row for some part of the schema
 */
export function describe(schema: z.core.$ZodType): {
  readonly schema: JsonSchema;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
} {
  const writer: Writer = { definitions: {} };
  return { schema: write(schema, writer), definitions: writer.definitions };
}

interface Writer {
  readonly definitions: Record<string, JsonSchema>;
}

function write(schema: z.core.$ZodType, writer: Writer): JsonSchema {
  const form = formOf(schema);
  if (form !== undefined) return writeForm(form, schema, writer);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return write(def.innerType, writer);
    case 'lazy':
      return write(def.getter(), writer);
    case 'pipe':
      return write(def.in, writer);
    case 'array':
      return writeList(def.element, writer);
    case 'record':
      return writeNamed(def.keyType, def.valueType, writer);
    default:
      throw new Error(`nothing says how ${def.type} is written`);
  }
}

function writeForm(form: Form, schema: z.core.$ZodType, writer: Writer): JsonSchema {
  switch (form.kind) {
    case 'scalar':
      return found(scalarShapes.get(form.read), `what ${form.read.name} reads`);
    case 'word':
      return enumSchema(form.what, form.words);
    case 'choice':
      return form.name === undefined
        ? alternatives(form, writer)
        : refer(form.name, writer, () => alternatives(form, writer));
    case 'mapping':
      return writeMapping(form, (schema as z.core.$ZodObject)._zod.def.shape, writer);
    case 'shorthand':
      return writeShorthand(form.key, schema as z.core.$ZodPipe, writer);
    case 'section': {
      const full = write((schema as z.core.$ZodPipe)._zod.def.out, writer);
      return { ...full, type: [full.type, 'null', 'string'], maxLength: 0 };
    }
    case 'filled':
      return { ...writeList((schema as z.core.$ZodArray)._zod.def.element, writer), minItems: 1 };
  }
}

/** A reference to a definition, which is added on first use and may refer to itself. */
function refer(name: string, { definitions }: Writer, define: () => JsonSchema): JsonSchema {
  if (!Object.hasOwn(definitions, name)) {
    definitions[name] = {};
    definitions[name] = define();
  }
  return { $ref: `#/definitions/${name}` };
}

function alternatives({ options }: Extract<Form, { kind: 'choice' }>, writer: Writer): JsonSchema {
  const [first, ...others] = options.map((option) => write(option, writer));
  return others.length === 0 ? { ...first } : { anyOf: [first, ...others] };
}

type Mapping = Extract<Form, { kind: 'mapping' }>;
type Shape = Readonly<Record<string, z.core.$ZodType>>;

function writeMapping({ what, checks }: Mapping, shape: Shape, writer: Writer): JsonSchema {
  const words = found(keyWords[what], `what the keys of ${what} are for`);
  const required = Object.keys(shape).filter((key) => !mayBeAbsent(found(shape[key], key)));
  const allOf = checks.flatMap((check) => found(conditions.get(check), `conditions for the check ${check.name}`));
  return {
    type: 'object',
    ...(snippets[what] && { defaultSnippets: snippets[what] }),
    properties: Object.fromEntries(
      Object.entries(shape).map(([key, schema]) => [
        key,
        explained(found(words[key], `what "${key}" of ${what} is for`), write(schema, writer)),
      ]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...(allOf.length > 0 && { allOf }),
  };
}

const mayBeAbsent = (schema: z.core.$ZodType): boolean =>
  formOf(schema)?.kind === 'section' || (schema as z.core.$ZodTypes)._zod.def.type === 'optional';

/** The schema of a list. Codes of members must be unique in it. */
function writeList(element: z.core.$ZodType, writer: Writer): JsonSchema {
  const form = formOf(element);
  return {
    type: 'array',
    items: write(element, writer),
    ...(form?.kind === 'scalar' && form.read === asCode && { uniqueItems: true }),
  };
}

/** The schema of entries by name or, for members, by code; there must be at least one member. */
function writeNamed(names: z.core.$ZodType, entry: z.core.$ZodType, writer: Writer): JsonSchema {
  const underCodes = formOf(names) !== undefined;
  return {
    type: 'object',
    propertyNames: underCodes ? write(names, writer) : { pattern: '^(?!\\s*__proto__\\s*$)' },
    additionalProperties: write(entry, writer),
    ...(underCodes && { minProperties: 1 }),
  };
}

/** The schema of a mapping, or of its main key's value alone. Parsing shows which words are valid alone. */
function writeShorthand(key: string, schema: z.core.$ZodPipe, writer: Writer): JsonSchema {
  const mapping = schema._zod.def.out;
  const main = present(found(mappingIn(mapping)._zod.def.shape[key], `the key "${key}"`));
  const form = formOf(main);
  const isEnough = (word: string | null): boolean => z.safeParse(schema, word ?? '').success;
  const alone =
    form?.kind === 'word' ? enumSchema(form.what, [...form.words, null].filter(isEnough)) : write(main, writer);
  const empty = isEnough(null) ? [{ type: ['string', 'null'], pattern: '^\\s*$' }] : [];
  return { anyOf: [alone, write(mapping, writer), ...empty] };
}

const mappingIn = (schema: z.core.$ZodType): z.core.$ZodObject => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'pipe' ? mappingIn(def.in) : (schema as z.core.$ZodObject);
};

const present = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'optional' ? def.innerType : schema;
};
