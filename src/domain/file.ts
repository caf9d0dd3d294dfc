/** What kind of file people send to each other. */
export type FileKind = 'photo' | 'document' | 'voice' | 'video' | 'audio';

/** A file that stays where its channel keeps it: only the name under which it is found there goes on from one person to another. */
export type FileRef = {
  readonly channel: string;
  /** How its channel finds it again. */
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string;
  /** Its size in bytes; null where the channel does not tell. */
  readonly bytes: number | null;
};
