/** What is due in a conversation, and when (milliseconds since 1970); null takes it back. The same name set again replaces it. */
export type Alarm = { readonly name: AlarmName; readonly due: number | null };

export type AlarmName =
  /** The reply that was promised is nearly due. */
  | 'promise'
  /** Whoever took a request has let the citizen wait. */
  | 'abandoned'
  /** Nobody has written for a day: the assistant answers again. */
  | 'quiet'
  /** What is kept of a closed request is erased. */
  | 'erase'
  /** The week's questions without an answer are shown to the desk. */
  | 'gaps';
