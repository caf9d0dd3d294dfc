import type { Language } from '../../domain/language.ts';

/** What happens while the indexes are opened, built, fetched and used, for those who wait and those who operate. */
export type IndexEvent =
  | { readonly kind: 'building'; readonly language: Language; readonly because: string }
  | { readonly kind: 'built'; readonly language: Language; readonly milliseconds: number }
  | { readonly kind: 'kept-in-memory'; readonly language: Language | null; readonly because: string }
  /** Vectors of the endpoint are missing; nobody fetches them now. */
  | { readonly kind: 'vectors-missing'; readonly language: Language; readonly count: number }
  | { readonly kind: 'fetching'; readonly language: Language; readonly count: number }
  | { readonly kind: 'fetched'; readonly language: Language; readonly milliseconds: number }
  | { readonly kind: 'endpoint-down'; readonly because: string; readonly remedy: string }
  | { readonly kind: 'endpoint-up' };
