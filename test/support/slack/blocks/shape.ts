import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { blockSchemas, type Schema } from '../schema-file.ts';
import { isPart } from './walk.ts';

const TOPS: readonly string[] = ['KnownBlock', 'ModalView', 'HomeView'];

const definitions = blockSchemas(TOPS);
const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addSchema({ $id: 'blocks', definitions });

/** The definitions of the blocks, by the `type` that each has. */
const byType = new Map(
  (definitions.KnownBlock?.anyOf ?? []).map(({ $ref = '' }) => {
    const name = decodeURIComponent($ref.replace('#/definitions/', ''));
    const typeOf = ({ properties, anyOf }: Schema): unknown =>
      properties?.type?.const ?? anyOf?.[0]?.properties?.type?.const;
    return [typeOf(definitions[name] ?? {}), name];
  }),
);
const compiled = new Map<string, ValidateFunction>();
const validatorOf = (name: string): ValidateFunction => {
  const known = compiled.get(name) ?? ajv.compile({ $ref: `blocks#/definitions/${name}` });
  compiled.set(name, known);
  return known;
};

const describe = ({ instancePath, message, params }: ErrorObject, pointer: string): string => {
  const where = `[json-pointer:${pointer}${instancePath}]`;
  if (typeof params.missingProperty === 'string') return `missing required field: ${params.missingProperty} ${where}`;
  if (typeof params.additionalProperty === 'string')
    return `no more fields allowed: ${params.additionalProperty} ${where}`;
  return `${message} ${where}`;
};

const errorsOf = (name: string, value: unknown, pointer: string): string[] => {
  const validate = validatorOf(name);
  if (validate(value)) return [];
  const [deepest] = (validate.errors ?? []).toSorted(
    (one, other) => other.instancePath.length - one.instancePath.length,
  );
  return [deepest ? describe(deepest, pointer) : `not valid [json-pointer:${pointer}]`];
};

/** What in these blocks does not have the form of Slack's own types. */
export const misshapenBlocks = (blocks: readonly unknown[], pointer: string): string[] =>
  blocks.flatMap((block, at) => {
    const here = `${pointer}/${at}`;
    if (!isPart(block)) return [`must be an object [json-pointer:${here}]`];
    const name = byType.get(block.type);
    return name ? errorsOf(name, block, here) : [`unsupported type: ${block.type} [json-pointer:${here}/type]`];
  });

/** What in a view, beside its blocks, does not have the form of Slack's own types. */
export const misshapenView = (view: Readonly<Record<string, unknown>>): string[] => {
  if (view.type !== 'modal' && view.type !== 'home') return ['must be modal or home [json-pointer:/view/type]'];
  if (!Array.isArray(view.blocks)) return ['missing required field: blocks [json-pointer:/view]'];
  return errorsOf(view.type === 'modal' ? 'ModalView' : 'HomeView', { ...view, blocks: [] }, '/view');
};
