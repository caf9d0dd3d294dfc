import type { Heard } from '../../domain/heard.ts';
import type { PlanNumber } from '../../domain/plan.ts';
import { promotersIn } from './promoters.ts';
import type { Said } from './said.ts';

const LIKELY = 0.3;
const HINT = 0.05;

const WITH_US =
  /\b(?:con noi|d accordo|dalla nostra|ci (?:sta|stanno|sostiene|appoggia|aiuta|aiutano|segue|mette|da|presta|finanzia|ha detto di si)|ha detto (?:di )?si|aderi\w+|avec nous|d accord|nous (?:suit|suivent|soutient|soutiennent|appuie|aide|aident|prete|donne)|a dit oui|est partante?|de notre cote|with us|on board|on our side|(?:backs|supports|backing|supporting|helps|joined|behind) us|agreed|agrees|said yes|is in|are in|has joined|came round)\b/;
const NO_LONGER =
  /\b(?:non (?:ci sta|e piu|sono piu|ci sono|ci appoggia|ci aiuta|ci segue|vuole)\w*|si (?:e|sono) (?:tirat\w+|ritirat\w+|sfilat\w+)|(?:ritira|ritirat\w+)|ha detto (?:di )?no|ha cambiato idea|non piu|n est plus|ne sont plus|ne nous \w+ plus|ne \w+ plus|s est retiree?|se retire|a dit non|a change d avis|nous lache|nous a lache\w*|pulled out|pulls out|backed out|dropped out|no longer|not (?:with us|on board) any ?more|said no|changed (?:its|their|his|her) mind|withdr\w+|has left us|let us down|bailed)\b/;

/** What a partner brings, in the words after "brings", "gives", "with". */
const BRINGS =
  /\b(?:ci (?:da|danno|mette|mettono|presta|prestano|porta|portano|offre|offrono|regala)|mette a disposizione|nous (?:donne|prete|apporte|offre|met a disposition)\w*|met a disposition|(?:gives|lends|offers|brings|lending|giving|offering) (?:us )?)\s*(.{3,80})$/;

/** "The savings bank is with us", "the bank pulled out": who agreed, or does no longer; undefined when a message tells none. */
export const hearPartner = (
  said: Said,
  talk: (name: string) => number,
  { plan }: { readonly plan: PlanNumber | null },
): Heard | undefined => {
  if (said.asks) return undefined;
  const { line } = said;
  const gone = NO_LONGER.test(line);
  const likely = talk('partner') >= LIKELY || ((WITH_US.test(line) || gone) && talk('partner') >= HINT);
  if (!likely) return undefined;
  const [mention] = promotersIn(line).filter((one) => one.plan !== plan);
  if (!mention) return undefined;
  const [, brings] = BRINGS.exec(line) ?? [];
  return { kind: 'partner', plan: mention.plan, brings: gone ? null : (brings?.trim() ?? null), agreed: !gone };
};
