// The server as a process of its own: node test/support/telegram/serve.ts --port 8081 [--no-privacy] [--limits] [--keep 1000]
// It prints one line of JSON, {"root","token"}, when it is ready, and ends on SIGTERM.
import { parseArgs } from 'node:util';
import { startBotApi } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'no-privacy': { type: 'boolean', default: false },
    limits: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const server = await startBotApi({
  port: Number(values.port),
  privacy: !values['no-privacy'],
  limits: values.limits,
  ...(values.keep !== undefined && { keep: Number(values.keep) }),
});
console.log(JSON.stringify({ root: server.root, token: server.token }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close());
