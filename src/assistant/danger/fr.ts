import type { Signs } from './signs.ts';

/** "Mourir de rire", "mourir ici": a way of speaking, or where somebody means to grow old. */
const MEANT = '(?! (?:de|d|du|dans|ici|chez|a|au|plutot|que))';
/** "En finir avec les réunions". */
const ALL = '(?! (?:avec (?!la vie|moi)|sur))';

const CHILD =
  '(?:un|une|l|le|la|mon|ma|mes|son|sa|ses|cet|cette|notre) (?:\\w+ )?' +
  '(?:enfants?|gosses?|gamine?|fille|fils|fillette|bebe|eleve|ado|mineure?|niece|neveu|soeur|frere)';
const KIN =
  '(?:mon (?:pere|oncle|beau pere|grand pere|frere|prof\\w*)|ma (?:mere|tante|belle mere)|mes parents|papa|maman)';

export const fr: Signs = {
  despair: [
    'menac\\w* de (?:se tuer|se suicider|se pendre)',
    `(?:je|j) (?:\\w+ ){0,3}?(?:veux|voudrais|vais|voulais|prefere|pense a|decide de) (?:\\w+ )?(?:mourir|crever|me tuer|me suicider|me pendre)${MEANT}`,
    `(?:veux|vx|voudrais|vais|voulais) (?:\\w+ )?en finir${ALL}`,
    `envie (?:de|d) (?:mourir|crever|me tuer|me suicider)${MEANT}|envie d en finir${ALL}`,
    '(?:veux|peux|envie de) (?:plus|pas) vivre(?! (?:ici|dans|en|comme|avec|sans|a|de|la))',
    'plus (?:envie|aucune envie|de raison|aucune raison) de vivre|fatiguee? de vivre',
    'pense\\w? (?:\\w+ )?au suicide|(?:idees|pensees|envies) suicidaires|tentative de suicide',
    `veut (?:se suicider|mourir|se tuer|se pendre)${MEANT}|(?:il|elle) veut en finir${ALL}`,
    'je me (?:suicide|pends|scarifie|flingue|taille les veines|coupe les veines)|je me tue(?! (?:a|au))',
    '(?:me faire|je me fais) du mal(?! (?:a|au|avec|en))',
    '(?:me jeter|je me jette|je saute) (?:du|sous|par la)|mettre fin a (?:mes jours|ma vie)',
    '(?:j ai|je viens d|je viens de) (?:pris|prendre|avale|avaler) tou(?:s|tes) (?:les|mes) (?:cachets|medicaments|comprimes|somniferes)',
    'mieux sans moi|(?:force|courage|envie) de (?:continuer a )?vivre(?! (?:ici|dans|en|comme|avec|sans|a|de))',
    'disparaitre (?:pour toujours|pour de bon)|la vie (?:ne )?vaut (?:plus|pas) (?:la peine|le coup)',
  ],
  child: [
    `${CHILD} (?:\\w+ ){0,4}?(?:est|sont|a ete|ont ete|etait|se fait|se font) (?:\\w+ )?(?:batt\\w*|frapp\\w+|maltrait\\w+|viol(?:e|ee|es|er)|abus\\w+|agress\\w+|tabass\\w+|tape|tapee|taper)(?! (?:par la|dans))`,
    '(?:bat|battent|frappe|frappent|maltraite|maltraitent|viole|violent|tabasse|abuse de) (?:son|sa|ses|leurs?|mon|ma|mes|un|une|l|le|la|les) (?:\\w+ )?(?:enfants?|gosses?|gamine?s?|fille|fils|fillette|bebe|eleves?)',
    '(?:tape|tapent|cogne) (?:sur )?(?:ses|leurs|mes|son|sa) (?:\\w+ )?(?:enfants?|gosses?|gamine?s?|fille|fils|bebe)',
    `${KIN} me (?:bat|battent|frappe\\w*|tape\\w*|touche\\w*|viole\\w*|fait du mal|font du mal)`,
    'attouchements (?:\\w+ ){0,2}(?:enfants?|fille|fils|eleves?|mineure?s?)',
  ],
  violence: [
    'menac\\w* (?:\\w+ )?de (?:mort|me tuer|le tuer|la tuer|nous tuer|me frapper|tout bruler)|menaces de mort',
    '(?:il|elle|mari|compagnon|copain|ex|conjoint|femme|voisin|patron|on) (?:\\w+ )?me (?:bat|battent|frappe|tape|harcele|menace)(?! de (?:ferm|retir|coup|suppr|licenci)\\w*)',
    '(?:m a|m ont) (?:frappee?|menacee?|violee?|agressee?|battue?)(?! de (?:ferm|retir|coup|suppr|licenci)\\w*)',
    '(?:je vais|j vais|je veux) (?:te|vous|le|la|les) (?:tuer|buter|egorger|flinguer)|je (?:te|vous|le|la) (?:tue|bute|flingue)',
    '(?:mettre|mets|foutre|fous) le feu a (?:la mairie|sa maison|sa voiture|tout)|je vais tout bruler',
    '(?:prends|avec|charge) (?:le|mon|un) fusil',
    'j ai peur (?:de (?:mon mari|lui|mon ex|mon compagnon)|qu il me (?:tue|frappe|batte))',
    'je (?:subis|suis victime de) (?:des )?(?:violences?|menaces)',
  ],
  noDeath: [
    'mort\\w* de (?:rire|fatigue|faim|froid|soif|peur|honte|trouille|trac|chaud)|(?:meurs|mourir) de (?:rire|faim|froid|soif|envie|honte|chaud)',
    'en finir (?:\\w+ )?avec (?!la vie|moi)',
    '(?:plus|pas) vivre (?:ici|dans|en|comme|avec|sans|a)',
    '(?:villages?|commerces?|bourg|ecole|epicerie|boulangerie|cafe|projet|centre) (?:\\w+ ){0,3}(?:mort\\w*|meurt|meurent|mourir)',
  ],
};
