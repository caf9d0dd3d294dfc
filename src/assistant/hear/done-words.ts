/** Words of being done, folded, in three languages. */
const WORDS = [
  'fatt[oaie]|finit[oaie]|conclus[oaie]|chius[oaie]|complet(?:at)?[oaie]|completare|terminat[oaie]|risolt[oaie]|sistemat[oaie]|sbrigat[oaie]',
  'evas[oaie]|espletat[oaie]|effettuat[oaie]|realizzat[oaie]|archiviat[oaie]|ultimat[oaie]|eseguit[oaie]|svolt[oaie]|compiut[oaie]|spuntat[oaie]|tenut[oaie]|superat[oaie]|esaurit[oaie]|fada',
  'andat[oaie]|riuscit[oaie]|ce l abbiamo fatta|a posto|ci siamo|portat[oaie] a (?:casa|termine)|(?:alle|dietro le) spalle|in fondo|di mezzo',
  'faite?s?|finie?s?|terminee?s?|bouclee?s?|reglee?s?|close?s?|cochee?s?|achevee?s?|accomplie?s?|pliee?s?|expediee?s?|validee?s?|tenue?s?',
  'realisee?s?|effectuee?s?|menee?s? a (?:bien|terme)|venus? a bout|classee?s?|rayee?s?|debarrasses?|c est bon|ca y est|(?:a|ont) eu lieu|derriere nous|au bout|c est dans la poche',
  'done|did|finished|complete|completed|sorted|settled|closed|ticked|checked|wrapped(?: up)?|dusted|held|sealed|cracked|nailed|licked',
  'off the list|managed|(?:took|taken) care of|got through|behind us|out of the way|in the bag|dealt with|crossed off|over and done|in order|took place|seen to|accomplished|carried out|concluded',
].join('|');

/** Anywhere in a line, and at its beginning. */
export const DONE = new RegExp(`\\b(?:${WORDS})\\b`);
export const OPENS_DONE = new RegExp(`^(?:${WORDS})\\b`);

const OPENS = '(?:ok|ecco|bene|bon|voila|si|oui|yes|allora|alors|right|et|e|and|all|it s|that s)';
const WE =
  '(?:e|c est|(?:li |l )?abbiamo|(?:on |j )(?:l |les )?(?:a|ai)|nous (?:l |les )?avons|(?:we|i)(?: ve)?|sono|ho)';
const ALREADY = '(?:gia|deja|already|tout juste|bien|just)';
const CLOSES =
  '(?:ecco|voila|anche questo|ragazzi|ieri|hier|yesterday|grazie|merci|thanks|that|it|one|two|tout a l heure|ca|x)';

/** "Done!", "l'abbiamo fatto", "c'est bouclé, merci": words of being done and nothing that they speak of. */
export const BARELY_DONE = new RegExp(`^(?:${OPENS} )*(?:${WE} )?(?:${ALREADY} )*(?:${WORDS})(?: ${CLOSES})*$`);
