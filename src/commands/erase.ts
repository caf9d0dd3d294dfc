import { CampanileError } from '../domain/errors.ts';
import type { Command } from './command.ts';
import { nothingKept, withStore } from './keep.ts';

const HELP = `campanile erase: erase all that is kept of a conversation

  campanile erase ADDRESS [--yes]

Without --yes it says what would be erased, and erases nothing. What is erased does not come back: print it with "campanile export
ADDRESS" before, if somebody may want it. It may run beside "npm start"; a turn that is under way cannot bring it back.`;

export const erase: Command = {
  help: HELP,
  options: { yes: { type: 'boolean' } },
  run: (call) =>
    withStore(call, async (store) => {
      const [address, ...more] = call.words;
      if (address === undefined || more.length > 0)
        throw new CampanileError('usage', 'erase takes one address', 'campanile export prints those that there are.');
      const kept = await store.export(address);
      if (!kept) throw nothingKept(address);
      const { title = null, group } = kept.conversation ?? {};
      const what = [
        title ?? address,
        group?.plan ? `plan ${group.plan}, phase ${group.phase}` : 'no plan',
        `${Object.keys(group?.ticks ?? {}).length} ticks`,
        `${group?.journal.length ?? 0} journal entries`,
      ].join(', ');
      if (!call.options.yes) {
        call.print(`This would be erased: ${what}. Nothing was changed; say it again with --yes.`);
        return 1;
      }
      await store.erase(address);
      // Desks hold copies of requests; what they were shown on their platforms stays there.
      let copy = false;
      for (const thread of kept.conversation?.threads ?? []) copy = (await store.erase(thread)) || copy;
      call.print(`Erased: ${what}${copy ? ', and what desks held of it' : ''}.`);
      return 0;
    }),
};
