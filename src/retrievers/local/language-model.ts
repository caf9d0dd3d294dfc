import { join } from 'node:path';
import { LANGUAGES } from '../../domain/language.ts';
import { textOf } from '../../domain/passage.ts';
import { fitLanguages } from '../../language/identify.ts';
import type { LinearModel } from '../../language/linear-model.ts';
import { type Expected, readIndex, writeIndex } from './index-folder.ts';
import type { LocalRetrieverParts } from './local-retriever.ts';

/** Opens or builds the model that tells the three languages apart, learned from the bank and the edition. */
export const openLanguageModel = (
  parts: Pick<LocalRetrieverParts, 'library' | 'bank' | 'corpus' | 'onEvent'> & { readonly folder: string },
  anew = false,
): LinearModel => {
  const expected: Expected = { language: null, corpus: parts.corpus, embedder: 'none', dimension: 0, engine: 'none' };
  const folder = join(parts.folder, 'languages');
  const stored = anew ? { refused: 'it was asked for' } : readIndex(folder, expected);
  if (!('refused' in stored)) return stored.model;
  const told = LANGUAGES.flatMap((language) =>
    parts.library[language].passages.map((passage) => ({ language, text: textOf(passage) })),
  );
  const model = fitLanguages([...parts.bank(), ...told]);
  try {
    writeIndex(folder, expected, { model, meanings: new Map(), writeVectors: () => {} });
  } catch (cause) {
    parts.onEvent?.({
      kind: 'kept-in-memory',
      language: null,
      because: cause instanceof Error ? cause.message : String(cause),
    });
  }
  return model;
};
