// The server as a process of its own: node test/support/slack/serve.ts [--port 8082] [--control 8083] [--limits] [--client-ids] [--keep 1000]
// It prints one line of JSON, {"root","control","token","appToken","signingSecret"}, when it is ready, and ends on SIGTERM.
import { parseArgs } from 'node:util';
import { startSlack } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    control: { type: 'string', default: '0' },
    limits: { type: 'boolean', default: false },
    'client-ids': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const server = await startSlack({
  port: Number(values.port),
  controlPort: Number(values.control),
  limits: values.limits,
  clientIds: values['client-ids'],
  ...(values.keep !== undefined && { keep: Number(values.keep) }),
});
const { root, apiUrl, control, token, appToken, signingSecret } = server;
console.log(JSON.stringify({ root, apiUrl, control, token, appToken, signingSecret }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close());
