import type { Command } from './command.ts';
import { nothingKept, withStore } from './keep.ts';

const HELP = `campanile export: print what is kept of conversations, as JSON lines

  campanile export [ADDRESS …]

Without an address, all of them. A line reads
  {"address":"telegram:-100123","conversation":{…}|null,"waiting":[…],"unsent":[…]}
the state with plan, phase, ticks, partners and journal; what came in and waits; what waits to be sent. Texts and names stand there
in the clear: keep the output as carefully as the key. It may run beside "npm start".`;

export const exportKept: Command = {
  help: HELP,
  options: {},
  run: (call) =>
    withStore(call, async (store) => {
      const addresses = call.words.length > 0 ? call.words : await store.addresses();
      for (const address of addresses) {
        const kept = await store.export(address);
        if (!kept && call.words.length > 0) throw nothingKept(address);
        if (kept) call.print(JSON.stringify(kept));
      }
      return 0;
    }),
};
