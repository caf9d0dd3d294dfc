import type { Language } from '../domain/language.ts';
import { wordsOf } from './fold.ts';

/** The words in which neighbours ask in German, Spanish and Portuguese (folded), and what they are called in the three languages. */
const ROWS = `
  chi | qui | who | wer quien quienes quem
  che cosa | quoi | what | was que
  come | comment | how | wie como
  dove | où | where | wo donde onde
  quando | quand | when | wann cuando
  perché | pourquoi | why | warum wieso porque
  quale | quel | which | welche welcher welches cual qual
  quanti | combien | how many | viele cuantos quantos
  quanto | combien | how much | viel cuanto
  quanto dura | combien de temps | how long | lange dauert tarda dura demora
  soldi | argent | money | geld dinero dinheiro
  paga | paie | pays | zahlt bezahlt finanziert paga pone
  costa | coûte | costs | kostet kosten cuesta custa
  soci | membres | members | mitglied mitglieder socios miembros membros
  cooperativa di comunità | coopérative de territoire | community cooperative | genossenschaft burgergenossenschaft dorfgenossenschaft cooperativa
  comune | mairie | council | gemeinde rathaus ayuntamiento municipio camara prefeitura
  sindaco | maire | mayor | burgermeister burgermeisterin alcalde alcaldesa prefeito
  Regione | région | region | region regiao
  paese | village | village | dorf pueblo aldeia
  abitanti | habitants | residents | bewohner burger einwohner vecinos habitantes ciudadanos moradores
  associazione | association | association | verein asociacion associacao
  banca | banque | bank | bank sparkasse banco caja
  fase | phase | phase | phase fase etapa
  passi | étapes | steps | schritt schritte pasos passos
  cominciare | commencer | start | beginnen anfangen starten anfang empezar empezamos comenzar comecar
  fondare | fonder | found | grunden grundung fundar crear criar
  aiutare | aider | help | hilft helfen hilfe ayuda ayudar ajuda ajudar
  può | peut | can | kann konnen puede pueden podemos pode
  servono | il faut | need | brauchen braucht necesitamos hace precisamos
  legge | loi | law | gesetz ley lei
  tasse | impôts | taxes | steuer steuern impuestos impostos
  notaio | notaire | notary | notar notario
  statuto | statuts | statutes | satzung statuten estatutos
  scadenza | date limite | deadline | frist plazo prazo
  progetto | projet | project | projekt proyecto projeto
  idea | idée | idea | idee idea ideia
  assemblee | réunions | meetings | versammlung treffen reunion reuniones asamblea reuniao
  corsi | cours | courses | kurs kurse cursos curso
  prestito | prêt | loan | darlehen kredit prestamo emprestimo
  contributi | aides | grants | zuschuss zuschusse forderung subvencion subvenciones ayudas
  bandi | appels à projets | calls | ausschreibung convocatoria
  contratti | contrats | contracts | vertrag vertrage contrato contratos
  assicurazione | assurance | insurance | versicherung seguro
  debiti | dettes | debts | schulden deudas dividas
  ora | maintenant | next | nachste nachster siguiente proximo
  negozio | épicerie | shop | laden geschaft tienda loja
  turismo | tourisme | tourism | tourismus turismo
  giovani | jeunes | young people | jugendliche jugend jovenes jovens
  siamo | nous sommes | we are | sind somos
  noi | nous | we | wir uns unser unsere nosotros nuestro nuestra nos
  e | et | and | und y`;

const GLOSSES: Readonly<Record<Language, ReadonlyMap<string, string>>> = (() => {
  const glosses = { it: new Map<string, string>(), fr: new Map<string, string>(), en: new Map<string, string>() };
  for (const row of ROWS.trim().split('\n')) {
    const [it = '', fr = '', en = '', foreign = ''] = row.split('|').map((cell) => cell.trim());
    for (const word of foreign.split(' ')) {
      glosses.it.set(word, it);
      glosses.fr.set(word, fr);
      glosses.en.set(word, en);
    }
  }
  return glosses;
})();

/** A message of another language as far as its words are known, in this language, to be searched with; itself when hardly any is. */
export const glossed = (text: string, language: Language): string => {
  const known = wordsOf(text).flatMap((word) => GLOSSES[language].get(word) ?? (/^\d+$/.test(word) ? word : []));
  return known.length >= 2 ? `${known.join(' ')}?` : text;
};
