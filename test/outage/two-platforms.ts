import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createApp, type Service } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Language } from '../../src/domain/language.ts';
import { createLog } from '../../src/log.ts';
import { slackSettings } from '../slack/village.ts';
import { newFolder } from '../support/folder.ts';
import { createHeldClock } from '../support/held-clock.ts';
import type { Person as Colleague, Talk } from '../support/slack/driver-types.ts';
import type { Fault as SlackFault } from '../support/slack/faults.ts';
import { startSlack } from '../support/slack/server.ts';
import { createStillness } from '../support/stillness.ts';
import type { Person } from '../support/telegram/driver-types.ts';
import type { Fault as TelegramFault } from '../support/telegram/faults.ts';
import { startBotApi } from '../support/telegram/server.ts';

const DESK = 'C0SPORTELLO';
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const centresFile = (language: Language): string => {
  const file = join(newFolder(), 'centres.yaml');
  writeFileSync(
    file,
    `centres:
  - name: Centro di Valverde
    default: true
    territory: { regions: [Basilicata] }
    languages: [${language}]
    telephone: "+39 0971 000 000"
    time-zone: UTC
    desk: { at: "slack:T0CASA0001:${DESK}", answers-within-hours: 8, hours: { ${DAYS.map((day) => `${day}: ["0:00-23:59"]`).join(', ')} } }
`,
  );
  return file;
};

/** The program, and its end. */
const createProgram = (settings: NodeJS.ProcessEnv, clock: ReturnType<typeof createHeldClock>) => {
  const lines: string[] = [];
  const { observe, still } = createStillness();
  let service: Service | undefined;
  return {
    lines,
    begin: async (): Promise<void> => {
      const app = await createApp(
        readConfig(settings),
        createLog('info', (line) => void lines.push(line)),
      );
      service = await app.serve(app.channels, { observe, clock, now: () => Date.now() + clock.elapsed() });
      await service.pipeline.start();
    },
    end: async (): Promise<void> => {
      await service?.pipeline.stop(100);
      await service?.close();
      service = undefined;
    },
    still,
  };
};

/** The whole program between a strict Telegram and a strict Slack. Its waiting passes as the test lets it; either side may be down. */
export const openTwoPlatforms = async (deskLanguage: Language) => {
  const telegram = await startBotApi();
  const slack = await startSlack({ clientIds: true });
  const clock = createHeldClock();
  const settings = {
    ...slackSettings(slack),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    CENTRES_FILE: centresFile(deskLanguage),
  };
  const program = createProgram(settings, clock);
  onTestFinished(async () => {
    await program.end();
    await slack.close();
    await telegram.close();
  });
  const listens = async (): Promise<void> => {
    while ((await slack.sockets()).length === 0) await sleep(10);
  };
  await program.begin();
  await listens();
  const staff = await slack.user({ name: 'Anna', locale: 'it-IT' });
  const desk = await slack.channel({ id: DESK, name: 'sportello', members: [staff] });

  const calm = async <Result>(act: Promise<Result>): Promise<Result> => {
    const result = await act;
    await program.still();
    return result;
  };
  const tap = async (who: Person, choice: RegExp): Promise<void> => {
    const buttons = (await who.talk.botMessages()).flatMap((message) =>
      (message.reply_markup?.inline_keyboard ?? [])
        .flat()
        .map(({ callback_data = '' }) => ({ message, callback_data })),
    );
    const found = buttons.findLast(({ callback_data }) => choice.test(callback_data));
    if (!found) throw new Error(`no button carries ${choice}`);
    await calm(who.press(found.message, found.callback_data));
  };
  const press = async (where: Talk, who: Colleague, choice: string): Promise<void> => {
    const has = ({ value }: { readonly value: string }) => value === choice;
    const message = (await where.botMessages()).findLast(({ buttons }) => buttons.some(has));
    if (!message) throw new Error(`no button carries ${choice}`);
    await calm(where.press(who, message, message.buttons.find(has)!.value));
  };
  let isThere = true;
  return {
    telegram,
    slack,
    desk,
    staff,
    calm,
    tap,
    press,
    lines: program.lines,
    citizen: (firstName: string, languageCode: Language) => telegram.user({ firstName, languageCode }),
    /** Answers in a thread, by the form. */
    answer: async (where: Talk, text: string): Promise<void> => {
      await press(where, staff, 'reply');
      await staff.modal();
      await calm(staff.submit({ text }));
    },
    telegramDown: async (fault: TelegramFault): Promise<void> => {
      await telegram.fault(fault, { times: 'always' });
      await telegram.fault(fault, { times: 'always', method: 'getUpdates' });
    },
    telegramUp: () => telegram.clearFaults(),
    /** Every call is met by a fault; or nobody is there at all. */
    slackDown: async (fault: SlackFault | 'refused'): Promise<void> => {
      isThere = fault !== 'refused';
      await (fault === 'refused' ? slack.down() : slack.fault(fault, { times: 'always' }));
    },
    slackUp: async (): Promise<void> => {
      if (!isThere) await slack.up();
      await slack.clearFaults();
      await listens();
    },
    pass: (milliseconds: number) => clock.pass(milliseconds, program.still),
    restart: async (): Promise<void> => {
      await program.end();
      await program.begin();
    },
  };
};
