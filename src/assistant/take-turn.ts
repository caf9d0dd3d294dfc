import type { Answer, Choice } from '../domain/answer.ts';
import { type Conversation, newConversation } from '../domain/conversation.ts';
import { makeMove } from '../domain/group.ts';
import type { Language } from '../domain/language.ts';
import { type Incoming, type Message, plainMessage } from '../domain/message.ts';
import { clean } from '../language/fold.ts';
import type { Assistant } from './assistant.ts';
import { isCommand } from './hear/commands.ts';
import { hear } from './hear/hear.ts';
import { handOut, offerBrought } from './track/bring.ts';
import { greetGroup, introduce } from './track/greet.ts';
import { type Around, beginning, editionOf, type Going, type Here, post, say, type Taken } from './track/here.ts';
import { showList } from './track/list.ts';
import { press, wordsOfPress } from './track/press.ts';
import { proposeStand } from './track/propose.ts';
import { linesOf, openOf } from './track/steps.ts';
import { track } from './track/track.ts';
import type { AssistantParts } from './turn.ts';

/** From one thing that came in, and what is known of its conversation, to all that follows from it. Nothing is sent or kept here. */
export type TakeTurn = (incoming: Incoming, known: Conversation | null, around: Around) => Promise<Taken>;

const HOUR = 3_600_000;
const NOBODY = { id: '', name: '' };

/** The buttons under an answer: what is offered to choose from, and the way out of a question. */
const choicesOf = (here: Here, answer: Answer, { asking }: Conversation): Choice[][] => [
  ...answer.choices.map((choice) => [choice]),
  ...(asking
    ? [
        [
          { id: 'skip', label: say(here, 'button_skip') },
          { id: 'back', label: say(here, 'button_back') },
        ],
      ]
    : []),
];

const messageOf = (here: Here, answer: Answer, conversation: Conversation, more: readonly Choice[] = []): Message =>
  plainMessage(answer.text, {
    citations: answer.citations,
    choices: [...choicesOf(here, answer, conversation), ...(more.length > 0 ? [more] : [])],
  });

/** Answers a question, or talk. A first recommendation is adopted, so that the list can follow; another one than before is asked. */
const answer = async (here: Here, going: Going, text: string): Promise<Going> => {
  const before = going.conversation;
  const reply = await here.assistant.reply(text, { ...before, language: here.language });
  const told = reply.conversation.group;
  const after: Conversation = { ...reply.conversation, language: before.language, group: before.group, awaiting: null };
  const answered = { ...here, language: reply.answer.language };
  const recommends = reply.answer.outcome === 'recommendation' && told.plan !== null && !reply.conversation.asking;
  if (before.group.plan === null && told.plan !== null) {
    const move = { kind: 'stand', plan: told.plan, phase: told.phase } as const;
    const made = makeMove(before.group, move, here.by, here.incoming.at);
    const adopted: Conversation = { ...after, group: made?.group ?? before.group };
    const more: Choice[] = [
      { id: 'list', label: say(answered, 'button_list') },
      ...(made ? [{ id: `undo=${made.entry.number}`, label: say(answered, 'button_not_so') }] : []),
    ];
    return post(
      answered,
      { ...going, conversation: adopted },
      messageOf(answered, reply.answer, adopted, recommends ? more : []),
    );
  }
  const posted = post(answered, { ...going, conversation: after }, messageOf(answered, reply.answer, after));
  const another = recommends && told.plan !== before.group.plan && told.plan !== null;
  return another
    ? (proposeStand(answered, posted, { kind: 'stand', plan: told.plan, phase: told.phase }) ?? posted)
    : posted;
};

const takeText = async (here: Here, going: Going, text: string): Promise<Taken> => {
  const { conversation } = going;
  const { group } = conversation;
  const lines = linesOf(editionOf(here), group);
  const findings = await here.parts.retriever.retrieve({ text, language: here.language });
  const heard = await hear(here.parts.retriever, text, findings, {
    language: here.language,
    plan: group.plan,
    phase: group.phase,
    steps: lines.map(({ step }) => step),
    open: openOf(lines).map(({ number }) => number),
    lastStep: conversation.step,
    awaiting: conversation.proposal ? 'confirmation' : conversation.awaiting,
  });
  const tracked = heard && !(conversation.asking && !isCommand(text)) ? await track(here, going, heard) : undefined;
  return tracked ?? answer(here, going, text);
};

