import { type Conversation, newConversation } from '../domain/conversation.ts';
import type { Heard } from '../domain/heard.ts';
import type { Language } from '../domain/language.ts';
import type { Letter } from '../domain/letter.ts';
import type { Event, Incoming } from '../domain/message.ts';
import { afterTurn, forgetAskedBefore, inItsThread, isWaitedFor } from '../domain/talk.ts';
import { clean } from '../language/fold.ts';
import type { Assistant } from './assistant.ts';
import { takeDeskTurn } from './desk/desk.ts';
import { deskAt } from './desk/desk-here.ts';
import { showHome } from './desk/home.ts';
import {
  askForPerson,
  confirmWish,
  handOver,
  pressHandOver,
  remindOfRequest,
  takeHandOverLetter,
  takeTime,
} from './hand-over/hand-over.ts';
import { tellDesk } from './hand-over/on-the-way.ts';
import { answerStatus } from './hand-over/status.ts';
import { hearBareName, isCommand } from './hear/commands.ts';
import { hear } from './hear/hear.ts';
import { comfortingWords } from './meet-danger.ts';
import { namedPlace } from './named-place.ts';
import { answerHere } from './track/answer-here.ts';
import { handOut, offerBrought } from './track/bring.ts';
import { excuse } from './track/excuse.ts';
import { greet, introduce } from './track/greet.ts';
import { type Around, beginning, editionOf, type Going, type Here, post, say, type Taken } from './track/here.ts';
import { tellOldButton } from './track/old-button.ts';
import { press, wordsOfPress } from './track/press.ts';
import { linesOf, openOf } from './track/steps.ts';
import { track } from './track/track.ts';
import type { AssistantParts } from './turn.ts';

/** From one thing that came in, and what is known of its conversation, to all that follows from it. Nothing is sent or kept here. */
export type TakeTurn = (incoming: Incoming, known: Conversation | null, around: Around) => Promise<Taken>;

type Text = Extract<Event, { kind: 'text' }>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOBODY = { id: '', name: '' };

/** What a message says of the group's way, in its conversation. */
const heardIn = async (here: Here, { conversation }: Going, text: string) => {
  const { group, proposal, wish } = conversation;
  const lines = linesOf(editionOf(here), group);
  const findings = await here.parts.retriever.retrieve({ text, language: here.language });
  return hear(here.parts.retriever, text, findings, {
    language: here.language,
    plan: group.plan,
    phase: group.phase,
    steps: lines.map(({ step }) => step),
    open: openOf(lines).map(({ number }) => number),
    lastStep: conversation.step,
    awaiting: (proposal || wish?.question) && isWaitedFor(conversation) ? 'confirmation' : conversation.awaiting,
  });
};

/** What goes to a person, and what is said to a wish for one; undefined for what the assistant itself answers. Commands always work. */
const takeForPerson = async (here: Here, going: Going, event: Text, heard?: Heard): Promise<Taken | undefined> => {
  const { proposal } = going.conversation;
  if (isCommand(event.text) || hearBareName(clean(event.text)) || (heard?.kind === 'confirm' && proposal))
    return undefined;
  const confirmed = heard?.kind === 'confirm' ? await confirmWish(here, going, heard) : undefined;
  if (confirmed) return confirmed;
  const handed = handOver(here, going, event);
  if (!handed) return undefined;
  // Whoever reads it, and whenever they do: who is in danger is told at once whom to call.
  const comforting = comfortingWords(event.text, here.language);
  const told = comforting === null ? handed : post(here, handed, comforting);
  // A step told to a person as done is done.
  return heard?.kind === 'ticks' ? track(here, told, heard) : told;
};

const takeText = async (here: Here, going: Going, event: Text): Promise<Taken> => {
  const { conversation } = going;
  const { text } = event;
  const heard = await heardIn(here, going, text);
  const handed = await takeForPerson(here, going, event, heard);
  if (handed) return handed;
  const status = answerStatus(here, going, text);
  if (status) return status;
  const asked = heard?.kind === 'person' ? askForPerson(here, going, text) : undefined;
  if (asked) return asked;
  // Who has not said yet who they are is told in private why a plan fits them, unless they name their phase themselves.
  const wantsReasons =
    heard?.kind === 'standing' &&
    here.incoming.place === 'private' &&
    conversation.group.plan === null &&
    namedPlace(text).named.phase === null;
  const isForUs = heard && !wantsReasons && !(conversation.asking && !isCommand(text));
  const tracked = isForUs ? await track(here, going, heard) : undefined;
  return tracked ?? remindOfRequest(here, await answerHere(here, going, text));
};

const takePress = async (here: Here, going: Going, choice: string): Promise<Taken> => {
  const { conversation } = going;
  const pressed = (await press(here, going, choice)) ?? (await pressHandOver(here, going, choice));
  if (pressed) return pressed;
  if (choice === 'recommend') return answerHere(here, going, RECOMMEND[here.language]);
  const words = wordsOfPress(here, conversation, choice);
  if (!words) return tellOldButton(here, going);
  return answerHere(here, { ...going, conversation: words.conversation }, words.text);
};

/** What the button "we don't know yet" says in words. */
const RECOMMEND: Readonly<Record<Language, string>> = {
  it: 'quale piano fa per noi?',
  fr: 'quel plan est fait pour nous ?',
  en: 'which plan is right for us?',
};

