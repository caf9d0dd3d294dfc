import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Body, readBody } from './body.ts';
import { ApiFailure, notFound, tooManyRequests, unauthorized } from './failure.ts';
import type { Fault } from './faults.ts';
import { download } from './methods/files.ts';
import { methods, type NamedMethod, parameterTypes } from './methods/methods.ts';
import { createParameterReaders } from './parameters.ts';
import type { World } from './world.ts';

/** Answers a request that is not a call of the Bot API; false when it is none of its own either. */
export type Aside = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

type Outcome = { readonly status: number; readonly result?: unknown; readonly failure?: ApiFailure };

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const answer = (response: ServerResponse, { status, result, failure }: Outcome): void => {
  if (Buffer.isBuffer(result)) {
    response.writeHead(status, { 'content-type': 'application/octet-stream', 'content-length': result.length });
    response.end(result);
    return;
  }
  const body = failure
    ? {
        ok: false,
        error_code: status,
        description: failure.message,
        ...(failure.parameters && { parameters: failure.parameters }),
      }
    : { ok: true, result };
  const text = JSON.stringify(body);
  const after = failure?.parameters?.retry_after;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(after !== undefined && { 'retry-after': String(after) }),
  });
  response.end(text);
};

const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof ApiFailure) return { status: error.code, failure: error };
  const failure = new ApiFailure(500, `Internal Server Error: ${error instanceof Error ? error.stack : error}`);
  return { status: 500, failure };
};

type Asked = {
  readonly token: string;
  readonly name: string;
  readonly method: NamedMethod | undefined;
  readonly search: URLSearchParams | undefined;
};

/** A call names its bot and its method in the path, `/bot<token>/<method>`; a file its bot and its own path, `/file/bot<token>/<path>`. */
const readPath = (url: string): Asked | undefined => {
  const [, fileToken, file_path] = /^\/file\/bot([^/]*)\/(.+)$/.exec(url) ?? [];
  if (fileToken !== undefined && file_path !== undefined) {
    return { token: fileToken, name: 'download', method: download, search: new URLSearchParams({ file_path }) };
  }
  const query = url.indexOf('?');
  const [, token, name] = /^\/bot([^/]*)\/([^/]*)$/.exec(query < 0 ? url : url.slice(0, query)) ?? [];
  if (token === undefined || name === undefined) return undefined;
  const search = query < 0 ? undefined : new URLSearchParams(url.slice(query + 1));
  return { token, name, method: methods.get(name.toLowerCase()), search };
};

export const createHttp = (world: World, aside: Aside): Server => {
  const readers = createParameterReaders(parameterTypes);

  const run = async (method: NamedMethod, body: Body, response: ServerResponse): Promise<unknown> => {
    const parameters = method.parameters ? readers(method.parameters)(body) : body.values;
    if (method.name !== 'getUpdates') world.flood.check(Number(parameters.chat_id));
    return method.run(world, parameters, { gone: (forget) => response.on('close', forget) });
  };

  const record = (method: string, { values, files }: Body, outcome: Outcome, lost: boolean): void => {
    const uploads = [...files].map(([name, { bytes, ...file }]) => [name, { ...file, size: bytes.length }]);
    world.calls.add({
      at: world.clock.now(),
      method,
      payload: uploads.length ? { ...values, ...Object.fromEntries(uploads) } : values,
      status: outcome.status,
      ...(outcome.failure ? { description: outcome.failure.message } : { result: outcome.result }),
      ...(lost && { answerLost: true as const }),
    });
  };

  /** Does what the fault says instead of the call; gives whether the call still runs. */
  const instead = async (fault: Fault, method: string, body: Body, response: ServerResponse): Promise<boolean> => {
    if (fault.kind === 'slow') {
      await wait(fault.milliseconds);
      return true;
    }
    if (fault.kind === 'cut') {
      if (fault.executed) return true;
      record(method, body, { status: 0, failure: new ApiFailure(0, 'the connection was cut before the call') }, false);
      response.socket?.destroy();
      return false;
    }
    if (fault.kind === 'page') {
      const text = fault.body ?? '';
      record(method, body, { status: fault.status, failure: new ApiFailure(fault.status, text) }, false);
      response.writeHead(fault.status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(text) });
      response.end(text);
      return false;
    }
    throw fault.kind === 'retry-after' ? tooManyRequests(fault.seconds) : new ApiFailure(fault.code, fault.description);
  };

  const call = async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
    const { token, name, method, search } = asked;
    let body: Body = { values: {}, files: new Map(), form: false };
    let outcome: Outcome;
    let lost = false;
    const counted = method?.name === 'getUpdates' ? 0 : 1;
    world.busy += counted;
    const known = method?.name ?? name;
    try {
      body = await readBody(request, search);
      if (token !== world.token) throw unauthorized();
      if (!method) throw new ApiFailure(404, 'Not Found: method not found');
      const fault = world.faults.meet(method.name, Number(body.values.chat_id));
      if (fault && !(await instead(fault, method.name, body, response))) return;
      lost = fault?.kind === 'cut';
      outcome = { status: 200, result: await run(method, body, response) };
    } catch (error) {
      outcome = outcomeOf(error);
    } finally {
      world.busy -= counted;
    }
    record(known, body, outcome, lost);
    if (lost) response.socket?.destroy();
    else answer(response, outcome);
  };

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const asked = readPath(url);
    if (asked) {
      call(request, response, asked).catch(() => response.socket?.destroy());
    } else if (!aside(request, response, url)) {
      request.resume();
      answer(response, { status: 404, failure: notFound() });
    }
  });
  // A driver that was held up for a moment finds its connection still open.
  server.keepAliveTimeout = 600_000;
  return server;
};
