import type { ServerResponse } from 'node:http';
import { channelOf } from './call-log.ts';
import { SlackFailure, tooManyCalls } from './failure.ts';
import type { Fault } from './faults.ts';
import type { World } from './world.ts';

type Values = Readonly<Record<string, unknown>>;
/** What goes back: an object, or bytes of another kind. */
export type Answer = Values | { readonly bytes: Buffer; readonly type: string; readonly status?: number };
/** One call: how its arguments are read, and what it does with them. */
export type Work = {
  readonly method: string;
  readonly read: () => Promise<Values>;
  readonly run: (values: Values) => Answer | Promise<Answer>;
};

type Outcome = { readonly status: number; readonly answer?: Answer; readonly failure?: SlackFailure };

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const hasBytes = (answer: Answer | undefined): answer is { bytes: Buffer; type: string; status?: number } =>
  Buffer.isBuffer(answer?.bytes);

const write = (world: World, response: ServerResponse, { status, answer, failure }: Outcome): void => {
  const bytes = hasBytes(answer)
    ? answer.bytes
    : Buffer.from(
        JSON.stringify(failure ? { ok: false, error: failure.message, ...failure.more } : { ok: true, ...answer }),
      );
  response.writeHead(status, {
    'content-type': hasBytes(answer) ? answer.type : 'application/json; charset=utf-8',
    'content-length': bytes.length,
    ...(world.scopes && { 'x-oauth-scopes': world.scopes.join(',') }),
    ...(failure?.retryAfter !== undefined && { 'retry-after': String(failure.retryAfter) }),
  });
  response.end(bytes);
};

const record = (
  world: World,
  method: string,
  payload: Values,
  { status, answer, failure }: Outcome,
  lost: boolean,
): void => {
  const { token: _, ...told } = payload;
  const more = failure?.more.response_metadata as { messages?: readonly string[] } | undefined;
  world.calls.add({
    at: world.clock.now(),
    method,
    payload: told,
    status,
    ...(failure
      ? { error: failure.message }
      : { result: hasBytes(answer) ? { bytes: answer.bytes.length } : (answer ?? {}) }),
    ...(more?.messages && { messages: more.messages }),
    ...(lost && { answerLost: true as const }),
  });
};

const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof SlackFailure) return { status: error.status, failure: error };
  return {
    status: 500,
    failure: new SlackFailure('internal_error', { stack: error instanceof Error ? error.stack : String(error) }),
  };
};

/** Does what a fault says instead of the call; gives whether the call still runs. */
const instead = async (
  world: World,
  fault: Fault,
  method: string,
  values: Values,
  response: ServerResponse,
): Promise<boolean> => {
  if (fault.kind === 'slow') {
    await wait(fault.milliseconds);
    return true;
  }
  if (fault.kind === 'cut') {
    if (fault.executed) return true;
    record(
      world,
      method,
      values,
      { status: 0, failure: new SlackFailure('the connection was cut before the call') },
      false,
    );
    response.socket?.destroy();
    return false;
  }
  if (fault.kind === 'page') {
    const text = fault.body ?? '';
    record(world, method, values, { status: fault.status, failure: new SlackFailure(text) }, false);
    response.writeHead(fault.status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(text) });
    response.end(text);
    return false;
  }
  throw fault.kind === 'retry-after' ? tooManyCalls(fault.seconds) : new SlackFailure(fault.error);
};

/** Carries out one call with its faults, records it and answers it. */
export const answerCall = async (
  world: World,
  response: ServerResponse,
  { method, read, run }: Work,
): Promise<void> => {
  let values: Values = {};
  let outcome: Outcome;
  let lost = false;
  world.busy += 1;
  try {
    values = await read();
    const fault = world.faults.meet(method, channelOf(values));
    if (fault && !(await instead(world, fault, method, values, response))) return;
    lost = fault?.kind === 'cut';
    const answer = await run(values);
    outcome = { status: hasBytes(answer) ? (answer.status ?? 200) : 200, answer };
  } catch (error) {
    outcome = outcomeOf(error);
  } finally {
    world.busy -= 1;
  }
  record(world, method, values, outcome, lost);
  if (lost) response.socket?.destroy();
  else write(world, response, outcome);
};