const takePress = async (here: Here, going: Going, choice: string): Promise<Taken> => {
  const { conversation, incoming } = { ...going, incoming: here.incoming };
  const stranger = incoming.place === 'group' && !(here.by.id in conversation.members);
  if (stranger && !(await here.around.isMember())) return { ...going, note: say(here, 'not_member') };
  const pressed = await press(here, going, choice);
  if (pressed) return pressed;
  if (choice === 'recommend') return answer(here, going, RECOMMEND[here.language]);
  const words = wordsOfPress(here, conversation, choice);
  if (!words) return { ...showList(here, going), note: say(here, 'old_button') };
  return answer(here, { ...going, conversation: words.conversation }, words.text);
};

/** What the button "we don't know yet" says in words. */
const RECOMMEND: Readonly<Record<Language, string>> = {
  it: 'quale piano fa per noi?',
  fr: 'quel plan est fait pour nous ?',
  en: 'which plan is right for us?',
};

const takeEvent = async (here: Here, going: Going): Promise<Taken> => {
  const { event } = here.incoming;
  switch (event.kind) {
    case 'text':
      return takeText(here, going, event.text);
    case 'press':
      return takePress(here, going, event.choice);
    case 'joined':
      return going.conversation.told.includes('greeting') ? going : greetGroup(here, going);
    case 'left':
      return { ...going, conversation: { ...going.conversation, list: null, proposal: null } };
    case 'unreadable': {
      if (here.incoming.at - going.conversation.textOnlyAt < HOUR) return going;
      const told = { ...going, conversation: { ...going.conversation, textOnlyAt: here.incoming.at } };
      return post(here, told, say(here, 'text_only'));
    }
    case 'letter':
      return event.letter.kind === 'bring'
        ? handOut(going, event.letter)
        : offerBrought({ ...here, by: event.letter.by }, going, event.letter);
    case 'moved':
      return going;
  }
};

/** The language of a reply: the message's own, then the person's, then the conversation's. */
const languageOf = (
  parts: AssistantParts,
  { event, from, place }: Incoming,
  { members, language }: Conversation,
): Language => {
  const usual = (from && members[from.id]) ?? (place === 'private' ? language : (from?.language ?? language));
  return event.kind === 'text' && !isCommand(event.text) ? parts.identify(clean(event.text), usual).language : usual;
};

/** Who was heard, in which language, and how the group is called now. */
const noteSpeaker = (
  conversation: Conversation,
  { from, title, event, place }: Incoming,
  language: Language,
): Conversation => {
  const spoke = from !== null && (event.kind === 'text' || event.kind === 'press');
  const members =
    spoke && conversation.members[from.id] !== language
      ? { ...conversation.members, [from.id]: language }
      : conversation.members;
  const usual = place === 'private' && event.kind === 'text' ? language : conversation.language;
  return { ...conversation, members, language: usual, title: title ?? conversation.title };
};

/** @param machineLanguage the language of a conversation of which nothing is known yet, where the channel knows none either */
export const createTakeTurn =
  (parts: AssistantParts, assistant: Assistant, machineLanguage: Language): TakeTurn =>
  async (incoming, known, around) => {
    const conversation = known ?? newConversation(incoming.from?.language ?? machineLanguage);
    const language = languageOf(parts, incoming, conversation);
    // A group takes the language in which it is first spoken to.
    const first = known === null && incoming.event.kind === 'text' ? { ...conversation, language } : conversation;
    const { from } = incoming;
    const here: Here = {
      parts,
      assistant,
      around,
      incoming,
      by: from ? { id: from.id, name: from.name } : NOBODY,
      language,
    };
    const taken = await takeEvent(here, beginning(noteSpeaker(first, incoming, language)));
    return taken.conversation === null ? taken : introduce(here, { ...taken, conversation: taken.conversation });
  };