const takeLetter = async (here: Here, going: Going, letter: Letter): Promise<Taken> => {
  switch (letter.kind) {
    case 'bring':
      return handOut(going, letter);
    case 'brought':
      return offerBrought({ ...here, by: letter.by }, going, letter);
    default:
      return takeHandOverLetter(here, going, letter) ?? going;
  }
};

const takeEvent = async (here: Here, going: Going): Promise<Taken> => {
  const { event } = here.incoming;
  switch (event.kind) {
    case 'text':
      return event.passedOn
        ? (handOver(here, going, event) ?? answerHere(here, going, event.text))
        : takeText(here, going, event);
    case 'press':
      return takePress(here, going, event.choice);
    case 'joined': {
      const joined = { ...going, conversation: { ...going.conversation, mayPin: event.mayPin ?? false } };
      return going.conversation.told.includes('greeting') ? joined : greet(here, joined);
    }
    case 'left': {
      // Let in again it says anew who it is, and where the group stands.
      const told = going.conversation.told.filter((one) => one !== 'greeting');
      return { ...going, conversation: { ...going.conversation, told, list: null, mayPin: false, proposal: null } };
    }
    case 'unreadable': {
      const handed = handOver(here, going, event);
      if (handed) return handed;
      if (event.beside || here.incoming.at - going.conversation.textOnlyAt < HOUR) return going;
      const told = { ...going, conversation: { ...going.conversation, textOnlyAt: here.incoming.at } };
      return post(here, told, say(here, 'text_only'));
    }
    case 'letter':
      return takeLetter(here, going, event.letter);
    case 'alarm':
      return takeTime(here, going, event);
    case 'unreachable':
    case 'delayed':
    case 'arrived':
      return tellDesk(here, going, event.kind);
    case 'home':
      return showHome(here, going);
    case 'moved':
    case 'moved-in':
    case 'parted':
    case 'form':
    case 'edited':
    case 'deleted':
    case 'aside':
    case 'closed':
    case 'started':
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

/** When the assistant was sent away. Words, or being let in again, show that it is there; a press may be of an old message. */
const leftAtAfter = ({ event, at }: Incoming, { leftAt }: Conversation): number | null => {
  if (event.kind === 'left') return at;
  return event.kind === 'text' || event.kind === 'unreadable' || event.kind === 'joined' ? null : leftAt;
};

/** Who was heard, in which language, how the group is called now, and whether it sent the assistant away. */
const noteSpeaker = (conversation: Conversation, incoming: Incoming, language: Language): Conversation => {
  const { from, title, event, place } = incoming;
  const spoke = from !== null && (event.kind === 'text' || event.kind === 'press');
  const members =
    spoke && conversation.members[from.id] !== language
      ? { ...conversation.members, [from.id]: language }
      : conversation.members;
  const usual = place === 'private' && event.kind === 'text' ? language : conversation.language;
  const leftAt = leftAtAfter(incoming, conversation);
  return { ...conversation, members, language: usual, title: title ?? conversation.title, leftAt };
};

/** A press may come from outside of the group, by a message that was passed on; who was heard there before is known. */
const isStranger = async ({ incoming, by, around }: Here, { members }: Conversation): Promise<boolean> =>
  incoming.event.kind === 'press' && incoming.place === 'group' && !(by.id in members) && !(await around.isMember());

/** Who is in the group no longer is not known there any more; where nothing is known, nothing comes to be. */
const forgetMember = (known: Conversation | null, person: string): Conversation | null => {
  if (!known) return null;
  const { [person]: _, ...members } = known.members;
  return { ...known, members };
};

/**
 * @param machineLanguage the language of a conversation of which nothing is known yet, where the channel knows none either
 * @param now the time, in milliseconds since 1970
 */
export const createTakeTurn =
  (parts: AssistantParts, assistant: Assistant, machineLanguage: Language, now: () => number): TakeTurn =>
  async (incoming, known, around) => {
    const desk = deskAt(parts, incoming.address);
    if (desk) return takeDeskTurn({ parts, assistant, around }, desk, incoming, known);
    // What was asked last is a day old at most, whenever the store sweeps.
    const conversation = inItsThread(
      known ? forgetAskedBefore(known, incoming.at - DAY) : newConversation(incoming.from?.language ?? machineLanguage),
      incoming,
    );
    const { event, from } = incoming;
    if (event.kind === 'parted') {
      return { ...beginning(conversation), conversation: forgetMember(known, event.person) };
    }
    const language = languageOf(parts, incoming, conversation);
    // A group takes the language in which it is first spoken to.
    const first = known === null && event.kind === 'text' ? { ...conversation, language } : conversation;
    const here: Here = {
      parts,
      assistant,
      around,
      incoming,
      by: from ? { id: from.id, name: from.name } : NOBODY,
      language,
    };
    if (await isStranger(here, first)) return { ...beginning(first), note: say(here, 'not_member') };
    const taken = excuse(here, await takeEvent(here, beginning(noteSpeaker(first, incoming, language))), now());
    const met = taken.conversation === null ? taken : introduce(here, { ...taken, conversation: taken.conversation });
    return met.conversation === null ? met : { ...met, conversation: afterTurn(met.conversation, first, incoming) };
  };
