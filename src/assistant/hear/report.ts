import type { Said } from './said.ts';

/** Said of what may be, will be or should be: no report of what is. */
const IF =
  /\b(?:se|if|when|once|quando|quand|appena|non appena|des que|lorsqu\w*|lorsque|une fois qu\w*|as soon as|unless|until|finche|prima di|avant de|before we|in caso|au cas|supponiamo|mettiamo che|admettons|suppose|what if|a quando)\b/;
const IF_FRENCH = /\bsi (?:on|nous|vous|jamais|le|la|les|l|c est|c|ca|j|je|elle|ils|elles|un|une|tout|tous)\b/;
const LATER =
  /\b(?:domani|dopodomani|domattina|la prossima settimana|settimana prossima|il mese prossimo|prossimamente|presto|entro|demain|apres demain|la semaine prochaine|le mois prochain|bientot|d ici|tomorrow|next (?:week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|soon|by (?:friday|monday|christmas|easter|the end|next)|a breve|prima o poi|un jour|one day|some day)\b/;
const WILL =
  /\b(?:will|ll|gonna|going to|about to|shall|might|should|ought|must|need to|needs to|have to|has to|had to|got to|want to|wants to|would|d like|hope|hopes|hoping|plan to|planning|trying|try to|maybe|perhaps|if only|let s (?:do|finish|tackle|start)|dobbiamo|devo|deve|devono|dovremmo|dovrebbe|bisogna|bisognerebbe|tocca|vorremmo|vorrei|vogliamo|voglio|speriamo|spero|sperando|pensiamo di|stiamo per|sto per|potremmo|potrebbe|forse|magari|cerchiamo|proviamo|ci proviamo|contiamo|conto di|facciamo|finiamo|il faut|faut|faudrait|on doit|nous devons|je dois|doivent|devrait|devrions|voudrions|voudrais|on veut|nous voulons|aimerais|aimerions|on espere|j espere|esperons|on va|nous allons|je vais|allons|va falloir|peut etre|pourrait|on pense|on compte|essaie|essayer|essayons)\b/;
const FUTURE =
  /\b(?:\w{2,}(?:remo|ranno)|faro|finiro|\w{2,}(?:erons|irons|rons|eront|iront)|fera|sera|seront|aura|ferai)\b/;
/** Not all of it: neither done nor undone. */
const ALMOST =
  /\b(?:quasi|presque|almost|nearly|a moitie|half (?:done|finished|way)|halfway|mezz[ao]|a meta|in parte|en partie|partly|en cours|in corso|stiamo (?:facendo|finendo|lavorando)|on est en train|in progress|working on|un po|manca poco)\b/;
const OTHERS =
  /\b(?:(?:paese|comune|gruppo|borgo|pro loco|proloco) (?:vicin[oa]|accanto|a fianco)|altr[oia] (?:paes[ei]|grupp[oi]|comun[ei])|village (?:voisin|d a cote)|autres? (?:villages?|groupes?|communes?)|(?:next|other|neighbou?ring) (?:village|town|group)s?|next door|theirs|the others (?:have|did)|loro hanno|quelli di (?:la|sopra|sotto))\b/;

/** Why a message is no report of what its group has done; undefined when nothing speaks against it. */
export const doubtsAbout = ({ line }: Said, french: boolean): 'unsure' | 'others' | undefined => {
  if (OTHERS.test(line)) return 'others';
  const unsure =
    IF.test(line) ||
    (french && IF_FRENCH.test(line)) ||
    LATER.test(line) ||
    WILL.test(line) ||
    FUTURE.test(line) ||
    ALMOST.test(line);
  return unsure ? 'unsure' : undefined;
};
