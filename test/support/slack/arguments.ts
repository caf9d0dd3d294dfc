import { Ajv, type ValidateFunction } from 'ajv';
import type { Body } from './body.ts';
import { failure } from './failure.ts';
import { argumentSchemas, type Definitions, type Schema } from './schema-file.ts';

export type Arguments = Readonly<Record<string, unknown>>;
/** Gives the arguments of a call as the types want them, or fails with `invalid_arguments`. */
export type ReadArguments = (body: Body) => Arguments;

/** Checked by a stricter reader of their own. */
const ELSEWHERE: readonly string[] = ['blocks', 'view', 'attachments'];
/** In no published type, but in what Slack answers: some give messages an id of their own with it. */
const UNPUBLISHED: Readonly<Record<string, Schema>> = { client_msg_id: { type: 'string' } };

const follow = (schema: Schema, all: Definitions): Schema => {
  if (!schema.$ref) return schema;
  const target = all[decodeURIComponent(schema.$ref.replace('#/definitions/', ''))];
  return target ? follow(target, all) : {};
};

type Flat = { readonly properties: Record<string, Schema[]>; readonly required: Set<string> };

/** The choices of a call's arguments as one: every name with all its kinds; required is what every choice requires. */
const flatten = (schema: Schema, all: Definitions): Flat => {
  const whole = follow(schema, all);
  if (!whole.anyOf) {
    const properties = Object.entries(whole.properties ?? {}).map(([name, one]): [string, Schema[]] => [name, [one]]);
    return { properties: Object.fromEntries(properties), required: new Set(whole.required) };
  }
  const parts = whole.anyOf.map((choice) => flatten(choice, all));
  const properties: Record<string, Schema[]> = {};
  for (const part of parts)
    for (const [name, kinds] of Object.entries(part.properties))
      properties[name] = [...(properties[name] ?? []), ...kinds];
  return {
    properties,
    required: parts.map(({ required }) => required).reduce((one, other) => one.intersection(other)),
  };
};

const kindsOf = (schema: Schema, all: Definitions): string[] => {
  const whole = follow(schema, all);
  if (whole.anyOf) return whole.anyOf.flatMap((choice) => kindsOf(choice, all));
  if (whole.const !== undefined) return [typeof whole.const];
  return [whole.type ?? []].flat();
};

/** A form carries only strings: each becomes what its argument is. */
const fromForm = (text: unknown, kinds: ReadonlySet<string>): unknown => {
  if (typeof text !== 'string') return text;
  if (kinds.has('boolean') && /^(true|false|1|0)$/i.test(text)) return /^(true|1)$/i.test(text);
  if (kinds.has('number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!kinds.has('object') && !kinds.has('array')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const describe = (validate: ValidateFunction): string[] =>
  (validate.errors ?? []).slice(0, 3).map(({ instancePath, message, params }) => {
    if (typeof params.missingProperty === 'string') return `missing required field: ${params.missingProperty}`;
    if (typeof params.additionalProperty === 'string') return `unsupported argument: ${params.additionalProperty}`;
    return `${message} [json-pointer:${instancePath}]`;
  });

/** Makes the readers of arguments, one for each type named. */
export const createArgumentReaders = (types: readonly string[]): ((type: string) => ReadArguments) => {
  const definitions = argumentSchemas(types);
  const ajv = new Ajv({ strict: false });
  ajv.addSchema({ $id: 'api', definitions });
  const readers = new Map<string, ReadArguments>();

  const readerOf = (type: string): ReadArguments => {
    const { properties, required } = flatten(definitions[type] ?? {}, definitions);
    const known = { token: [{ type: 'string' }], team_id: [{ type: 'string' }], ...properties };
    const local = (schema: Schema): Schema => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'));
    const checked = Object.entries(known).map(([name, kinds]) => [
      name,
      ELSEWHERE.includes(name) ? {} : { anyOf: kinds.map(local) },
    ]);
    const extra = type === 'ChatPostMessageArguments' ? UNPUBLISHED : {};
    const validate = ajv.compile({
      type: 'object',
      properties: { ...Object.fromEntries(checked), ...extra },
      required: [...required],
      additionalProperties: false,
    });
    const kinds = new Map(
      Object.entries(known).map(([name, all]) => [name, new Set(all.flatMap((one) => kindsOf(one, definitions)))]),
    );
    return ({ values, form }) => {
      const read = form
        ? Object.fromEntries(
            Object.entries(values).map(([name, text]) => [name, fromForm(text, kinds.get(name) ?? new Set())]),
          )
        : values;
      if (!validate(read)) throw failure('invalid_arguments', ...describe(validate));
      return read;
    };
  };

  return (type) => {
    const made = readers.get(type) ?? readerOf(type);
    readers.set(type, made);
    return made;
  };
};
