const withoutScheme = (url: string): string => url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');

/**
 * A link with words of its own: these alone where they say where it leads, else both, so that no words hide it; nothing where there is nothing to be seen
 * of it, as with those that only fetch something.
 */
export const shownLink = (url: string, label: string): string => {
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(label)) return '';
  const target = url.replace(/^(?:mailto|tel):/i, '');
  return withoutScheme(url) === withoutScheme(label) ? label : `${label} (${target})`;
};

/** What fetches a picture, or something else, from somewhere: in Markdown, and in HTML. */
const FETCHES = [
  /!\[[^[\]\n]*\](?:\([^()\s]*(?:[ \t]+"[^"\n]*")?\)|\[[^[\]\n]*\])/g,
  /<\/?(?:img|image|picture|source|iframe|embed|object|video|audio|script|link|svg)\b[^<>]*>/gi,
];

/** Links with words of their own: in Markdown, in HTML, and as Slack writes them. */
const LABELLED: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/\[([^[\]\n]*)\]\(([^()\s]+)(?:[ \t]+"[^"\n]*")?\)/g, ([, label = '', url = '']) => shownLink(url, label)],
  [
    /<a\b[^<>]*?\bhref\s*=\s*["']?([^"'\s<>]+)[^<>]*>([^<]*)<\/a\s*>/gi,
    ([, url = '', label = '']) => shownLink(url, label),
  ],
  [/<((?:https?:|mailto:|tel:)[^<>|\s]+)\|([^<>\n]*)>/gi, ([, url = '', label = '']) => shownLink(url, label)],
];

/** A text in which no link hides where it leads, and that fetches nothing from anywhere when it is read: pictures that stand elsewhere are left out. */
export const plainWords = (text: string): string => {
  const quiet = FETCHES.reduce((left, pattern) => left.replace(pattern, ''), text);
  const plain = LABELLED.reduce(
    (left, [pattern, show]) => left.replace(pattern, (...found) => show(found.slice(0, 3) as string[])),
    quiet,
  );
  return plain === text ? text : plain.replace(/[ \t]+$/gm, '').trim();
};
