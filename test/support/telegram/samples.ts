import type { Message } from './message.ts';

const file = (name: string) => ({ file_id: `${name}-id`, file_unique_id: `${name}-unique`, file_size: 1000 });

/** What people send beside text, for `send`. */
export const SAMPLES = {
  sticker: {
    sticker: { ...file('sticker'), type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
  },
  gif: { animation: { ...file('gif'), width: 320, height: 240, duration: 3 }, document: file('gif') },
  dice: { dice: { emoji: '🎲', value: 4 } },
  voice: { voice: { ...file('voice'), duration: 7, mime_type: 'audio/ogg' } },
  videoNote: { video_note: { ...file('note'), length: 240, duration: 5 } },
  photo: {
    photo: [
      { ...file('photo-small'), width: 90, height: 68 },
      { ...file('photo'), width: 800, height: 600 },
    ],
  },
  video: { video: { ...file('video'), width: 640, height: 360, duration: 9, file_name: 'forno.mp4' } },
  audio: { audio: { ...file('audio'), duration: 90, file_name: 'riunione.mp3' } },
  document: { document: { ...file('document'), file_name: 'bando.pdf', mime_type: 'application/pdf' } },
  location: { location: { latitude: 44.3, longitude: 10.4 } },
  contact: { contact: { phone_number: '+390000000', first_name: 'Anna' } },
  poll: {
    poll: {
      id: 'poll-1',
      question: 'Quando ci troviamo?',
      options: [
        { persistent_id: '1', text: 'Lunedì', voter_count: 0 },
        { persistent_id: '2', text: 'Martedì', voter_count: 0 },
      ],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: 'regular',
      allows_multiple_answers: false,
      allows_revoting: true,
      members_only: false,
    },
  },
} as const satisfies Readonly<Record<string, unknown>> as unknown as Readonly<
  Record<
    | 'sticker'
    | 'gif'
    | 'dice'
    | 'voice'
    | 'videoNote'
    | 'photo'
    | 'video'
    | 'audio'
    | 'document'
    | 'location'
    | 'contact'
    | 'poll',
    Partial<Message>
  >
>;

/** An album of so many photos: several messages, the first with the caption. */
export const album = (count: number, caption: string, id = 'album-1'): Partial<Message>[] =>
  Array.from({ length: count }, (_, at) => ({
    photo: [{ ...file(`${id}-${at + 1}`), width: 800, height: 600 }],
    media_group_id: id,
    ...(at === 0 && { caption }),
  }));
