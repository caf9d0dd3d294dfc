import { wordsOf } from '../../language/fold.ts';

/** The words of a wish for a person, and the small ones around them, in the three languages, folded. */
const WISH = new Set(
  `vorrei voglio volevo vogliamo vorremmo posso possiamo potrei potremmo puoi potete mi ci fate fammi fatemi metti mettetemi passa passami passatemi serve servirebbe ho abbiamo bisogno di
  parlare parlo parliamo sentire chiedere contattare chiamare scrivere con a ad da un una uno il lo la le i gli qualcuno qualcuna persona persone umano umana operatore operatrice vera vero reale
  essere e per favore grazie adesso ora subito risponda rispondere rispondermi che del dal della centro sportello vostro aiuto
  je j voudrais veux voulais nous on voudrions peux puis pouvons pouvez peut me moi parler discuter demander contacter appeler ecrire avec a au quelqu quelqu un une le la les personne humain humaine vrai vraie
  conseiller conseillere operateur s il vous te plait merci maintenant besoin ai avons d de passez passe mettez reponde repondre qui du centre
  i d would like want we need can could you please may might let me us talk speak ask contact call write to with a an the someone somebody anyone person human being real operator agent adviser now
  thanks get put through is there from center centre your help`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const LEAST_WORDS = 2;

/** The question in a message that wishes for a person; null when it is nothing but the wish. */
export const questionIn = (text: string): string | null => {
  const rest = wordsOf(text).filter((word) => !WISH.has(word) && word.length > 2);
  return rest.length >= LEAST_WORDS && !/^\s*[/／]/.test(text) ? text : null;
};
