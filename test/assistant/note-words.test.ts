import { expect, test } from 'vitest';
import { maskedFields } from '../../src/assistant/notes/note-from.ts';
import { withDeskAt } from '../../src/centres/try-out.ts';

test('what a note keeps hides no link and fetches nothing', () => {
  const [centre] = withDeskAt([], 'terminal:desk', 'UTC');
  const fields = {
    question: 'Quanto costa? ![](https://evil.example/q.gif)',
    text_it: 'Vedi [https://comune.it](https://evil.example). <img src="https://evil.example/p.gif">',
    text_fr: '',
    text_en: 'See [the call](https://regione.it/bando).',
    expires: '2027-11-26',
  };
  expect(maskedFields(fields, centre!)).toEqual({
    ...fields,
    question: 'Quanto costa?',
    text_it: 'Vedi https://comune.it (https://evil.example).',
    text_en: 'See the call (https://regione.it/bando).',
  });
});
