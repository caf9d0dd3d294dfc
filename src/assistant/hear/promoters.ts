import type { PlanNumber } from '../../domain/plan.ts';

const COOP_IT = 'coop(?:erativ[ae])?(?! di comunita)';
const COOP_FR = 'coop(?:erative)?s?(?! de (?:territoire|village|territoires))';
const COOP_EN = '(?:co op|coop|cooperative|co operative)s?';

/**
 * How people call each promoter, over folded words, in three languages and where the guide's bodies have cousins abroad. What
 * stands first hides what follows: "association des maires" is no "association", "conseil régional" no "conseil".
 */
const NAMES: readonly (readonly [PlanNumber, readonly string[]])[] = [
  [
    3,
    [
      'anci',
      'associazion[ei] (?:nazionale )?(?:dei )?comuni(?: italiani)?',
      'association (?:departementale |nationale )?des (?:maires|communes)',
      'associations? of (?:the )?(?:municipalities|councils|mayors)',
      '(?:local government|municipalities|councils|mayors|communes) (?:s )?association',
    ],
  ],
  [
    4,
    [
      'gal',
      'grupp[oi] d(?:i)? azione locale',
      'groupes? d action locale?',
      'local action groups?',
      'comunita montan[ae]',
      'union[ei] montan[ae]',
      'communautes? de montagnes?',
      'mountain communit(?:y|ies)',
    ],
  ],
  [
    2,
    [
      '(?:assessorato|consiglio|ente|ufficio|funzionari[oa]|dirigente) regionale',
      'conseil(?:ler|lere)? regional[e]?',
      'regional (?:government|council|office|authority|officer|plan)',
      'region[ei]?s?',
    ],
  ],
  [
    6,
    [
      'central[ei] (?:delle )?cooperativ[ae]',
      'centrales? (?:des )?cooperatives?',
      '(?:la|alla|dalla|della|une) centrale',
      'legacoop',
      'conf ?cooperative',
      'agci',
      'urscop',
      `(?:leg[ae]|federazion[ei]|associazion[ei]|union[ei]) (?:delle )?coop(?:erative)?`,
      `(?:federations?|unions?|associations?) (?:regionale )?(?:des |de )?coop(?:erative)?s?`,
      `${COOP_EN} (?:federation|union|centre|center|association)`,
      `(?:federation|union|association) of (?:the )?${COOP_EN}`,
      'federazion[ei]',
      'federations?',
    ],
  ],
  [
    7,
    [
      'ifaap',
      'bcc',
      'banc(?:a|he)',
      'cass[ae] (?:rural[ei]|di risparmio)',
      'credito cooperativo',
      '(?:ente |istituto |istituzione )?finanziari[ao]',
      'fond[oi] (?:mutualistic[oi]|cooperativ[oi])',
      'coopfond',
      'fondosviluppo',
      'banques?',
      'caisses? (?:d epargne|locales?)',
      'credit (?:cooperatif|agricole|mutuel)',
      'organisme (?:financier|de financement)',
      'fonds (?:mutualiste|cooperatif|mutuel)',
      '(?:savings |co op |coop )?banks?',
      'credit unions?',
      'building societ(?:y|ies)',
      '(?:finance|financial|financing) (?:body|institution|company|arm)',
      `(?:mutual|${COOP_EN}) funds?`,
    ],
  ],
  [
    8,
    [
      `${COOP_IT} (?:\\w+ )?(?:agricol[ae]|social[ei]|edilizi[ae]|esistent[ei]|che (?:c e|esiste|abbiamo)(?: gia)?|gia \\w+)`,
      `${COOP_IT} d(?:i|el|ei|elle) (?!comunita)\\w+`,
      `${COOP_FR} (?:\\w+ )?(?:agricole|laitiere|viticole|ouvriere|existante|qui existe|deja)`,
      `${COOP_FR} d(?:e|es|u) (?!territoire|village)\\w+`,
      `${COOP_FR} d insertion`,
      `(?:dairy|farm|farmers|growers|wine|existing|social|workers|fishing|housing|local) (?:\\w+ )?${COOP_EN}`,
      '(?:cantina|latteria|caseificio|frantoio) (?:sociale|turnari[oa])',
      'latteria',
      '(?:cave|laiterie|fruitiere|huilerie|scierie)(?: cooperative)?',
      'cuma',
      'scop',
      `(?:gia|deja|already|siamo|nous sommes|on est|we re|we are) (?:gia |deja |already )?(?:una |une |a |an )(?:existing )?(?:cooperativa|coop|co op|cooperative|co operative)\\b(?! di comunita| de territoire)`,
    ],
  ],
  [
    5,
    [
      'proloco',
      'unpli',
      'associazion[ei](?: (?:turistica|culturale|del paese|locale|di paese|di promozione|sportiva))?',
      'associassion',
      'circolo',
      'comitato (?:feste|delle feste|festeggiamenti)',
      'foyers? rura(?:l|ux)',
      'comites? des fetes',
      'syndicat d initiative',
      'office de tourisme',
      'associations?(?: (?:culturelle|du village|de village|locale|du patrimoine|de patrimoine|sportive))?',
      'asso',
      '(?:village|tourist|local|community|cultural|heritage|tourism) (?:society|association|club)',
      '(?:village|community) hall committee',
    ],
  ],
  [
    1,
    [
      'prim[oa] cittadin[oa]',
      'comun[ei]?',
      'municipi[oi]',
      'municipalita',
      '(?:vice)?sindac[oa]',
      'assessor[eia]+',
      'giunta',
      'consiglio(?: comunale)?',
      'consiglier[ei](?: comunal[ei])?',
      'amministrazione(?: comunale)?',
      'mairies?',
      'communes?',
      'maires?',
      'conseil(?: municipal| communal)?',
      'municipalite',
      'elus?',
      'conseillers?(?: municipa(?:l|ux))?',
      'adjointe?(?: au maire)?',
      'echevin',
      'bourgmestre',
      '(?:town|parish|village|local|city) (?:council|hall)',
      'councils?',
      'municipalit(?:y|ies)',
      'mayors?',
      'alderman',
      'councillors?',
      'local authority',
    ],
  ],
  [
    9,
    [
      'cittadin[ieo]',
      'abitant[ei]',
      'paesan[ei]',
      'famigli[ae]',
      'vicini(?: di casa)?',
      '(?:gruppo|comitato) di \\w+',
      'privati',
      'residenti',
      'amici',
      'gente (?:del|della|di) \\w+',
      'citoyen(?:ne)?s?',
      'habitante?s?',
      'familles?',
      'voisine?s?',
      'villageois',
      '(?:gens|jeunes|retraites|femmes) du (?:village|hameau|coin|bourg)',
      'collectif',
      'particuliers',
      'residents?',
      'villagers?',
      'citizens?',
      'famil(?:y|ies)',
      'neighbou?rs?',
      'locals',
      'folks?',
      '(?:local )?people (?:of|from|in) the (?:village|hamlet)',
    ],
  ],
];

