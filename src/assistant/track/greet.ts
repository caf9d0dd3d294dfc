import type { Conversation } from '../../domain/conversation.ts';
import { type Message, plainMessage } from '../../domain/message.ts';
import { dangerIn } from '../danger.ts';
import { type Going, type Here, post, say } from './here.ts';
import { listButton } from './list.ts';
import { askWhere, askWho, standingText } from './place.ts';

const greeted = (going: Going): Going => {
  const told: Conversation['told'] = [...new Set([...going.conversation.told, 'greeting' as const])];
  return { ...going, conversation: { ...going.conversation, told } };
};

const helloOf = (here: Here): string => {
  const { place, event } = here.incoming;
  if (place === 'private') return say(here, 'hello_private');
  const seesAll = here.around.seesAll || (event.kind === 'joined' && event.seesAll === true);
  return say(here, 'hello_group', { sees: seesAll ? 'all' : 'ours' });
};

/** Says hello, and leads at once to who they are and how far, or to where they stand. */
const greetWith = (here: Here, going: Going, hello: string): Going => {
  const { plan, phase } = going.conversation.group;
  const said = greeted(going);
  if (plan === null) return askWho(here, said, `${hello}\n${say(here, 'ask_who_where')}`);
  const standing = `${hello}\n${standingText(here, going)}`;
  if (phase === null) return askWhere(here, said, `${standing} ${say(here, 'ask_where')}`);
  return post(here, said, plainMessage(standing, { choices: [[listButton(here)]] }));
};

/** First contact: who speaks, in a group also how to talk to it and what it does not read, and one question. */
export const greet = (here: Here, going: Going): Going => greetWith(here, going, helloOf(here));

/** Answers a greeting; who speaks is told only the first time. */
export const greetBack = (here: Here, going: Going): Going =>
  going.conversation.told.includes('greeting') ? greetWith(here, going, say(here, 'hello_again')) : greet(here, going);

/** The first thing said to those who did not begin with a greeting opens with who speaks. */
export const introduce = (here: Here, going: Going): Going => {
  const [first, ...rest] = going.deliveries;
  if (going.conversation.told.includes('greeting') || first?.kind !== 'post') return going;
  // Who is in danger is not met with a presentation; what they are told says that a program speaks.
  const { event } = here.incoming;
  if (event.kind === 'text' && dangerIn(event.text)) return going;
  // A heading stands at the top of its message: the introduction goes under it, where there is one.
  const open = (message: Message): Message => ({ ...message, text: `${helloOf(here)}\n\n${message.text}` });
  const said = greeted(going);
  const { answered } = said.conversation;
  const isAnswer = answered?.key === first.key;
  return {
    ...said,
    // An answer keeps it when its buttons go.
    conversation: isAnswer
      ? { ...said.conversation, answered: { ...answered, message: open(answered.message) } }
      : said.conversation,
    deliveries: [{ ...first, message: open(first.message) }, ...rest],
  };
};
