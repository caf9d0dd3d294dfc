import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BankQuestion, Wanted } from '../domain/bank.ts';
import { KnowledgeError } from '../domain/errors.ts';
import { isLanguage } from '../domain/language.ts';
import { type Meaning, parseMeaning, placeOf } from '../domain/meaning.ts';
import { isPhase, type Place } from '../domain/plan.ts';
import { readKnowledgeText } from './markdown.ts';

const FILE = /^([a-z]{2})\.([a-z]+)\.md$/;
const QUESTION = /^- (.*?)(?: \{([a-z0-9, -]+)\})?(?: \[\+([^\]]+)\])?$/;

/** "{all}", or the names of passages: "{who, listen-to-the-village}". */
const wantedOf = (names: string): Wanted => (names === 'all' ? 'all' : (names.split(', ') as [string, ...string[]]));

/** Where a group stands that tells as much as this section speaks of: "process.phase-3" tells how far, and not who. */
const standingOf = (section: Meaning): Place => {
  const phase = Number(/^process\.phase-(\d)$/.exec(section)?.[1]);
  return isPhase(phase) ? { plan: null, phase } : placeOf(section);
};

/** Under a heading "## 9.2 @ nobody" nobody says who they are, or how far: it teaches no plan and no phase. */
const NOBODY = 'nobody';

const readBankFile = (folder: string, name: string): BankQuestion[] => {
  const [, language, hand] = FILE.exec(name) ?? [];
  const file = join(folder, name);
  if (!isLanguage(language) || hand === undefined)
    throw new KnowledgeError(file, null, 'a file of the bank is named <language>.<hand>.md');
  const questions: BankQuestion[] = [];
  let meaning: Meaning | undefined;
  let situation: Place | undefined;
  for (const [index, line] of readKnowledgeText(file).split('\n').entries()) {
    if (line.trim() === '') continue;
    if (line.startsWith('## ')) {
      const [name = '', where] = line.slice(3).trim().split(' @ ');
      const isNobody = where === NOBODY;
      const place = where === undefined || isNobody ? undefined : parseMeaning(where);
      meaning = where === undefined || isNobody || place ? parseMeaning(name) : undefined;
      situation = isNobody ? { plan: null, phase: null } : place && standingOf(place);
      if (!meaning) throw new KnowledgeError(file, index + 1, `"${line}" names no section, topic, unknown or talk`);
      continue;
    }
    const [, text, wanted, also] = QUESTION.exec(line) ?? [];
    if (text === undefined || !meaning)
      throw new KnowledgeError(file, index + 1, 'a question reads "- text", under a heading "## 5.2"');
    const second = also === undefined ? undefined : parseMeaning(also);
    if (also !== undefined && !second) throw new KnowledgeError(file, index + 1, `[+${also}] names no section`);
    questions.push({
      language,
      hand,
      text,
      meanings: second ? [meaning, second] : [meaning],
      ...(wanted === undefined ? {} : { wanted: wantedOf(wanted) }),
      ...(situation ? { situation } : {}),
    });
  }
  return questions;
};

/** Reads the bank: how people ask, one file for each language and hand. Throws KnowledgeError. */
export const loadBank = (folder: string): BankQuestion[] => {
  const bank = join(folder, 'bank');
  if (!existsSync(bank)) throw new KnowledgeError(bank, null, 'the folder of the bank is missing');
  return readdirSync(bank)
    .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
    .sort()
    .flatMap((name) => readBankFile(bank, name));
};
