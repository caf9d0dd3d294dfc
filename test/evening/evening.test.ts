import { expect, test } from 'vitest';
import { playEvening } from './evening.ts';
import { drawPictures } from './pictures.ts';

test('an evening in Telegram and a morning in Slack: asked, handed over, answered, judged, kept, and told to another in their language', async () => {
  const evening = await playEvening();
  const { telegram, slack, desk, lucia, jean, lines, close } = evening;
  const citizen = await lucia.talk.transcript();
  expect(citizen).toContain('Adesso è chiuso: riapre domani alle 9:00');
  expect(citizen).toContain('Anna di Sportello di Valverde ha preso la tua richiesta');
  expect(citizen).toContain('da noi il notaio chiede di solito 1.200 euro');
  expect(citizen).toContain('Ti è servito?');

  const staff = await desk.transcript();
  expect(staff).toContain('Quanto costa il notaio per costituire la cooperativa?');
  expect(staff).toContain('Chi ha chiesto dice se è servito: sì.');
  expect(staff).toContain('Nota di Anna');

  const other = await jean.talk.transcript();
  expect(other).toMatch(/Le centre Sportello di Valverde a écrit, en italien/);
  expect(other).toContain('« Dipende dallo statuto: da noi il notaio chiede di solito 1.200 euro. »');

  const slackErrors = (await slack.calls()).filter(({ error }) => error !== undefined);
  expect(slackErrors).toEqual([]);
  expect(lines.filter((line) => !/key was made/.test(line))).toEqual([]);
  expect(lines.join('\n')).not.toMatch(/notaio|1\.200|Lucia|xoxb|xapp/);
  expect(lines.join('\n')).not.toContain(telegram.token);
  await drawPictures(evening);
  await close();
});
