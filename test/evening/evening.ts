import { openVillage } from '../slack/village.ts';
import { centresFileWith, WEEKDAYS } from '../support/centres-file.ts';
import type { Person as Colleague, Talk } from '../support/slack/driver-types.ts';
import type { Person } from '../support/telegram/driver-types.ts';
import { startBotApi } from '../support/telegram/server.ts';

const DESK = 'C0SPORTELLO';
/** A centre whose desk is closed today, whatever day it is, and opens tomorrow at nine. */
const centresFile = (): string => {
  // The day of the week counts from Sunday here, and from Monday there.
  const tomorrow = WEEKDAYS[new Date().getUTCDay()]!;
  return centresFileWith({
    at: `slack:T0CASA0001:${DESK}`,
    opens: { days: [tomorrow], hours: '9:00-18:00' },
    timeZone: 'UTC',
  });
};

/**
 * An evening and the morning after, through both real adapters: a citizen in Telegram asks what the guide lacks and hands it over while the desk is
 * closed; from Slack staff takes it, drafts, answers, closes and keeps the answer as a note; the citizen says that it helped; another citizen asks the
 * same in French.
 */
export const playEvening = async () => {
  const telegram = await startBotApi();
  const village = await openVillage(
    {},
    { CENTRES_FILE: centresFile(), TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root },
  );
  const { server: slack } = village;
  const calm = async <Result>(act: Promise<Result>): Promise<Result> => {
    const result = await act;
    // What one side does is seen at the other.
    for (let times = 0; times < 2; times++) {
      await telegram.settled({ quiet: 150 });
      await slack.settled({ quiet: 150 });
    }
    return result;
  };
  const lucia = await telegram.user({ firstName: 'Lucia', languageCode: 'it' });
  const jean = await telegram.user({ firstName: 'Jean', languageCode: 'fr' });
  const anna = await slack.user({ name: 'Anna', locale: 'it-IT' });
  const desk = await slack.channel({ id: DESK, name: 'sportello', members: [anna] });

  const tap = async (who: Person, label: string): Promise<void> => {
    const has = ({ reply_markup }: { readonly reply_markup?: unknown }) =>
      JSON.stringify(reply_markup ?? '').includes(label);
    const message = (await who.talk.botMessages()).findLast(has);
    if (!message) throw new Error(`no button says ${label}`);
    await calm(who.press(message, label));
  };
  const press = async (where: Talk, who: Colleague, label: string): Promise<void> => {
    const named = ({ label: shown }: { readonly label: string }) => shown === label;
    const message = (await where.botMessages()).findLast(({ buttons }) => buttons.some(named));
    if (!message) throw new Error(`no button says ${label}`);
    await calm(where.press(who, message, message.buttons.find(named)!.value));
  };

  await calm(lucia.say('Quanto costa il notaio per costituire la cooperativa?'));
  await tap(lucia, 'Una persona');
  await tap(lucia, 'Manda');

  await press(desk, anna, 'Prendi');
  await press(desk, anna, 'Bozza');
  await calm(anna.submit({ text: 'Dipende dallo statuto: da noi il notaio chiede di solito 1.200 euro.' }));
  await press(desk, anna, 'Chiudi');
  await tap(lucia, 'Sì');
  await press(desk, anna, 'Tieni come nota');
  await calm(anna.submit({}));
  await calm(jean.say('Combien coûte le notaire pour créer la coopérative ?'));

  return { telegram, slack, desk, lucia, jean, anna, lines: village.lines, close: () => telegram.close() };
};
