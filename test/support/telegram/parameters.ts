import { Ajv, type ValidateFunction } from 'ajv';
import type { Body, Upload } from './body.ts';
import { badRequest } from './failure.ts';
import { type Definitions, parameterSchemas, type Schema } from './schema-file.ts';

export type Parameters = Readonly<Record<string, unknown>>;
/** Gives the parameters of a call as the schema wants them, or fails as the Bot API does. */
export type ReadParameters = (body: Body) => Parameters;

/** The kinds of value that a field may hold, `$ref` followed. */
const kindsOf = (schema: Schema | undefined, all: Definitions): Set<string> => {
  if (!schema) return new Set();
  if (schema.$ref) {
    const name = decodeURIComponent(schema.$ref.replace('#/definitions/', ''));
    return name === 'TelegramInputFile' ? new Set(['file']) : kindsOf(all[name], all);
  }
  if (schema.anyOf) return new Set(schema.anyOf.flatMap((choice) => [...kindsOf(choice, all)]));
  if (schema.enum || schema.const !== undefined) return new Set([typeof (schema.enum?.[0] ?? schema.const)]);
  return new Set([schema.type ?? []].flat());
};

const parseJson = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
  }
};

/** A form carries only strings: each becomes what its field is. */
const fromForm = (name: string, text: string, kinds: ReadonlySet<string>): unknown => {
  if (kinds.has('integer') && /^-?\d+$/.test(text)) return Number(text);
  if (kinds.has('string') || kinds.has('file')) return text;
  if (kinds.has('boolean')) return /^(true|yes|1)$/i.test(text) ? true : /^(false|no|0|)$/i.test(text) ? false : text;
  if (kinds.has('object') || kinds.has('array')) return parseJson(name, text);
  return text;
};

/** `attach://name` stands for a part of the same body. */
const attached = (value: unknown, files: ReadonlyMap<string, Upload>): unknown => {
  if (typeof value !== 'string' || !value.startsWith('attach://')) return value;
  const file = files.get(value.slice('attach://'.length));
  if (!file) throw badRequest(`there is no file "${value}" in the request`);
  return file;
};

const FILES: ReadonlySet<string> = new Set(['photo', 'document', 'voice', 'video', 'audio']);

const describe = (validate: ValidateFunction): string => {
  const errors = validate.errors ?? [];
  const deepest = errors.toSorted((one, other) => other.instancePath.length - one.instancePath.length)[0];
  const missing: unknown = deepest?.params.missingProperty;
  if (deepest?.instancePath === '' && typeof missing === 'string') {
    if (missing === 'text') return 'message text is empty';
    if (missing === 'chat_id') return 'chat_id is empty';
    if (FILES.has(missing)) return `there is no ${missing} in the request`;
    return `parameter "${missing}" is required`;
  }
  const extra: unknown = deepest?.params.additionalProperty;
  if (typeof extra === 'string')
    return `unknown field "${extra}"${deepest?.instancePath && ` in ${deepest.instancePath}`}`;
  return `wrong parameter${deepest?.instancePath && ` ${deepest.instancePath}`}: ${deepest?.message}`;
};

/** Makes the readers of parameters, one for each parameter type named. */
export const createParameterReaders = (types: readonly string[]): ((type: string) => ReadParameters) => {
  const definitions = parameterSchemas(types);
  const ajv = new Ajv({ strict: false });
  ajv.addSchema({ $id: 'api', definitions });
  const readers = new Map<string, ReadParameters>();

  const readerOf = (type: string): ReadParameters => {
    const validate = ajv.compile({ $ref: `api#/definitions/${type}` });
    const fields = definitions[type]?.properties ?? {};
    const kinds = new Map(Object.entries(fields).map(([name, schema]) => [name, kindsOf(schema, definitions)]));
    return ({ values, files, form }) => {
      let read = values;
      if (form) {
        const entries = Object.entries(values).map(([name, value]) => {
          const known = kinds.get(name) ?? new Set();
          const plain = typeof value === 'string' ? fromForm(name, value, known) : value;
          return [name, known.has('file') ? attached(plain, files) : plain];
        });
        const own = [...files].filter(([name]) => kinds.has(name));
        read = Object.fromEntries([...entries, ...own]) as Record<string, unknown>;
      }
      if (!validate(read)) throw badRequest(describe(validate));
      return read;
    };
  };

  return (type) => {
    const known = readers.get(type);
    if (known) return known;
    const made = readerOf(type);
    readers.set(type, made);
    return made;
  };
};
