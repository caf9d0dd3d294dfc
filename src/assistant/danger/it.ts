import type { Signs } from './signs.ts';

/** "Morire dal ridere", "morire qui": a way of speaking, or where somebody means to grow old. */
const MEANT = '(?! (?:d[ia]|dal|dalle|dalla|per|qui|nel|nella|in|a casa|che|piuttosto))';

const CHILD =
  '(?:un|una|il|la|lo|l|mi[oa]|su[oa]|quell?[oa]?|quest[oa]|nostr[oa]|i miei|i suoi) ' +
  '(?:bambin[oa]|bimb[oa]|ragazzin[oa]|minore|minorenne|neonat[oa]|figli[oa]?|alunn[oa]|nipotin[oa]|nipote|cugin[oa]|cuginett[oa]|sorellina|fratellino)';
const CHILDREN =
  '(?:(?:i|le|gli|dei|delle|il|la|un|una) (?:figli[oae]?|bambin[oaie]|bimb[oaie]|alunn[oaie]|ragazzin[oaie]|nipotin[oaie]|minori?))';
const KIN =
  '(?:mi[oa] (?:padre|madre|papa|mamma|zi[oa]|nonn[oa]|patrigno|matrigna|fratello|prof\\w*)|i miei(?: genitori)?|il (?:prof\\w*|maestro|compagno di mamma)|papa|mamma)';

export const it: Signs = {
  despair: [
    'minacc\\w+ (?:\\w+ )?di (?:ammazzarsi|uccidersi|suicidarsi|farla finita)',
    `(?:(?:voglio|vorrei|volevo)(?: solo| soltanto| tanto| davvero)?|voglia di|decis[oa] di|sto per|(?:penso|pensando) (?:solo )?(?:a|di)) (?:morire|uccidermi|ammazzarmi|suicidarmi|impiccarmi)${MEANT}`,
    'mi (?:voglio|vorrei) (?:ammazzare|uccidere|suicidare|impiccare)',
    `mi (?:ammazzo|uccido|suicido|impicco)${MEANT}`,
    '(?:toglier(?:mi|si|ti)|mi tolgo|si toglie|si e tolt[oa]|mettere fine alla mia) (?:la )?vita',
    'farla finita(?! (?:di|una volta|con (?!la vita|me\\b)))',
    'non (?:ho|c e|vedo|trovo) piu (?:un |la |nessun )?(?:voglia|motivo|ragione) (?:di|per) vivere',
    'non voglio (?:piu )?vivere(?! (?:qui|in|cosi|da|con|di|senza|a))',
    'stanc[oa] di vivere(?! (?:qui|in|cosi|da|con|di|senza|a))',
    '(?:pens\\w+|tentat\\w+|parla\\w*) (?:\\w+ )?(?:al |il |di |del )?suicidio|pensieri suicidi',
    `(?:si vuole (?:ammazzare|uccidere|suicidare)|vuole (?:morire|ammazzarsi|uccidersi|suicidarsi))${MEANT}`,
    'mi taglio (?:le vene|i polsi|le braccia|le gambe|di nuovo|ancora)|autolesionis\\w+',
    '(?:mi faccio|farmi|mi sono fatt[oa]|si fa) del male(?! (?:al|alla|con|giocando|lavorando))',
    '(?:mi butto|buttarmi) (?:giu )?(?:dal|dalla|sotto)',
    'ho (?:preso|ingoiato) tutt[eio] (?:le pastiglie|le pillole|i sonniferi|le medicine)',
    'meglio senza di me',
    '(?:vorrei|voglio|voglia di) (?:\\w+ ){0,3}?non svegliarmi|(?:sparire|scomparire) (?:per sempre|da questo mondo)',
    '(?:vita|vivere) non (?:ha|vale) piu (?:senso|la pena)|non (?:ha|vale) piu (?:senso|la pena) vivere',
  ],
  child: [
    `${CHILD} (?:\\w+ ){0,4}?(?:picchiat|maltrattat|abusat|violentat|molestat|seviziat|stuprat|menat)[oa]`,
    `${CHILD} (?:\\w+ ){0,2}?(?:viene|vien|e stat[oa]) toccat[oa] (?:da|dal|dallo|dalla)`,
    `(?:picchia|picchiano|maltratta|maltrattano|molesta|molestano|violenta|abusa di|abusano di|mena) (?:${CHILD}|${CHILDREN})`,
    `(?:maestr[oa]|prof\\w*|prete|allenatore|zio|nonno|bidello|vicino) (?:\\w+ )?tocca ${CHILDREN}`,
    `${KIN} (?:\\w+ )?mi (?:picchia\\w*|mena\\w*|tocca\\w*|violenta\\w*|fa(?:nno)? (?:del )?male)`,
  ],
  violence: [
    'mani addosso|mi sparano|mi accoltell\\w+',
    'minacc\\w+ (?:\\w+ )?di (?:morte|ammazzar\\w+|uccider\\w+|picchiar\\w+|bruciar\\w+|sparar\\w+)',
    'mi (?:picchia|picchiano|mena|menano|perseguita|perseguitano|violenta)',
    'mi minaccia(?:no)?(?! di (?:chiud|togli|tagli|licenzi|far)\\w*)',
    'mi (?:ha|hanno) (?:picchiat|minacciat|violentat|stuprat|aggredit)[oa]',
    '(?:ti|vi|lo|la|li) (?:ammazzo|uccido|accoltello)|(?:ti|vi|gli) (?:sparo|brucio|spacco la (?:testa|faccia))',
    '(?:do|darei|diamo) fuoco (?:al|alla|a) (?:municipio|comune|casa|sindaco|tutto|tutti)',
    '(?:prendo|vengo col|vengo con il|arrivo col) (?:il |la )?(?:fucile|coltello|pistola|bidone di benzina)',
    '(?:subisco|ho subito) (?:\\w+ )?(?:violenz\\w+|abusi|minacce)',
    'ho paura (?:di mio marito|del mio (?:ex|compagno)|di lui|che mi (?:ammazz\\w+|uccid\\w+|picchi\\w*))',
  ],
  noDeath: [
    '(?:mort[oaie]|mor\\w+|muoi\\w+|crep\\w+) (?:dal|dalle|di|da) (?:rider\\w*|risate|sonno|fame|sete|freddo|caldo|noia|stanchezza|fatica|curiosita|voglia|invidia|vergogna|vecchiaia)',
    'non vogli\\w+ (?:piu )?vivere (?:qui|in|cosi|da|con|di|senza|a)',
    'farla finita (?:una volta per tutte )?con (?!la vita|me\\b)',
    '(?:negozi\\w*|forno|bar|bottega|paese|borgo|scuola|commercio|piazza|progetto|idea|associazione|mercato|turismo|centro) (?:\\w+ ){0,3}(?:mort\\w*|muor\\w+|moren\\w+|morir\\w*)',
  ],
};
