import { badRequest, notFound } from '../failure.ts';
import { downloaded, pathOf } from '../files.ts';
import { type Method, method } from './method.ts';
import type { NamedMethod } from './methods.ts';

/** How the bot fetches what people sent. */
export const files: Readonly<Record<string, Method>> = {
  getFile: method<{ file_id: string }>('GetFileParams', (world, { file_id }) => {
    if (file_id === '') throw badRequest('file_id not specified');
    const file_path = pathOf(world, file_id);
    return { file_id, file_unique_id: file_id, file_size: world.files.get(file_id)?.size, file_path };
  }),
};

/** What is no method of the Bot API and stands beside them: the file at a path that `getFile` told. */
export const download: NamedMethod = {
  name: 'download',
  run: (world, { file_path }) => {
    const bytes = downloaded(world, String(file_path));
    if (!bytes) throw notFound();
    return bytes;
  },
};
