import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Conversation } from '../../domain/conversation.ts';
import { newConversation } from '../../domain/conversation.ts';
import { CampanileError } from '../../domain/errors.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { Gap } from '../../domain/gap.ts';
import { type Delivery, type Incoming, plainMessage } from '../../domain/message.ts';
import type { Note } from '../../domain/note.ts';
import { oldestAskedAt } from '../../domain/talk.ts';
import type { Intake, Kept, KeptFeedback, KeptGap } from '../../store.ts';
import type { Seal } from '../seal.ts';
import type { Tables } from './tables.ts';

/** The form in which a conversation is written today: packed; the first was not. A field that is new and has a default needs no new form. */
const FORM = 2;

/** Conversations stay, and packed they take a third of the disk, which costs less than writing all of it. Small windows: they are short. */
const UNPACKING = { chunkSize: 4096 };
const PACKING = { ...UNPACKING, level: 1, windowBits: 12, memLevel: 5 };

/** Turns what is kept into rows, sealed, and back. */
export type Records = ReturnType<typeof createRecords>;

/** Rows hold what this program sealed itself, and the seal tells if anybody changed them: they are trusted as they are opened. */
export const createRecords = ({ seal, open }: Seal) => ({
  title: (title: string) => seal(title),
  openTitle: (sealed: string) => open(sealed).toString(),

  waiting: ({ address: _, ...rest }: Incoming): string => seal(JSON.stringify(rest)),
  openWaiting: ({ number, address, tries, body }: Tables['waiting']): Intake => ({
    number,
    tries,
    incoming: { address, ...(JSON.parse(open(body).toString()) as Omit<Incoming, 'address'>) },
  }),

  conversation: (conversation: Conversation) => ({
    form: FORM,
    body: seal(deflateRawSync(JSON.stringify(conversation), PACKING)),
    leftAt: conversation.leftAt,
    askedAt: oldestAskedAt(conversation),
    shownTo: conversation.shownTo,
  }),
  openConversation: ({ version, form, body }: Pick<Tables['conversation'], 'version' | 'form' | 'body'>): Kept => {
    if (form > FORM) {
      throw new CampanileError(
        'store',
        `a conversation is written in form ${form}, and this version reads forms up to ${FORM}`,
        'A newer version of Campanile wrote it: run that one, or restore the copy of DATA_DIR made before it.',
      );
    }
    const opened = open(body);
    const stored = JSON.parse((form === 1 ? opened : inflateRawSync(opened, UNPACKING)).toString()) as Conversation;
    const fresh = newConversation(stored.language);
    return { conversation: { ...fresh, ...stored, group: { ...fresh.group, ...stored.group } }, version };
  },

  gap: ({ meaning, language, text }: Gap) => ({ meaning, language, body: seal(text) }),
  openGap: ({ number, at, meaning, language, body }: Tables['gap']): KeptGap =>
    ({ number, at, meaning, language, text: open(body).toString() }) as KeptGap,

  delivery: (delivery: Delivery) => ({
    address: delivery.address,
    key: delivery.key,
    kind: delivery.kind,
    body: 'message' in delivery ? seal(JSON.stringify(delivery.message)) : null,
    thread: ('thread' in delivery && delivery.thread) || null,
  }),
  openDelivery: ({ address, key, kind, body, thread }: Omit<Tables['delivery'], 'number'>): Delivery =>
    ({
      kind,
      address,
      key,
      ...(body === null ? {} : { message: { ...plainMessage(''), ...JSON.parse(open(body).toString()) } }),
      ...(thread === null ? {} : { thread }),
    }) as Delivery,

  note: (note: Note) => ({ id: note.id, body: seal(JSON.stringify(note)) }),
  openNote: ({ body }: Tables['note']): Note => JSON.parse(open(body).toString()) as Note,

  feedback: ({ answer, person, useful, lack, language, passages }: Feedback) => ({
    answer,
    person,
    useful: useful ? 1 : 0,
    lack,
    language,
    passages: passages.join(' '),
  }),
  openFeedback: ({ answer, person, useful, lack, language, passages, at }: Tables['feedback']): KeptFeedback =>
    ({
      answer,
      person,
      useful: useful === 1,
      lack,
      language,
      passages: passages === '' ? [] : passages.split(' '),
      at,
    }) as KeptFeedback,
});
