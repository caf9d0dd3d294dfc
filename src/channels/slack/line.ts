import { z } from 'zod';
import { asSlackError, callOptions, loadBolt, SILENT } from './client.ts';
import { SlackError } from './errors.ts';
import { within } from './in-order.ts';
import type { Receive } from './intake.ts';

export type LineSettings = { readonly appToken: string; readonly apiUrl: string };

/** One open socket of Socket Mode. */
export type Line = {
  /** Resolves when Slack announces that it ends, or it did: then another is wanted. */
  readonly ending: Promise<void>;
  /** Lets what was begun end, then closes it. */
  leave(): Promise<void>;
};

export type LineParts = LineSettings & {
  readonly receive: Receive;
  readonly onKept: () => void;
  readonly onKeepFailure: (error: unknown) => void;
};

/** How long Slack waits for an acknowledgement, and how long a socket may take to open and to close (milliseconds). */
const FOR_ACKS = 3000;
const FOR_HELLO = 10_000;
const FOR_GOODBYE = 1000;

const envelopeSchema = z.object({
  type: z.string(),
  envelope_id: z.string().optional(),
  reason: z.string().optional(),
  payload: z.unknown().optional(),
});

const envelopeIn = (data: unknown): z.infer<typeof envelopeSchema> | undefined => {
  try {
    return envelopeSchema.safeParse(JSON.parse(String(data))).data;
  } catch {
    return undefined;
  }
};

/**
 * Opens a socket; rejects with a SlackError when that fails. The library opens it, pings it and tells when it is silent. What comes over it is
 * read here: the library would acknowledge nothing by itself, but stumble over what is no envelope, and open the next socket seconds too late.
 */
export const openLine = async ({ appToken, apiUrl, receive, onKept, onKeepFailure }: LineParts): Promise<Line> => {
  const { SocketModeReceiver } = await loadBolt();
  const { client } = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: callOptions(apiUrl) },
  });
  client.removeAllListeners('ws_message');
  // The library acknowledges by this one too, and keeps it to itself.
  const { send } = client as unknown as { send(id: string, body: object): Promise<void> };
  const begun = new Set<Promise<void>>();
  const hello = Promise.withResolvers<void>();
  const ending = Promise.withResolvers<void>();
  hello.promise.catch(() => {});

  const answer = async (id: string, kind: string, body: unknown): Promise<void> => {
    try {
      const ack = await receive({ kind, body });
      onKept();
      // A socket that closed meanwhile acknowledges nothing: it comes again, and is known.
      await send.call(client, id, ack ?? {}).catch(() => {});
    } catch (error) {
      onKeepFailure(error);
    }
  };

  client.on('ws_message', (data: unknown) => {
    const envelope = envelopeIn(data);
    if (envelope?.type === 'hello') hello.resolve();
    else if (envelope?.type === 'disconnect') {
      hello.reject(new SlackError(envelope.reason ?? null, `Socket Mode: ${envelope.reason ?? 'ended'}`));
      ending.resolve();
    } else if (envelope?.envelope_id !== undefined) {
      const work = answer(envelope.envelope_id, envelope.type, envelope.payload);
      begun.add(work);
      void work.finally(() => begun.delete(work));
    }
  });
  client.on('disconnected', () => {
    hello.reject(new SlackError(null, 'Slack closed the connection'));
    ending.resolve();
  });

  const close = (): Promise<unknown> =>
    within(
      client.disconnect().catch(() => {}),
      FOR_GOODBYE,
      undefined,
    );
  client.start().catch((thrown: unknown) => hello.reject(asSlackError('apps.connections.open', thrown)));
  const late = new SlackError(null, 'Slack opened no connection in time');
  try {
    const opened = await within(
      hello.promise.then(() => true),
      FOR_HELLO,
      false,
    );
    if (!opened) throw late;
  } catch (error) {
    void close();
    throw error;
  }
  return {
    ending: ending.promise,
    leave: async () => {
      await within(Promise.all(begun), FOR_ACKS, undefined);
      await close();
    },
  };
};
