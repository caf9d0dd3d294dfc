import type { Command } from './command.ts';

const HELP = `campanile fit: fit the weights of the search and the thresholds of what is understood to the bank, judged on hands left
out, and write them where they are kept

For those who work on the bank: run it after adding questions, look at the figures, commit the file.`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const fit: Command = {
  help: HELP,
  options: {},
  run: async ({ openApp, print }) => {
    const app = await openApp();
    for await (const { language, questions, figures } of app.fit()) {
      const { first, family, hit1, hit3, miscalibrated } = figures;
      print(
        `${language}: ${questions} questions of hands left out; meaning first ${percent(first)}, its family ${percent(family)}, ` +
          `(plan, phase) first ${percent(hit1)}, among three ${percent(hit3)}, calibration error ${percent(miscalibrated)}`,
      );
    }
    return 0;
  },
};
