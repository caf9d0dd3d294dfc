/** Any object inside of a block. */
export type Part = Readonly<Record<string, unknown>>;
export type Found = { readonly part: Part; readonly pointer: string };

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in a value, itself first, with its JSON pointer. */
export function* walk(value: unknown, pointer: string): Generator<Found> {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) yield* walk(one, `${pointer}/${at}`);
  } else if (isPart(value)) {
    yield { part: value, pointer };
    for (const [name, one] of Object.entries(value)) yield* walk(one, `${pointer}/${name}`);
  }
}
