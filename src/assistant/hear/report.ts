import type { Language } from '../../domain/language.ts';

/** Why words are no report of what is done: they tell of what may be, of a hope, of what must be or is wanted, of what comes, of a part, or of others. */
export type Doubt = 'condition' | 'hope' | 'need' | 'later' | 'partial' | 'others';

const words = (...alternatives: string[]): RegExp => new RegExp(`\\b(?:${alternatives.join('|')})\\b`);

const DOUBTS: readonly (readonly [Doubt, RegExp])[] = [
  [
    'others',
    words(
      '(?:paese|comune|gruppo|borgo|proloco) (?:vicin[oa]|accanto|a fianco)',
      'altr[oia] (?:paes[ei]|grupp[oi]|comun[ei])',
      'village (?:voisin|d a cote)',
      'autres? (?:villages?|groupes?|communes?)',
      '(?:next|other|neighbou?ring) (?:village|town|group)s?',
      'parait qu\\w*|on raconte|(?:si|loro) dic\\w+ che|dicono che|a quanto pare|they say|apparently|rumou?r',
      'next door|theirs|the others (?:have|did)|loro hanno|quelli di (?:la|sopra|sotto)',
    ),
  ],
  [
    'condition',
    words(
      'if|when|once|as soon as|unless|until|before we|suppose|what if',
      'quando|appena|finche|prima di|in caso|supponiamo|mettiamo che',
      'quand|des que|lorsqu\\w*|une fois qu\\w*|avant de|au cas|admettons',
    ),
  ],
  [
    'hope',
    words(
      'would be|hop(?:e|es|ing)|might|may|maybe|perhaps|plan to|planning|try(?:ing)?(?: to)?',
      'vorr(?:ei|emmo)|sper(?:o|iamo|ando)|pensiamo di|potremmo|potrebbe|forse|magari|cerchiamo|(?:ci )?proviamo|conto di|contiamo',
      'voudri?(?:ons|ais)|aimeri?(?:ons|ais)|(?:on |j )?esper\\w+|peut etre|pourrait|on (?:pense|compte)|essa(?:ie|yer|yons)',
    ),
  ],
  [
    'need',
    words(
      'should|ought|must|needs? to|ha(?:ve|s|d) to|got to|wants? to|would|d like|let s (?:do|finish|tackle|start)',
      'dobbiamo|dev[eo]|devono|dovremmo|dovrebbe|bisogn\\w+|tocca|vogl(?:io|iamo)|facciamo|finiamo',
      'il faut|faut|faudrait|va falloir|on doit|nous devons|je dois|doivent|devrait|devrions|on veut|nous voulons',
    ),
  ],
  [
    'later',
    words(
      'tomorrow|next (?:week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?<!too |as )soon|one day|some day',
      'by (?:friday|monday|christmas|easter|the end|next)|will|ll|gonna|going to|about to|shall',
      'domani|dopodomani|domattina|(?:la )?(?:prossima settimana|settimana prossima)|(?:il )?mese prossimo|presto|entro|a breve|prima o poi',
      'stiamo per|sto per|\\w{2,}(?:remo|ranno)|faro|finiro',
      '(?:apres )?demain|(?:la )?semaine prochaine|(?:le )?mois prochain|bientot|d ici|un jour|on va|nous allons|je vais|allons',
      '\\w{2,}(?:erons|irons|rons|eront|iront)|fera|seront|aura|ferai',
      // Who has taken a step on has not done it.
      '(?:si|se ne) occup\\w+|ci pensa(?:no)?|(?:s|m|nous) (?:en )?(?:occupe|charge)\\w*|takes? care of|looks? after|is (?:doing|handling)',
      'abbiamo fissat\\w+|in programma|on a fixe|est prevue?|(?:have|ve) (?:fixed|scheduled|planned)',
    ),
  ],
  [
    'partial',
    words(
      'almost|nearly|half (?:done|finished|way)|halfway|partly|in progress|working on',
      'quasi|mezz[ao]|a meta|in parte|in corso|stiamo (?:facendo|finendo|lavorando)|un po|manca poco',
      'presque|a moitie|en partie|en cours|on est en train',
    ),
  ],
];

/** Words that cast a doubt in one language and are harmless in another. */
const OWN: Readonly<Record<Language, readonly (readonly [Doubt, RegExp])[]>> = {
  it: [['condition', words('se')]],
  fr: [
    ['condition', words('si (?:on|nous|vous|jamais|le|la|les|l|c|ca|j|je|elle|ils|elles|un|une|tout|tous)')],
    ['later', words('sera')],
  ],
  en: [],
};

/** Why words are no report of what their writers have done; undefined when nothing speaks against it. */
export const doubtIn = (line: string, language: Language): Doubt | undefined =>
  [...DOUBTS, ...OWN[language]].find(([, said]) => said.test(line))?.[0];
