import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/language.ts';

/** The texts of one language under their names; each may hold ICU arguments (`{plan}`, `{count, plural, …}`). */
export type Catalogue<Name extends string> = Readonly<Record<Name, string>>;

export type Arguments = Readonly<Record<string, string | number>>;

/** Writes a text of a catalogue; throws when an argument is missing. */
export type Messages<Name extends string> = (name: Name, values?: Arguments) => string;

/**
 * Catalogues are written with the typographic apostrophe, for ICU reads the straight one as a quotation mark;
 * texts come out with the straight one, as the edition and people's keyboards have it.
 */
export const createMessages = <Name extends string>(language: Language, catalogue: Catalogue<Name>): Messages<Name> => {
  const formats = new Map<Name, IntlMessageFormat>();
  return (name, values = {}) => {
    const known = formats.get(name);
    const format = known ?? new IntlMessageFormat(catalogue[name], language, undefined, { ignoreTag: true });
    if (!known) formats.set(name, format);
    return String(format.format(values)).replaceAll('’', "'");
  };
};
