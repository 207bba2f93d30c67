import type * as z from 'zod/mini';

/** The number of mistakes after which a text is not searched for more. */
export const mostMistakes = 10_000;

type Schema = z.core.$ZodType;
type Run = Schema['_zod']['run'];

/** What zod passes on to the schemas of all parts, and how many issues they have found. */
interface Context extends z.core.ParseContextInternal {
  readonly found?: { issues: number };
}

/** What stands for all that is not looked at; a text that is too large has its own words. */
const unseen = { code: 'too-large', message: 'not looked at' };

/** Schemas of entries whose issues are counted. */
const counting = new WeakSet<Schema>();

/**
 * The schema itself, of a list or a mapping that may have a million entries. Once there are `mostMistakes` it takes further
 * entries unseen, and has an issue that says so.
 */
export function limited<T extends z.core.$ZodArray | z.core.$ZodRecord>(schema: T): T {
  const { def } = (schema as z.core.$ZodTypes)._zod as z.core.$ZodArray['_zod'] | z.core.$ZodRecord['_zod'];
  for (const entry of def.type === 'array' ? [def.element] : [def.keyType, def.valueType]) {
    if (!counting.has(entry)) replaceRun(entry, counted);
    counting.add(entry);
  }
  replaceRun(schema, (run) => (payload, context: Context) => {
    const answer = run(payload, context) as z.core.ParsePayload;
    if (answer.issues.length === 0 && isFull(context))
      answer.issues.push({
        code: 'custom',
        input: undefined,
        message: unseen.message,
        path: [],
        params: { ...unseen },
      });
    return answer;
  });
  return schema;
}

function replaceRun(schema: Schema, make: (run: Run) => Run): void {
  schema._zod.run = make(schema._zod.run);
}

const isFull = ({ found }: Context): boolean => found !== undefined && found.issues >= mostMistakes;

const counted =
  (run: Run): Run =>
  (payload, context: Context) => {
    const { found } = context;
    if (found === undefined) return run(payload, context);
    const before = found.issues;
    if (before >= mostMistakes) return payload;
    const answer = run(payload, context) as z.core.ParsePayload;
    // Those of entries within it are counted already.
    found.issues = Math.max(found.issues, before + answer.issues.length);
    return answer;
  };

/** The schema's result for a value, with every mistake if there are fewer than `mostMistakes`. */
export function checkedBy<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
): z.core.util.SafeParseResult<z.output<T>> {
  const context = { found: { issues: 0 } };
  return schema.safeParse(value, context as z.core.ParseContext<z.core.$ZodIssue>);
}