const ANY = new RegExp(`\\b(?:${NAMES.map(([plan, names]) => `(?<p${plan}>${names.join('|')})`).join('|')})\\b`, 'g');

/** A promoter that a line speaks of, and where in it. */
export type Mention = { readonly plan: PlanNumber; readonly from: number; readonly to: number };

/** All promoters that a folded line speaks of, in its order. */
export const promotersIn = (line: string): Mention[] =>
  [...line.matchAll(ANY)].flatMap((match) => {
    const plan = NAMES.find(([plan]) => match.groups?.[`p${plan}`] !== undefined)?.[0];
    return plan === undefined ? [] : [{ plan, from: match.index, to: match.index + match[0].length }];
  });

/** "We are", and nothing but articles and the like up to the promoter. */
const WE_ARE =
  /\b(?:siamo|sono|we are|we re|i am|i m|nous sommes|on est|je suis)(?: (?:il|la|lo|l|i|gli|un|una|uno|le|les|des|de|du|d|une|the|a|an|solo|soltanto|semplici|proprio|gia|deja|already|just|simples?|only|plain|bien|qui|tutti|all|group of|gruppo di|groupe d[e]?|existing))* $/;
/** A promoter's name may hold it itself: "siamo una cooperativa". */
const OPENS_WE_ARE = /^(?:siamo|we re|we are|nous sommes|on est)\b/;

/** True where a line says that those who write are this promoter. */
export const isOfThemselves = (line: string, { from }: Mention): boolean =>
  WE_ARE.test(line.slice(0, from)) || OPENS_WE_ARE.test(line.slice(from));
