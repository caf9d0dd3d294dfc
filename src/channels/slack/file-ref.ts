import type { FileKind, FileRef } from '../../domain/file.ts';
import { shownName } from '../shown-name.ts';
import type { File } from './payload.ts';

const kindOf = ({ mimetype = '', subtype }: File): FileKind => {
  if (subtype === 'slack_audio') return 'voice';
  if (mimetype.startsWith('image/')) return 'photo';
  if (mimetype.startsWith('video/')) return 'video';
  return mimetype.startsWith('audio/') ? 'audio' : 'document';
};

/** A file as it goes on from one person to another; null for one that is gone. Of a file from another workspace Slack tells the id alone. */
export const fileRefOf = (file: File): FileRef | null =>
  file.mode === 'tombstone' || file.mode === 'hidden_by_limit'
    ? null
    : {
        channel: 'slack',
        id: file.id,
        kind: kindOf(file),
        name: shownName(file.name ?? '') || file.id,
        bytes: file.size || null,
      };

export const fileRefsOf = (files: readonly File[] | undefined): FileRef[] =>
  (files ?? []).flatMap((file) => fileRefOf(file) ?? []);
