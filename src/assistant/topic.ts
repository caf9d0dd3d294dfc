import { isSection, type SectionId } from '../domain/meaning.ts';
import type { Findings } from '../retriever.ts';

/** From this probability on a topic is what help is sought with: beside "who can help us?" each other word counts little. */
const SOUGHT = 0.02;

/** What help is sought with ("who can give us money?"); undefined where nothing is named. */
export const topicOf = ({ meanings }: Pick<Findings, 'meanings'>): SectionId | undefined => {
  const topic = meanings.find(({ meaning }) => isSection(meaning));
  return topic && topic.probability >= SOUGHT && isSection(topic.meaning) ? topic.meaning : undefined;
};
