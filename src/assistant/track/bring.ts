import { type Brought, newGroup } from '../../domain/group.ts';
import type { Letter } from '../../domain/letter.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { propose } from './propose.ts';

/** Makes a one-time link, or word, that brings what a person prepared in private to their group. */
export const offerToBring = (here: Here, going: Going): Going => {
  const { conversation } = going;
  if (here.incoming.place === 'group') return post(here, going, say(here, 'bring_group'));
  if (conversation.group.plan === null) return post(here, going, say(here, 'bring_nothing'));
  const word = here.around.newWord();
  const { groupLink } = here.around;
  const text = groupLink ? say(here, 'bring_link', { link: groupLink(word) }) : say(here, 'bring_word', { word });
  return post(here, { ...going, conversation: { ...conversation, bring: word } }, text);
};

/** In a group: asks the private conversation of who came with the word for what was prepared there. */
export const askToBring = (here: Here, going: Going, word: string): Going => {
  const home = here.incoming.from?.home;
  if (!home) return post(here, going, say(here, 'bring_used'));
  const letter: Letter = { kind: 'bring', token: word, group: here.incoming.address, by: here.by };
  return { ...going, letters: [...going.letters, { to: home, place: 'private', letter }] };
};

/** In private: hands out what was prepared, once. */
export const handOut = (going: Going, { token, group, by }: Extract<Letter, { kind: 'bring' }>): Going => {
  const { conversation } = going;
  const right = conversation.bring !== null && conversation.bring === token;
  const { plan, phase, finished, ticks, partners } = conversation.group;
  const from: Brought | null = right ? { plan, phase, finished, ticks, partners } : null;
  return {
    ...going,
    conversation: right ? { ...conversation, bring: null } : conversation,
    letters: [...going.letters, { to: group, place: 'group', letter: { kind: 'brought', from, by } }],
  };
};

/** In the group again: asks before it is taken over. */
export const offerBrought = (here: Here, going: Going, { from, by }: Extract<Letter, { kind: 'brought' }>): Going => {
  if (!from || from.plan === null) return post(here, going, say(here, 'bring_used'));
  const { group } = going.conversation;
  const question = say(here, 'confirm_adopt', {
    who: by.name,
    plan: editionOf(here).plans[from.plan].name,
    phase: from.phase ?? 'none',
    ticks: Object.keys(from.ticks).length,
    replaces: group.journal.length > newGroup.journal.length ? 'yes' : 'no',
  });
  return propose(here, going, { kind: 'moves', moves: [{ kind: 'adopt', from }] }, 'anyone', question);
};
