/** The three languages of the edition. */
export const LANGUAGES = ['it', 'fr', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);
