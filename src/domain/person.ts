/** Someone who speaks or presses: `id` is the channel's own and never changes, the name may. */
export type Person = { readonly id: string; readonly name: string };
