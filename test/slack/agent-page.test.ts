import { expect, test } from 'vitest';
import type { Talk } from '../support/slack/driver-types.ts';
import { centreAtDesk, DESK, press } from './centre.ts';
import { openVillage } from './village.ts';

const saidIn = async (chat: Talk): Promise<string> =>
  (await chat.botMessages()).map(({ lines }) => lines.join('\n')).join('\n');

test('on the agent’s page each chat is a thread with a talk of its own, and a person answers where they were asked for', async () => {
  const village = await openVillage({ agentPage: true }, centreAtDesk());
  const { server, maria, calm, lines } = village;
  const lucia = await server.user({ name: 'Lucia', locale: 'it-IT' });
  const desk = await server.channel({ id: DESK, name: 'sportello', members: [lucia] });
  const { direct } = maria;

  const phases = direct.threadOf(await calm(maria.say('quali sono le fasi?')));
  const money = direct.threadOf(await calm(maria.say('dove troviamo i soldi?')));
  // What is said next in a chat follows on that chat, whatever was asked elsewhere meanwhile.
  await calm(phases.say(maria, 'e poi?'));
  expect((await phases.last())!.lines.join('\n')).toMatch(/^Nella fase 1, L'idea/);
  await calm(money.say(maria, 'non ho capito'));
  expect((await money.last())!.lines.join('\n')).toMatch(/^La finanziaria/);

  await calm(phases.say(maria, 'quali sono le fasi?'));
  await press(village, money, maria, /^person$/);
  await press(village, money, maria, /^send=/);
  const [card] = await desk.botMessages();
  expect(card!.lines.join('\n')).toMatch(/Campanile ha risposto: La finanziaria/);
  expect(card!.lines.join('\n')).not.toMatch(/fase 1/);
  await calm(phases.say(maria, 'e poi?'));
  await press(village, desk, lucia, /^reply$/);
  await lucia.modal();
  await calm(lucia.submit({ text: 'Passa MARTEDÌ.' }));

  expect(await saidIn(money)).toMatch(/MARTEDÌ/);
  expect(await saidIn(phases)).not.toMatch(/MARTEDÌ/);
  // Nothing of ours stands outside of the chats.
  expect((await direct.botMessages()).filter(({ thread }) => thread === undefined)).toEqual([]);
  expect((await server.calls()).filter(({ error }) => error !== undefined)).toEqual([]);
  expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
});

test('in a new chat a follow-up leans on no other', async () => {
  const { maria, calm } = await openVillage({ agentPage: true });
  await calm(maria.say('quali sono le fasi?'));
  const chat = maria.direct.threadOf(await calm(maria.say('e poi?')));
  expect(await saidIn(chat)).toBe('Di che cosa? Mi serve la domanda per intero.');
});
