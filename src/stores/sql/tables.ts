/**
 * The tables, in columns of text, integer and bigint only, so that every database of SQL can keep them. `body` and `title` are sealed;
 * what must be found again (addresses, ids, keys) is not.
 */
export type Tables = {
  /** One row: the last number given to anything that came in, goes out or changed. It only rises. */
  counter: { id: number; last: number };
  /** The keys that something here is sealed with: each by its name, with a known text sealed by it. */
  sealing_key: { name: string; proof: string };
  /** The ids of what came in, so that it comes in once. */
  intake: { number: number; channel: string; id: string; taken_at: number };
  /** What came in and whose turn is not done. */
  waiting: { number: number; address: string; tries: number; body: string };
  /**
   * `left_at`: when the assistant was sent away; null while it is there. `asked_at`: when what was asked last was asked; null once it is forgotten.
   * `shown_to`: the centre that may see where the group stands; null where none may.
   */
  conversation: {
    address: string;
    version: number;
    form: number;
    body: string;
    left_at: number | null;
    asked_at: number | null;
    shown_to: string | null;
  };
  /** What waits to be sent. `thread`: the platform's, within the conversation. */
  delivery: { number: number; address: string; key: string; kind: string; body: string | null; thread: string | null };
  /** Which message of ours is shown under which id of the platform. */
  message: { address: string; key: string; shown_as: string };
  member: { address: string; person: string; title: string };
  /** What could not be answered; `meaning` is null where it is not known what is asked for. */
  gap: { number: number; at: number; meaning: string | null; language: string; body: string };
  /** Which thread of the platform, at a desk, a thread's address is. */
  thread: { address: string; desk: string; shown_as: string };
  /** What is due, where, when. */
  alarm: { address: string; name: string; due: number };
  note: { id: string; body: string };
  /** What people thought of answers; `address` and `person` are empty once the conversation is erased. `passages` with spaces between. */
  feedback: {
    number: number;
    address: string;
    answer: string;
    person: string;
    at: number;
    useful: number;
    lack: string | null;
    language: string;
    passages: string;
  };
  /** Where what came in for an address goes on; never to an address that itself goes on. */
  moved: { address: string; goes_on_at: string };
};
