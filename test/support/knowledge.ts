import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../../src/knowledge/library.ts';

export const knowledgeFolder = fileURLToPath(new URL('../../knowledge', import.meta.url));

export const library = loadLibrary(knowledgeFolder);
