import { Ajv } from 'ajv';
import { objectSchemas } from './schema-file.ts';

/** Whether something is an update as the Bot API's types say; what is wrong with it stands in `errors`. */
export const isUpdate = new Ajv({ strict: false, allErrors: true }).compile({
  $ref: '#/definitions/TelegramUpdate',
  definitions: objectSchemas(['TelegramUpdate']),
});
