import type { FileRef } from './file.ts';
import type { Address } from './message.ts';
import type { Person } from './person.ts';
import type { Request } from './request.ts';

/** The button's id, and what they wrote and sent with it until it is confirmed, in the message of this key. `album` names files that were sent together. */
export type Composing = {
  readonly choice: string;
  readonly written: string | null;
  readonly files: readonly FileRef[];
  readonly album: string | null;
  readonly asks: string | null;
};

/**
 * What a thread of a desk holds: a copy of its request, to show, and what was shown of it. The request itself lives with the conversation of
 * who asked.
 */
export type DeskThread = {
  readonly request: Request;
  /** By the platform's id of something that staff wrote and sent on: the line that it became. */
  readonly sources: Readonly<Record<string, number>>;
  /** What someone, by their id, was asked for in words, where no form can be opened. */
  readonly composing: Readonly<Record<string, Composing>>;
  /** Who of the desk acted here: they can be given the request. */
  readonly people: readonly Person[];
  /** The keys of the messages shown here, so that they can be removed with the request. */
  readonly shown: readonly string[];
  /** Whether the platform's thread is closed, where it can be. */
  readonly closed: boolean;
  /** What is said to staff once only; that something is late, until it has arrived. */
  readonly told: readonly ('aside' | 'promise' | 'delayed')[];
};

/** The address of a request's thread at a desk, and the desk of a thread. */
export const threadAddress = (desk: Address, request: string): Address => `${desk}#${request}`;
export const deskOf = (address: Address): Address => address.split('#')[0]!;
export const isThread = (address: Address): boolean => address.includes('#');
/** The address with another desk in its place: a thread's stays that of its request. */
export const withDesk = (address: Address, desk: Address): Address => `${desk}${address.slice(deskOf(address).length)}`;
/** The id of a thread's request. */
export const requestIn = (address: Address): string | null => address.split('#')[1] ?? null;
