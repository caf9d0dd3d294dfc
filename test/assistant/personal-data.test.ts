import { describe, expect, onTestFinished, test } from 'vitest';
import { tellsPersonalData } from '../../src/assistant/personal-data.ts';
import { texts } from '../../src/assistant/texts/texts.ts';
import { addressOf, createTerminalChannel, type Shown } from '../../src/channels/terminal/channel.ts';
import type { Language } from '../../src/domain/language.ts';
import { openTestApp } from '../support/app.ts';
import { ownDataFolder } from '../support/run.ts';

test.each([
  ...[
    'il mio iban è IT60X0542811101000000123456',
    'IBAN: IT60 X054 2811 1010 0000 0123 456',
    'FR76 3000 6000 0112 3456 7890 189',
  ],
  ...['RSSNNA80A41H501X', 'il codice è RSS NNA 80A41 H501X', 'carta 4000 1234 5678 9010', '1 85 05 78 006 084 36'],
  ...[
    'chiamatemi al 347 1234567',
    '+39 0971 000 000',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '0971/000000',
    'call +44 7700 900123',
  ],
  ...[
    'scrivetemi a anna.rossi@example.org',
    'mia madre ha l’alzheimer',
    'ho un tumore',
    'sono incinta',
    'soffro di epilessia',
  ],
  ...[
    'sono invalida al 74%',
    'j’ai un cancer',
    'ma mère a un cancer',
    'je suis enceinte',
    'mon mari souffre de dépression',
  ],
  ...['I have cancer', 'I’m diabetic', 'my mum has dementia', 'ti mando la cartella clinica'],
])('“%s” tells personal data', (text) => {
  expect(tellsPersonalData(text)).toBe(true);
});

test.each([
  ...[
    'servono 150.000 euro?',
    'il bando dà 300.000.000 di euro',
    'on a besoin de 100 000 euros',
    'we need 350 000 euro',
  ],
  ...['entro il 31/12/2026', 'dal 03.05.2024 10:00', 'la legge 381/1991', 'tra il 2024-2030', 'siamo 1234 abitanti'],
  ...['il CAP è 85010', 'plan 5.2.3', 'un ambulatorio per i malati', 'l’area ha una depressione economica'],
  ...[
    'corso a distanza sul diabete',
    'a centre for people with dementia',
    'le village a un dispensaire',
    'art12 comma 3',
  ],
  ...[
    'mi chiamo Anna',
    'assistenza agli anziani invalidi',
    'une maison de santé pour les malades',
    'the valley has a hospital',
  ],
])('“%s” tells none', (text) => {
  expect(tellsPersonalData(text)).toBe(false);
});

/** A group with the whole app; gives what is told, and what is kept of what could not be answered. */
const openGroup = async () => {
  const shown: Shown[] = [];
  const app = await openTestApp(ownDataFolder());
  const service = await app.serve([createTerminalChannel((one) => shown.push(one))]);
  const beside = await app.openStore(false);
  await service.pipeline.start();
  onTestFinished(async () => {
    await service.pipeline.stop(1000);
    await beside.close();
    await service.close();
  });
  return {
    gaps: async () => (await beside.gaps()).map(({ text }) => text),
    says: async (text: string, language: Language = 'it') => {
      shown.length = 0;
      const from = { id: 'ada', name: 'Ada', home: null, language, admin: true } as const;
      const event = { kind: 'text', text } as const;
      const incoming = { address: addressOf('g1'), place: 'group', title: null, from, at: Date.now(), event } as const;
      await service.pipeline.take([{ channel: 'terminal', id: app.newWord(), incoming }]);
      await service.pipeline.settled();
      return shown.filter(({ edits }) => !edits).map(({ message }) => message.text);
    },
  };
};

describe('a question that tells personal data', () => {
  test.each([
    ['dove troviamo i soldi? il mio iban è IT60 X054 2811 1010 0000 0123 456', 'it', 'Dalla guida: parte generale'],
    ['mon numéro est le 06 12 34 56 78, où trouver de l’argent ?', 'fr', "D'après le guide : partie générale"],
    ['my phone is +44 7700 900123, where do we find money?', 'en', 'From the guide: general part'],
    ['RSSNNA80A41H501X, quanti soci servono?', 'it', 'La guida non dice quanti soci servono'],
    ['ho un tumore, chi coinvolge la Pro Loco?', 'it', 'Dalla guida: piano Pro Loco'],
  ] as const)('is answered as any other, and warned of: “%s”', async (text, language, answer) => {
    const group = await openGroup();
    const [told] = await group.says(text, language);
    expect(told).toContain(answer);
    expect(told?.endsWith(texts[language]('noPersonalData'))).toBe(true);
  });

  test('is warned of once in a conversation', async () => {
    const group = await openGroup();
    const told = [
      await group.says('chiamatemi al 347 1234567: chi coinvolge la Pro Loco?'),
      await group.says('il mio numero è 347 1234567, dove troviamo i soldi?'),
      await group.says('ho un tumore, quanti soci servono?'),
    ].flat();
    expect(told).toHaveLength(3);
    expect(told.filter((text) => text.includes(texts.it('noPersonalData')))).toEqual([told[0]]);
  });

  test('that the guide does not answer is kept without them', async () => {
    const group = await openGroup();
    await group.says('mi chiamo Anna Rossi, il notaio quanto si prende? versate su IT60 X054 2811 1010 0000 0123 456');
    expect(await group.gaps()).toEqual(['mi chiamo [name], il notaio quanto si prende?']);
  });

  test('alone is no question: only that it is not needed is said', async () => {
    const group = await openGroup();
    const [told] = await group.says('il mio iban è IT60X0542811101000000123456');
    expect(told).toContain(texts.it('personalData'));
    expect(told).not.toContain(texts.it('noPersonalData'));
  });
});
