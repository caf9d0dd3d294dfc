import type { Language } from '../../domain/language.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { texts } from './texts.ts';

/** The few linking words that an extractive answer needs. */
export const linkingWords = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    {
      steps: (count: number) => texts[language]('stepsIntro', { count }),
      noEnd: () => texts[language]('noEnd'),
    },
  ]),
) as Record<Language, { steps(count: number): string; noEnd(): string }>;
