import type { Outcome } from '../domain/answer.ts';
import type { TalkId } from '../domain/meaning.ts';
import { wordsOf } from '../language/fold.ts';
import type { TextName } from './texts/texts.ts';

/** What is said to talk that is no question to the guide. */
const TALK: Readonly<Record<string, readonly [Outcome, TextName]>> = {
  greeting: ['small_talk', 'greeting'],
  'how-are-you': ['small_talk', 'howAreYou'],
  thanks: ['small_talk', 'thanks'],
  goodbye: ['small_talk', 'goodbye'],
  'who-are-you': ['small_talk', 'whoAreYou'],
  help: ['small_talk', 'help'],
  source: ['small_talk', 'source'],
  privacy: ['small_talk', 'privacy'],
  complaint: ['small_talk', 'complaint'],
  stuck: ['small_talk', 'stuck'],
  shorter: ['small_talk', 'shorter'],
  unclear: ['small_talk', 'unclear'],
  owner: ['small_talk', 'owner'],
  machine: ['small_talk', 'machine'],
  mistakes: ['small_talk', 'mistakes'],
  doubt: ['small_talk', 'doubt'],
  appointment: ['small_talk', 'appointment'],
  language: ['small_talk', 'language'],
  more: ['small_talk', 'followWhat'],
  why: ['small_talk', 'followWhat'],
  'and-then': ['small_talk', 'followWhat'],
  'personal-data': ['small_talk', 'personalData'],
  'step-done': ['small_talk', 'tracking'],
  'what-next': ['small_talk', 'tracking'],
  'next-phase': ['small_talk', 'tracking'],
  back: ['small_talk', 'tracking'],
  'legal-certainty': ['not_covered', 'legalCertainty'],
  insult: ['declined', 'insult'],
  'off-topic': ['declined', 'offTopic'],
  injection: ['declined', 'injection'],
  person: ['person', 'person'],
};

/** Words that stand alone as commands, folded. */
const COMMANDS: Readonly<Record<string, TalkId>> = {
  help: 'talk.help',
  aiuto: 'talk.help',
  aide: 'talk.help',
  privacy: 'talk.privacy',
  confidentialite: 'talk.privacy',
  si: 'talk.thanks',
  ok: 'talk.thanks',
  okay: 'talk.thanks',
  oui: 'talk.thanks',
  yes: 'talk.thanks',
  no: 'talk.thanks',
  non: 'talk.thanks',
  'va bene': 'talk.thanks',
  'd accordo': 'talk.thanks',
  'd accord': 'talk.thanks',
};

/** Nothing but a greeting, to one or to all. */
const GREETING =
  /^(?:(?:ciao|salve|buongiorno|buona (?:sera|giornata)|buonasera|bonjour|bonsoir|salut|coucou|hello|hi|hey|good (?:morning|afternoon|evening)) ?)+(?:(?:a )?(?:tutti|tutte|tutti quanti|voi)|(?:a )?(?:tous|toutes|tout le monde|vous)|(?:to )?(?:all|everyone|everybody|you all|folks|there))?$/;

/** What a message of nothing but a command word or a greeting means; undefined for any other. */
export const saidOutright = (text: string): TalkId | undefined => {
  const words = wordsOf(text).join(' ');
  if (GREETING.test(words)) return 'talk.greeting';
  return Object.hasOwn(COMMANDS, words) ? COMMANDS[words] : undefined;
};

/** The outcome and the text of a kind of talk; a kind without one of its own is met as a wish for help. */
export const replyTo = (talk: TalkId): readonly [Outcome, TextName] =>
  TALK[talk.slice('talk.'.length)] ?? ['small_talk', 'help'];
