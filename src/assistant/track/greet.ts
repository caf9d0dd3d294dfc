import type { Conversation } from '../../domain/conversation.ts';
import { type Going, type Here, post, say } from './here.ts';
import { askWho, standingText } from './place.ts';

const greeted = (going: Going): Going => {
  const told: Conversation['told'] = [...new Set([...going.conversation.told, 'greeting' as const])];
  return { ...going, conversation: { ...going.conversation, told } };
};

const greet = (here: Here, going: Going, hello: string, question: string): Going =>
  going.conversation.group.plan === null
    ? askWho(here, greeted(going), [hello, question].filter(Boolean).join('\n\n'))
    : post(here, greeted(going), `${hello}\n\n${standingText(here, going)}`);

/** First contact with a group: who speaks, how to talk to it, what it does not read, and one question. */
export const greetGroup = (here: Here, going: Going): Going =>
  greet(here, going, say(here, 'hello_group'), say(here, 'ask_who'));

/** First contact with a person. */
export const greetPerson = (here: Here, going: Going): Going =>
  greet(here, going, here.assistant.greeting(here.language), '');

/** The first thing said to a person who did not begin with a greeting opens with who speaks. */
export const introduce = (here: Here, going: Going): Going => {
  const [first, ...rest] = going.deliveries;
  if (going.conversation.told.includes('greeting') || first?.kind !== 'post') return going;
  if (first.message.text.startsWith(here.assistant.greeting(here.language))) return greeted(going);
  const hello = say(here, here.incoming.place === 'group' ? 'hello_group' : 'hello_private');
  const { message } = first;
  // A heading stands at the top of its message: the introduction goes under it, where there is one.
  const opened = { ...first, message: { ...message, text: `${hello}\n\n${message.text}` } };
  return { ...greeted(going), deliveries: [opened, ...rest] };
};
