import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createArgumentReaders } from './arguments.ts';
import { bytesOf, readBody, readJson, readMultipart } from './body.ts';
import { failure, SlackFailure } from './failure.ts';
import { mayRead } from './files.ts';
import { type Answer, answerCall } from './http-calls.ts';
import { hasScope, needScope } from './methods/method.ts';
import { argumentTypes, methods } from './methods/methods.ts';
import { respond } from './responding.ts';
import type { Sockets } from './sockets.ts';
import type { World } from './world.ts';

const SIGN_IN = '<!DOCTYPE html><html><head><title>Sign in to Slack</title></head><body>Sign in</body></html>';
const OPEN = 'apps.connections.open';

const bearerIn = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];

/** Checks whose call it is, or fails as Slack does. */
const authorise = (world: World, token: unknown, forApp: boolean): void => {
  if (token === undefined || token === '') throw failure('not_authed');
  if (token === world.appToken || token === world.token) {
    if (forApp !== (token === world.appToken)) throw failure('not_allowed_token_type');
    if (world.revoked && !forApp) throw failure(world.revoked);
    return;
  }
  throw failure('invalid_auth');
};

export const createHttp = (world: World, sockets: Sockets): Server => {
  const readers = createArgumentReaders(argumentTypes);

  const webApi = (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    query: URLSearchParams,
  ): Promise<void> => {
    let form = true;
    return answerCall(world, response, {
      method: name,
      read: async () => {
        const body = await readBody(request, query);
        form = body.form;
        return body.values;
      },
      run: (values): Answer => {
        const token = bearerIn(request) ?? (form ? values.token : undefined);
        if (name === OPEN) {
          authorise(world, token, true);
          return { url: `${world.root.replace('http', 'ws')}/link/?ticket=${sockets.ticket()}&app_id=${world.appId}` };
        }
        const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
        if (!method) throw new SlackFailure('unknown_method', { req_method: name });
        authorise(world, token, false);
        if (method.scope) needScope(world, method.scope);
        const args = readers(method.arguments)({ values, form });
        world.limits.count(name, method.tier, String(args.channel ?? ''));
        return method.run(world, args);
      },
    });
  };

  /** The one step of an upload that brings the bytes; its address is its only pass. */
  const upload = (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> => {
    let bytes: Buffer = Buffer.alloc(0);
    return answerCall(world, response, {
      method: 'upload',
      read: async () => {
        const raw = await bytesOf(request);
        const type = request.headers['content-type'] ?? '';
        const parts = type.startsWith('multipart/') ? Object.values(await readMultipart(raw, type)) : [raw];
        bytes = parts.find((part) => Buffer.isBuffer(part)) ?? Buffer.alloc(0);
        return { file: id, size: bytes.length };
      },
      run: () => {
        const file = world.files.get(id);
        if (!file || file.uploaded) throw new SlackFailure('invalid_upload_url', {}, 404);
        if (bytes.length !== file.view.size) throw new SlackFailure('size_mismatch', {}, 400);
        file.bytes = bytes;
        file.uploaded = true;
        return { bytes: Buffer.from(`OK - ${bytes.length}`), type: 'text/plain' };
      },
    });
  };

  /** A private file: to who may not have it, Slack answers with its page for signing in. */
  const download = (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> =>
    answerCall(world, response, {
      method: 'download',
      read: () => Promise.resolve({ file: id }),
      run: () => {
        const file = world.files.get(id);
        const allowed = bearerIn(request) === world.token && !world.revoked && hasScope(world, 'files:read');
        if (!allowed || (file && !mayRead(world, file)))
          return { bytes: Buffer.from(SIGN_IN), type: 'text/html; charset=utf-8' };
        if (!file || file.view.mode === 'tombstone')
          return { bytes: Buffer.from('Not Found'), type: 'text/html', status: 404 };
        return { bytes: file.bytes, type: file.view.mimetype };
      },
    });

  const answer = (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> =>
    answerCall(world, response, {
      method: 'response_url',
      read: async () => readJson(await bytesOf(request)),
      run: (values) => {
        respond(world, id, values);
        return {};
      },
    });

  const route = (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const [, first = '', ...rest] = pathname.split('/');
    if (first === 'api' && rest[0]) return webApi(request, response, rest.join('/'), searchParams);
    if (first === 'upload' && rest[1]) return upload(request, response, rest[1]);
    if (first === 'files-pri' && rest[0]) return download(request, response, rest[0].split('-')[1] ?? '');
    if (first === 'response' && rest[0]) return answer(request, response, rest[0]);
    request.resume();
    response.writeHead(404).end();
    return Promise.resolve();
  };

  const server = createServer((request, response) => {
    route(request, response).catch(() => response.socket?.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    if ((request.url ?? '').startsWith('/link')) sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  server.keepAliveTimeout = 60_000;
  return server;
};
