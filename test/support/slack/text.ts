import type { World } from './world.ts';

/** The three signs that Slack's texts escape. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const LINKED =
  /<(@[UW][A-Z0-9]+|#[CG][A-Z0-9]+|!(?:here|channel|everyone|subteam\^[A-Z0-9]+|date\^[^>]+)|https?:[^>\s|]+|mailto:[^>\s|]+|tel:[^>\s|]+)(\|[^>]*)?>/g;
const BARE_LINK = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]]/g;

const linkBare = (text: string): string => text.replaceAll(BARE_LINK, (url) => `<${url}>`);
const escapeStray = (text: string): string =>
  text
    .replaceAll(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A bot's text as Slack keeps it: stray signs escaped, bare links linked. */
export const normalise = (text: string): string => {
  let kept = '';
  let last = 0;
  for (const found of text.matchAll(LINKED)) {
    kept += linkBare(escapeStray(text.slice(last, found.index))) + found[0];
    last = found.index + found[0].length;
  }
  return kept + linkBare(escapeStray(text.slice(last)));
};

const ALL: readonly string[] = ['here', 'channel', 'everyone'];

/**
 * What a person typed, as Slack's window sends it: signs escaped, links linked, and `@name`, `#channel`, `@here` and `<@U…>` made
 * mentions when there is such a person or channel.
 */
export const typed = (world: World, text: string): string => {
  const people = [...world.accounts.values()];
  const channels = [...world.conversations.values()];
  return linkBare(escaped(text))
    .replaceAll(/&lt;@([UW][A-Z0-9]+)&gt;/g, (whole, id: string) => (world.accounts.has(id) ? `<@${id}>` : whole))
    .replaceAll(/(?<=^|\s|\()@([\p{L}\d._-]*[\p{L}\d])/gu, (whole, name: string) => {
      if (ALL.includes(name)) return `<!${name}>`;
      const one = people.find(({ handle, name: called }) => handle === name.toLowerCase() || called === name);
      return one ? `<@${one.id}>` : whole;
    })
    .replaceAll(/(?<=^|\s|\()#([\p{L}\d_-]+)/gu, (whole, name: string) => {
      const one = channels.find((channel) => channel.kind !== 'im' && channel.name === name);
      return one ? `<#${one.id}|${name}>` : whole;
    });
};

/** A text as people read it: mentions by name, links with their target when they have another label, signs as themselves. */
export const shown = (world: World, text: string): string =>
  unescaped(
    text.replaceAll(LINKED, (_, target: string, label?: string) => {
      const named = label?.slice(1);
      if (target.startsWith('@')) return `@${world.accounts.get(target.slice(1))?.name ?? target.slice(1)}`;
      if (target.startsWith('#')) return `#${world.conversations.get(target.slice(1))?.name ?? named ?? 'unknown'}`;
      if (target.startsWith('!date^')) return named ?? target;
      if (target.startsWith('!subteam^')) return named ?? `@${target.slice('!subteam^'.length)}`;
      if (target.startsWith('!')) return `@${target.slice(1)}`;
      return named && named !== target ? `${named} (${target})` : target;
    }),
  );

/** Whom a text calls: ids of people and groups, `here`, `channel`, `everyone`. */
export const calledIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(LINKED)]
      .map(([, target = '']) => target)
      .filter((target) => target.startsWith('@') || /^!(here|channel|everyone|subteam)/.test(target))
      .map((target) => target.replace(/^[@!](subteam\^)?/, '')),
  ),
];
