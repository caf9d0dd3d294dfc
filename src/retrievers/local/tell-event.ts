import type { Language } from '../../domain/language.ts';
import type { IndexEvent } from './index-event.ts';

type Log = { readonly info: (line: string) => void; readonly warn: (line: string) => void };

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { it: 'Italian', fr: 'French', en: 'English' };

/** Tells the operator what happens to the indexes. */
export const tellEvent = (log: Log, event: IndexEvent): void => {
  const language = 'language' in event && event.language !== null ? LANGUAGE_NAMES[event.language] : 'languages';
  switch (event.kind) {
    case 'building':
      log.info(`building the ${language} index (${event.because}) …`);
      break;
    case 'built':
      log.info(`built the ${language} index in ${(event.milliseconds / 1000).toFixed(1)} s`);
      break;
    case 'kept-in-memory':
      log.warn(
        `the index (${language}) could not be written (${event.because}); it is kept in memory and built again at the next start. Make DATA_DIR writable.`,
      );
      break;
    case 'vectors-missing':
      log.info(`${event.count} vectors of the endpoint are missing (${language}); answers go on without them`);
      break;
    case 'fetching':
      log.info(`fetching ${event.count} vectors from the endpoint (${language}) …`);
      break;
    case 'fetched':
      log.info(`fetched the vectors (${language}) in ${(event.milliseconds / 1000).toFixed(1)} s`);
      break;
    case 'endpoint-down':
      log.warn(`the embedding endpoint gives nothing (${event.because}); answers go on without it. ${event.remedy}`);
      break;
    case 'endpoint-up':
      log.info('the embedding endpoint answers again');
      break;
  }
};
