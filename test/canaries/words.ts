import type { Language } from '../../src/domain/language.ts';
import type { Dice } from '../crash/dice.ts';

/** `{c}` stands for a canary, `{p}` for one that is an address of mail, `{n}` for who speaks. */
type Pool = Readonly<Record<Language, readonly string[]>>;

const ASKED: Pool = {
  it: [
    'chi sono i soci fondatori {c}?',
    'dove troviamo i soldi {c}?',
    'che cosa fa la Pro Loco {c}?',
    'quanto costa il notaio a Valverde {c}?',
    'quanto costa il notaio {c}?',
    'che modulo serve per il bar {c}?',
    'quante tasse paghiamo {c} a Belmont?',
    'mi chiamo {n}, quanto costa lo statuto {c}?',
    'serve il commercialista {c}? scrivete a {p}',
    'come apriamo un conto in banca {c}?',
  ],
  fr: [
    'qui sont les membres fondateurs {c} ?',
    'où trouver de l’argent {c} ?',
    'combien coûte le notaire à Belmont {c} ?',
    'combien coûte le notaire {c} ?',
    'quel formulaire pour le bar {c} ?',
    'je m’appelle {n}, combien d’impôts {c} ?',
    'faut-il un comptable {c} ? écrivez à {p}',
    'que fait la Pro Loco {c} à Valverde ?',
  ],
  en: [
    'who are the founding members {c}?',
    'where do we find money {c}?',
    'how much is the notary in Valverde {c}?',
    'how much is the notary {c}?',
    'which form for the pub {c}?',
    'my name is {n}, how much tax {c}?',
    'do we need an accountant {c}? write to {p}',
    'what does the municipality do {c}?',
  ],
};

const SAID: Pool = {
  it: [
    'il Comune è d’accordo e ci presta la sala {c}',
    'la Regione è con noi e ci dà fondi {c}',
    'siamo la Pro Loco {c}, ne parliamo con il paese',
    'grazie {c}',
    'il primo punto è fatto {c}',
    'anche il secondo, l’ha detto {c}',
    '/piano {c}',
    '/fase {c}',
    '/mydata {c}',
    '/start {c}',
    'passiamo alla fase 3 {c}',
    '{c}',
    'boh, {c} dice che non va bene',
  ],
  fr: [
    'la commune est d’accord et nous prête la salle {c}',
    'la région nous donne des fonds {c}',
    'nous sommes la Pro Loco {c}, on en parle au village',
    'merci {c}',
    'le premier point est fait {c}',
    '/plan {c}',
    '/phase {c}',
    'on passe à la phase 3 {c}',
    '{c} a dit que ça va',
  ],
  en: [
    'the municipality agreed and lends us the hall {c}',
    'the region gives us funds {c}',
    'we are the Pro Loco {c}, talking to the village',
    'thanks {c}',
    'the first point is done {c}',
    '/plan {c}',
    '/phase {c}',
    'let us move on to phase 3 {c}',
    '{c} said it is fine',
  ],
};

const WISHES: Pool = {
  it: [
    'vorrei parlare con una persona',
    'vorrei una persona: quanto costa il notaio {c}?',
    '/persona',
    'una persona per favore, per Belmont {c} e le tasse',
  ],
  fr: [
    'je voudrais parler à quelqu’un',
    'je voudrais une personne : combien coûte le bail à Belmont {c} ?',
    '/personne',
  ],
  en: ['I’d like to talk to a person', 'a person please: how much is the lease in Valverde {c}?', '/person'],
};

const PLAIN: Pool = {
  it: [
    '/lista',
    '/annulla',
    '/diario',
    '/alleati',
    '/esporta',
    '/porta',
    '/gruppi',
    '/privacy',
    '/aiuto',
    '/piano pro loco',
    '/fase 2',
    'e poi?',
    'perché il 2?',
    '1 fatto',
    'ancora',
    '/start',
  ],
  fr: [
    '/liste',
    '/annuler',
    '/journal',
    '/allies',
    '/exporter',
    '/apporter',
    '/groupes',
    '/plan commune',
    '/phase 3',
    'et après ?',
    'pourquoi le 2 ?',
    '/start',
  ],
  en: [
    '/list',
    '/undo',
    '/journal',
    '/helpers',
    '/export',
    '/bring',
    '/groups',
    '/plan citizens',
    '/phase 1',
    'and then?',
    'why 2?',
    'more',
    '/start',
  ],
};

const RARE: Pool = { it: ['/cancella'], fr: ['/effacer'], en: ['/erase'] };
const YES: Pool = { it: ['sì', 'va bene'], fr: ['oui', 'd’accord'], en: ['yes', 'ok'] };
const NO: Pool = { it: ['no', 'lascia stare'], fr: ['non', 'laisse'], en: ['no', 'never mind'] };

const POOLS = { asked: ASKED, said: SAID, wish: WISHES, plain: PLAIN, rare: RARE, yes: YES, no: NO };
export type PoolName = keyof typeof POOLS;

export const pick = <Item>(dice: Dice, items: readonly Item[]): Item => items[dice(items.length)]!;

/** A line of a pool, its canaries not planted yet. */
export const lineOf = (dice: Dice, pool: PoolName, language: Language): string => pick(dice, POOLS[pool][language]);

/** What staff writes, sent or not. */
export const STAFF_LINES: readonly string[] = [
  'Da noi costa di solito 1.200 euro {c}.',
  'Dipende {c}, ne parliamo con il notaio.',
  'Chez nous c’est 900 euros {c}.',
  'It depends {c}; scrivete a {p}',
  '> citato {c}',
  'questa la sa Bruno {c}',
  '/close {c}',
];
