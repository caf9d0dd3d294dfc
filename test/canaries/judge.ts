import { isThread } from '../../src/domain/desk.ts';
import type { Address } from '../../src/domain/message.ts';
import type { Flock } from './flock.ts';
import type { Ledger } from './ledger.ts';
import type { Seen } from './stage.ts';
import type { Village } from './village.ts';

const choicesIn = ({ message }: Seen): string[] => message?.choices.flat().map(({ id }) => id) ?? [];
export const hasChoice = (seen: Seen, name: RegExp): boolean => choicesIn(seen).some((id) => name.test(id));

/** Says what is seen where it may not be. */
export const createJudge = ({ groups, citizens }: Village, flock: Flock, ledger: Ledger) => {
  const names = new Set(citizens.map(({ canary }) => canary));

  /** A group's name is told to its members alone. */
  const isOwnGroup = (at: Address, canary: number): boolean => {
    const owner = citizens.find(({ home }) => home === at);
    return groups.some((group) => group.canary === canary && owner !== undefined && group.members.has(owner.id));
  };

  const isNote = (canary: number): boolean =>
    [...ledger.notes.values()].some(({ isTold, canaries }) => isTold && canaries.has(canary));

  const mayStandAtDesk = (at: Address, canary: number): boolean => {
    const desk = ledger.deskAt(at);
    if (!desk) return false;
    const { kind, isPersonal } = flock.of(canary);
    // Questions without an answer are shown at the desks, without what tells who asked.
    if (kind === 'words' && !isPersonal && ledger.gaps.has(canary)) return true;
    if (desk.staff.some((one) => one.canary === canary)) return true;
    const group = groups.find((one) => one.canary === canary);
    if (!isThread(at) && group?.addresses.some((address) => ledger.home(address).shownTo === desk.at)) return true;
    if ([...ledger.notes.values()].some((note) => note.desk === desk.at && note.canaries.has(canary))) return true;
    // The board tells the questions of the desk's open requests, and nothing else of them.
    return (
      !isThread(at) &&
      [...ledger.requests.values()].some((one) => one.desk === desk.at && !one.isGone && one.preview.has(canary))
    );
  };

  const mayStand = (at: Address, canary: number): boolean =>
    ledger.allows(at, canary) || isNote(canary) || mayStandAtDesk(at, canary) || isOwnGroup(at, canary);

  /** What is kept as a note, or shown as a question without an answer, tells nobody's name or address. */
  const isBare = (seen: Seen): boolean => hasChoice(seen, /^note-remove=|^gap-(?:note|dismiss)=/);

  return {
    /** The canaries that are seen where they may not be. */
    strays: (seen: Seen): number[] => {
      const at = ledger.current(seen.at);
      return flock.in(seen.text).filter((canary) => {
        if (isBare(seen) && (flock.of(canary).isPersonal || names.has(canary))) return true;
        // Who was told a note may still hold it when it is taken back.
        if (isNote(canary)) ledger.allow(at, [canary]);
        return !mayStand(at, canary);
      });
    },
  };
};
