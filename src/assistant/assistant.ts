import type { Answer } from '../domain/answer.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import { placeOf } from '../domain/meaning.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { clean } from '../language/fold.ts';
import { glossed } from '../language/gloss.ts';
import { answerQuestion } from './answer-question.ts';
import { answerChoice, answerSection } from './answer-section.ts';
import { answerAsked } from './asking.ts';
import { type Answered, compose, type Missing } from './compose.ts';
import { followUp } from './follow-up.ts';
import { meetDanger } from './meet-danger.ts';
import { namedSection } from './named-section.ts';
import { withNotes } from './notes/tell-notes.ts';
import { withoutOpening } from './opening.ts';
import { withoutNumbers } from './personal-data.ts';
import { recommend } from './recommend.ts';
import { texts } from './texts/texts.ts';
import type { AssistantParts, Turn } from './turn.ts';

/** The assistant: from a message and what is known of its conversation to an answer and what is known then. */
export type Assistant = {
  reply(
    message: string,
    conversation: Conversation,
  ): Promise<{ answer: Answer; conversation: Conversation; missing: readonly Missing[]; question: string | null }>;
  /** Which plan and phase fit what a group tells of itself, outside any conversation. */
  recommend(told: string, usual: Language): Promise<Recommended>;
  /** First contact: who speaks, what for, and one question. */
  greeting(language: Language): string;
};

/** A recommendation as it is printed. */
export type Recommended = Recommendation & Pick<Answer, 'language' | 'text' | 'citations'>;

/** A longer message is searched by its beginning, and told so. */
const LONGEST = 4000;

export const createAssistant = (parts: AssistantParts): Assistant => ({
  recommend: async (told, usual) => {
    const text = clean(told.slice(0, 2 * LONGEST)).slice(0, LONGEST);
    const { language } = parts.identify(text, usual);
    const { recommendation, lines } = await recommend(parts, text, language);
    const { text: said, citations } = compose(parts.library[language], 'recommendation', lines);
    return { language, ...recommendation, text: said, citations };
  },
  greeting: (language) => texts[language]('greeting', { operator: parts.operator.name ?? 'none' }),
  reply: async (message, conversation) => {
    const whole = clean(message.slice(0, 50 * LONGEST).replace(/\s{2,}/g, ' '));
    const text = withoutOpening(whole.slice(0, LONGEST));
    const { language, foreign } = parts.identify(text, conversation.language);
    const plain = withoutNumbers(text);
    const searched = foreign === null ? plain : glossed(plain, language);
    const turn: Turn = { parts, text: searched, language, conversation };
    const answered = await withNotes(turn, await answerTurn(turn));
    const { answer, last, offered, group, asking, missing = [], question = null } = answered;
    const notes = [
      ...(whole.length > LONGEST ? [texts[language]('cut')] : []),
      ...(foreign === null ? [] : [texts[language]('foreign')]),
    ];
    return {
      answer: { ...answer, text: [...notes, answer.text].join('\n') },
      conversation: {
        ...conversation,
        language,
        last: last ?? conversation.last,
        offered,
        asking: asking ?? null,
        group: { ...conversation.group, ...group },
      },
      missing,
      question,
    };
  },
});

/** Answers the section that a message names by nothing but its numbers; undefined when it names none. */
const answerNamed = async (turn: Turn): Promise<Answered | undefined> => {
  const section = namedSection(turn.text, turn.conversation);
  if (!section) return undefined;
  const findings = await turn.parts.retriever.retrieve({ text: turn.text, language: turn.language });
  const told = await answerSection({ ...turn, text: '' }, findings, section, 'about');
  const { plan, phase } = placeOf(section);
  // What is named outright comes first, whatever its words are like.
  const others = told.answer.ranked.filter((one) => one.plan !== plan || one.phase !== phase);
  const first = { passage: told.answer.citations[0]?.passage ?? section, plan, phase, score: 1 };
  return { ...told, answer: { ...told.answer, ranked: [first, ...others].slice(0, 10) } };
};

/** Signs that say thanks. */
const PLEASED = /[👍👏🙏❤♥😊🙂😀😃😄😁🥰😍🤗💪🎉👌✌]/u;

const answerTurn = async (turn: Turn): Promise<Answered> => {
  if (!/[\p{L}\p{N}]/u.test(turn.text)) {
    const name = PLEASED.test(turn.text) ? 'thanks' : 'empty';
    const text = texts[turn.conversation.language](name);
    const { language } = turn.conversation;
    return {
      answer: { language, outcome: 'small_talk', text, citations: [], ranked: [], choices: [] },
      last: null,
      offered: [],
    };
  }
  return (
    meetDanger(turn) ??
    answerAsked(turn) ??
    (await answerNamed(turn)) ??
    (await answerChoice(turn)) ??
    (await followUp(turn)) ??
    (await answerQuestion(turn))
  );
};
