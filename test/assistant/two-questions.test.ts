import { expect, test } from 'vitest';
import { newConversation } from '../../src/domain/conversation.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { openTestApp } from '../support/app.ts';
import { type Expected, TWO_QUESTIONS } from './two-questions.ts';

const app = await openTestApp();
await app.prepare();

/** How many of the messages may come out as something else. */
const WRONG: Readonly<Record<Expected, number>> = { partly: 1, answered: 0, not_covered: 1 };

test.each(LANGUAGES)(
  'two questions in one %s message: what the guide lacks is named beside what it answers',
  async (language) => {
    for (const expected of ['partly', 'answered', 'not_covered'] as const) {
      const wrong: string[] = [];
      for (const text of TWO_QUESTIONS[language][expected]) {
        const { answer } = await app.assistant.reply(text, newConversation(language));
        if (answer.outcome !== expected) wrong.push(`${answer.outcome}: ${text}`);
      }
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(WRONG[expected]);
    }
  },
);
