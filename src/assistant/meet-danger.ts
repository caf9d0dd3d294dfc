import type { Language } from '../domain/language.ts';
import { type Answered, compose, ownWords } from './compose.ts';
import { type Danger, dangerIn } from './danger.ts';
import { personButton } from './person-button.ts';
import { type TextName, texts } from './texts/texts.ts';
import type { Turn } from './turn.ts';

const WORDS: Readonly<Record<Danger, TextName>> = { despair: 'distress', child: 'childInDanger', violence: 'violence' };

/** Fixed words, with people to turn to; null where a message tells no danger. */
export const comfortingWords = (text: string, language: Language): string | null => {
  const danger = dangerIn(text);
  return danger ? texts[language](WORDS[danger]) : null;
};

/** Fixed words as an answer: never the guide's, never a model's. */
export const comfort = ({ parts, language }: Turn, danger: Danger): Answered => {
  const answer = compose(parts.library[language], 'small_talk', [ownWords(texts[language](WORDS[danger]))]);
  return { answer: { ...answer, choices: personButton(parts.centres, language) }, last: null, offered: [] };
};

/** Meets what no guide answers before anything else is made of a message; undefined where it tells no danger. */
export const meetDanger = (turn: Turn): Answered | undefined => {
  const danger = dangerIn(turn.text);
  return danger && comfort(turn, danger);
};
