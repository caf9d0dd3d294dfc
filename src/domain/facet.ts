/** What a question wants to know of a section: whom to involve, what it is for, when it is done, what to do, or just about it. */
export type Facet = 'who' | 'why' | 'when-done' | 'how' | 'about';
