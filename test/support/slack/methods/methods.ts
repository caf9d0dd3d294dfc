import { assistingMethods } from './assisting.ts';
import { changingMethods } from './changing.ts';
import { filingMethods } from './filing.ts';
import { lookingMethods } from './looking.ts';
import type { Methods } from './method.ts';
import { postingMethods } from './posting.ts';
import { viewingMethods } from './viewing.ts';

/** The methods of the Web API that this server has; `apps.connections.open` is the sockets' own. */
export const methods: Methods = {
  ...postingMethods,
  ...changingMethods,
  ...lookingMethods,
  ...viewingMethods,
  ...filingMethods,
  ...assistingMethods,
};

export const argumentTypes: readonly string[] = Object.values(methods).map((method) => method.arguments);
