import { isDeepStrictEqual } from 'node:util';
import { type Centre, PLACE_KINDS } from '../domain/centre.ts';

/** What is wrong, and where in the file. */
export type Wrong = { readonly path: readonly PropertyKey[]; readonly what: string };

/** "Sant’Agata" and "SANT AGATA" are one place, "Forlì" and "Forli" too. */
const spelling = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What only one centre may have, and where it stands. */
const claimsOf = ({ name, isDefault, territory }: Centre): readonly (readonly [what: string, field: string])[] => [
  [`name ${spelling(name)}`, 'name'],
  ...PLACE_KINDS.flatMap((kind) =>
    territory[kind].map((place) => [`${kind} ${spelling(place)}`, 'territory'] as const),
  ),
  ...(isDefault ? [['default', 'default'] as const] : []),
];

/** How a desk works; all centres that share it see the same. */
const workOf = ({ desk, timeZone, holidays }: Centre) => ({ desk, timeZone, holidays });

/**
 * The first thing in which centres contradict each other: a name or a place that two have, a second default, or one desk that works
 * differently for two of them.
 */
export const clashIn = (centres: readonly Centre[]): Wrong | undefined => {
  const seen = new Map<string, string>();
  for (const [at, centre] of centres.entries()) {
    for (const [what, field] of claimsOf(centre)) {
      const other = seen.get(what);
      if (other !== undefined)
        return { path: ['centres', at, field], what: `"${centre.name}" and "${other}" both have: ${what}` };
      seen.set(what, centre.name);
    }
    const sharing = centres.slice(0, at).find(({ desk }) => desk !== null && desk.at === centre.desk?.at);
    if (sharing && !isDeepStrictEqual(workOf(sharing), workOf(centre)))
      return {
        path: ['centres', at, 'desk'],
        what: `"${centre.name}" and "${sharing.name}" share a desk, but differ in its hours, promise, approval, time zone or holidays`,
      };
  }
  return undefined;
};
