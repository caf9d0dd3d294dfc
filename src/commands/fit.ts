import type { App } from '../app.ts';

export const FIT_HELP = `campanile fit: fit the weights of the search to the bank, judged on hands left out, and write them where they are kept

For those who work on the bank; run it after adding questions, look at the figures, commit the file.`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Fits the weights of the stack, prints how well hands left out are understood, and tells where the weights were written. */
export const fit = async (app: App, print: (text: string) => void): Promise<void> => {
  for await (const { language, questions, figures } of app.fit()) {
    const { first, family, hit1, hit3 } = figures;
    print(
      `${language}: ${questions} questions of hands left out; meaning first ${percent(first)}, its family ${percent(family)}, ` +
        `(plan, phase) first ${percent(hit1)}, among three ${percent(hit3)}`,
    );
  }
};
