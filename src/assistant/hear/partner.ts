import type { Heard } from '../../domain/heard.ts';
import type { Language } from '../../domain/language.ts';
import type { PlanNumber } from '../../domain/plan.ts';
import { promotersIn } from './promoters.ts';
import { doubtIn } from './report.ts';
import type { Said } from './said.ts';
import { LIKELY, RATHER, type Talk } from './talk.ts';

const WITH_US =
  /\b(?:con noi|d accordo|dalla nostra|de(?:i|lle) nostr[ie]|ci (?:sta|stanno|sostiene|appoggia|aiuta|aiutano|segue|mette|da|presta|finanzia|ha detto di si)|ha detto (?:di )?si|aderi\w+|avec nous|d accord|nous (?:suit|suivent|soutient|soutiennent|appuie|aide|aident|prete|donne)|a dit oui|est partante?|(?:de|a) notre cote|des notres|with us|on board|(?:on|to) our side|(?:backs|supports|backing|supporting|helps|joined|behind) us|agreed|agrees|said yes|is in|are in|has joined|came round)\b/;
const NO_LONGER =
  /\b(?:non (?:ci sta|e piu|sono piu|ci sono|ci appoggia|ci aiuta|ci segue|vuole)\w*|si (?:e|sono) (?:tirat\w+|ritirat\w+|sfilat\w+|chiamat\w+ fuori)|ritir\w+|rinuncia\w*|ha detto (?:di )?no|ha cambiato idea|non piu|mollat[oi]|n est plus|ne (?:\w+ ){1,2}plus|laiss\w+ tomber|s est retiree?|se retire|desiste\w*|a (?:dit non|refuse|renonce|change d avis)|lache\w*|plante[es]?|pulled (?:out|its|their)|pulls out|backed out|dropped out|no longer|(?:any ?more|any longer)|said no|turned us down|gave up|changed (?:its|their|his|her) mind|withdr\w+|has left us|let us down|bailed|ditched|perso l appoggio|perdu le soutien|lost)\b/;
/** Says outright that somebody has left us. */
const LEFT_US =
  /\b(?:n est plus (?:avec nous|des notres)|non (?:e|sono) piu (?:con noi|dei nostri)|no longer with us|not with us any ?more|nous a lachee?s?|si (?:e|sono) sfilat\w+)\b/;
/** From this probability on an agreement is told where no word says it outright. */
const ALONE = 0.6;
/** Speaks of those who write. */
const US = /\b(?:ci|noi|nostr[aioe]|nous|notre|nos|us|we|our|ours)\b/;

/** What a partner brings, in the words after "brings", "gives", "with". */
const BRINGS =
  /\b(?:(?:elle|il|ils|elles) (?:prete|donne|apporte|offre|met a disposition)(?:nt)?|(?:they|she|he|it) (?:will |ll )?(?:lends?|gives?|brings?|offers?)|ci (?:da|danno|mette|mettono|presta|prestano|porta|portano|offre|offrono|regala)|mette a disposizione|nous (?:donne|prete|apporte|offre|met a disposition)\w*|met a disposition|(?:gives|lends|offers|brings|lending|giving|offering)(?: us)?)\s+(.{3,80})$/;

/** "Gives us a hand": help, and no thing. */
const NOTHING =
  /^(?:una (?:bella )?mano|un aiuto|aiuto|una spinta|un coup de main|un coup de pouce|de l aide|a hand|help|support)\b/;

/** "The savings bank is with us", "the bank pulled out": who agreed, or does no longer; undefined when a message tells none. */
export const hearPartner = (
  { line, clauses, asks }: Said,
  talk: Talk,
  { plan, language }: { readonly plan: PlanNumber | null; readonly language: Language },
): Heard | undefined => {
  if (asks || ['condition', 'hope', 'others'].includes(doubtIn(line, language) ?? '')) return undefined;
  const gone = NO_LONGER.test(line) || LEFT_US.test(line);
  const saysSo = WITH_US.test(line) || gone;
  const likely =
    talk.of('partner') >= ALONE ||
    LEFT_US.test(line) ||
    (saysSo && talk.among('partner') >= 0.1) ||
    (US.test(line) && talk.of('partner') >= LIKELY) ||
    (US.test(line) && talk.among('partner') >= RATHER);
  const mention = likely ? promotersIn(line).find((one) => one.plan !== plan) : undefined;
  if (!mention) return undefined;
  const brings = clauses.map((clause) => BRINGS.exec(clause)?.[1]?.trim()).findLast((one) => one && !NOTHING.test(one));
  return { kind: 'partner', plan: mention.plan, brings: gone ? null : (brings ?? null), agreed: !gone };
};
