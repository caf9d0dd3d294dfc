import type { Texts } from './texts.ts';

/** "Tu" to a person in private; the edition speaks of the promoters in the third person. */
export const it: Texts = {
  greeting:
    'Buongiorno! Sono Campanile, un assistente automatico. Spiego come far nascere una cooperativa di comunità, solo da una guida, e dico sempre da dove viene la risposta.{operator, select, none {} other { Mi gestisce {operator}.}} Chi siete? Oppure scrivimi la tua domanda.',
  help: 'Chiedimi quello che vuoi sulla nascita di una cooperativa di comunità: chi può promuoverla, come si va avanti nelle quattro fasi, chi coinvolgere. Puoi scrivere anche «e poi?», «perché?», «chi?», «ancora».\nTengo anche la lista dei passi: dimmi chi siete e a che punto siete, poi «lista», «abbiamo fatto il 2», «avanti», «chi ci può aiutare?», «diario», «annulla». In privato: «gruppi» e «porta». Con «privacy» ti dico che cosa conservo.',
  privacy:
    'Quello che scrivi lo leggo per risponderti e poi lo cancello: resta solo finché ti ho risposto. Conservo, cifrati: il piano, la fase, i passi segnati e il diario, con il nome di chi li ha segnati. Quando la guida non risponde conservo anche la domanda, senza nomi, numeri o indirizzi, e senza dire di chi è. Nessuno li usa per addestrare programmi. «Esporta» te li dà, «cancella» li toglie; in un gruppo possono farlo gli amministratori. Non mandarmi dati personali, non servono.{operator, select, none {} other { Chi mi gestisce: {operator}.}}{contact, select, none {} other { Contatto: {contact}.}}',
  thanks: 'Volentieri! Se ti viene un’altra domanda, sono qui.',
  goodbye: 'A presto, e buon lavoro al paese!',
  howAreYou: 'Tutto bene, grazie: i programmi non si stancano. Che cosa vuoi sapere sulle cooperative di comunità?',
  whoAreYou:
    'Sono Campanile, un programma: non sono una persona. Rispondo solo con quello che dice una guida sulle cooperative di comunità, e cito sempre il punto.{operator, select, none {} other { Mi gestisce {operator}.}}',
  source:
    'Tutto quello che dico viene da una sola guida: nove piani d’azione per far nascere una cooperativa di comunità, ognuno in quattro fasi. Sotto ogni risposta trovi il piano e la fase. Quello che la guida non dice, non lo invento.',
  insult:
    'Mi spiace se qualcosa non va. Dimmi con parole tue che cosa ti serve sapere sulla cooperativa, e ci riprovo.',
  complaint:
    'Mi spiace, non ho capito bene. Prova a dirlo con altre parole, magari con chi promuove (comune, Pro Loco, abitanti …) e a che punto siete.',
  offTopic: 'Di questo non so nulla: conosco solo la guida sulle cooperative di comunità. Su quelle, chiedimi pure.',
  injection:
    'Non posso cambiare le mie regole: rispondo solo con quello che dice la guida sulle cooperative di comunità. C’è qualcosa che vuoi sapere?',
  legalCertainty:
    'Non posso dare garanzie legali: la guida non è un parere di legge e io sono un programma. Per questo serve un professionista. Posso dirti che cosa dice la guida e dove.',
  personalData:
    'Meglio non scrivermi dati personali, tuoi o di altri: non mi servono e non li uso. Se hai una domanda sulla cooperativa, scrivila senza.',
  distress:
    'Mi dispiace che sia un momento così duro. Io sono solo un programma e non posso aiutarti come una persona: parlane con qualcuno di cui ti fidi, e se c’è pericolo chiama il 112.',
  person:
    'Qui non ho ancora una persona a cui passarti. Secondo la guida può aiutarvi la centrale cooperativa: apre sportelli per chi ha un’idea da trasformare in cooperativa.',
  personHere: 'Qui ti rispondo io, un programma. Con una persona puoi parlare così:',
  centre:
    '{name}.{telephone, select, none {} other { Telefono: {telephone}.}}{email, select, none {} other { E-mail: {email}.}}{address, select, none {} other { Sportello: {address}{hours, select, none {} other { ({hours})}}.}} Lì si parla {languages}.',
  centresSay: 'Lo dice il centro, non la guida.',
  language: 'Parlo italiano, francese e inglese. Scrivimi nella lingua che preferisci.',
  followWhat: 'Di che cosa? Scrivimi la domanda per intero e ti rispondo.',
  tracking:
    'Per tenere il conto dei passi mi serve sapere chi porta avanti l’idea e a che punto siete. Dimmelo con parole tue, per esempio: «siamo la Pro Loco, ne parliamo con il paese».',
  recommended:
    'Il piano più vicino è questo: {plan}.{words, select, none {} other { Me lo dicono le tue parole: {words}.}}',
  phaseTold: 'Da quello che racconti siete nella fase {phase}, {name}.',
  phaseOpen: 'In che fase siete ancora non lo capisco: dimmi che cosa avete già fatto.',
  linked: 'La guida lega questo piano a: {names}.',
  wouldChange: 'Se invece a promuovere fosse un altro, per esempio {plan}, il piano cambierebbe.',
  situationUnclear:
    'Ci sono nove strade, secondo chi promuove. Per dirti quale, mi serve una cosa: chi porta avanti l’idea? Il comune, la Pro Loco, un gruppo di abitanti, una cooperativa che c’è già, o altri?',
  empty:
    'Non ho trovato una domanda. Scrivimi con parole tue che cosa vuoi sapere, per esempio: «da dove comincia la Pro Loco?»',
  choose: 'Può voler dire più cose. Quale ti interessa?',
  notCovered: 'Questo nella guida non l’ho trovato.',
  nearest: 'Il punto più vicino parla d’altro, ma forse ti serve:',
  stepsIntro: '{count, plural, one {Un passo} other {I passi sono #}}:',
  noEnd: 'La guida non dice da che cosa si capisce che questa fase è finita. Dice però a che cosa serve.',
  nothingMore: 'Su questo la guida non dice altro.',
  endOfPhases: 'La fase 4 è l’ultima: dopo la nascita, la guida parla solo dell’avvio delle attività.',
  foreign: 'Parlo italiano, francese e inglese: ti rispondo in italiano.',
  cut: 'Il messaggio è molto lungo: ho letto solo l’inizio.',
  source_line: 'Dalla guida: {places}',
  place_phase: 'piano {plan}, fase {phase}, {name}',
  place_lead: 'piano {plan}, chi promuove',
  place_process: 'parte generale, {title}',
  place_glossary: 'alla voce {title}',
  label_phase: '{plan}, fase {phase}: {name}',
  label_lead: '{plan}: chi è e perché promuove',
  phase_1: 'L’idea',
  phase_2: 'Coinvolgere il paese',
  phase_3: 'Il progetto d’impresa',
  phase_4: 'La nascita',
  notClearYet: 'Per dirti quale delle nove strade fa per voi mi servono al massimo cinque risposte.',
  ask_who: 'Chi porta avanti l’idea?',
  ask_need: 'Di che cosa c’è più bisogno?',
  ask_far: 'A che punto siete?',
  ask_agrees: 'Chi altro è già d’accordo?',
  ask_have: 'Che cosa avete già in mano?',
  ask_how: 'Domanda {step} di 5. Rispondi con il numero; «salta» per saltarla, «indietro» per tornare.',
  need_1: 'servizi per tutti, che mancano o che il comune non riesce più a tenere',
  need_2: 'edifici o terreni abbandonati da far rivivere',
  need_3: 'lavoro, perché la gente non se ne vada',
  need_4: 'turismo, cultura, tradizioni da far fruttare',
  need_5: 'far crescere un’attività che c’è già',
  far_1: 'abbiamo solo un’idea',
  far_2: 'ne stiamo parlando con il paese',
  far_3: 'siamo d’accordo, ora facciamo il progetto',
  far_4: 'il progetto è pronto, manca la nascita',
  have_1: 'volontari e la fiducia della gente',
  have_2: 'un edificio o un terreno',
  have_3: 'soldi o credito da offrire',
  have_4: 'conoscenze, corsi o consulenza da offrire',
  have_5: 'per ora solo la voglia di fare',
};
