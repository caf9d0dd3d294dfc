import type { Texts } from './texts.ts';

/** Said in private and in groups alike: so neither "tu" nor "voi" where it can be helped; the edition speaks of the promoters in the third person. */
export const it: Texts = {
  greeting:
    'Buongiorno! Sono Campanile, un assistente automatico. Spiego come far nascere una cooperativa di comunità, solo da una guida, e dico sempre da dove viene la risposta.{operator, select, none {} other { Mi gestisce {operator}.}} Chi siete? Oppure scrivimi la tua domanda.',
  help: 'Rispondo sulla nascita di una cooperativa di comunità: chi può promuoverla, come si va avanti nelle quattro fasi, chi coinvolgere. Capisco anche «e poi?», «perché?», «chi?», «ancora».\nTengo anche la lista dei passi: basta dire chi siete e a che punto siete, poi «lista», «il 2 lo faccio io», «abbiamo fatto il 2», «avanti», «chi ci può aiutare?», «diario», «annulla». Con «/centro» dico chi chiamare. In privato: «gruppi» e «porta». Con «privacy» dico che cosa conservo.',
  privacy:
    'Quello che mi si scrive lo leggo per rispondere e poi lo cancello; solo l’ultima domanda, con la sua risposta, resta un giorno, per poterla passare a una persona. Conservo, cifrati: il piano, la fase, i passi segnati e il diario, con il nome di chi li ha segnati o se ne occupa. Le domande a cui la guida non risponde (senza nomi, numeri o indirizzi) e i giudizi sulle risposte restano un anno, senza dire a nessuno di chi sono. Una richiesta fatta a una persona si cancella 90 giorni dopo che è chiusa. Un centro vede a che punto è un gruppo solo se un amministratore dice di sì. Nessuno usa queste cose per addestrare programmi. «Esporta» le dà, «cancella» le toglie; in un gruppo possono farlo gli amministratori. Meglio non mandarmi dati personali: non servono.{operator, select, none {} other { Chi mi gestisce: {operator}.}}{contact, select, none {} other { Contatto: {contact}.}}',
  thanks: 'Volentieri! Per un’altra domanda sono qui.',
  goodbye: 'A presto, e buon lavoro al paese!',
  howAreYou: 'Tutto bene, grazie: i programmi non si stancano. Che cosa serve sapere sulle cooperative di comunità?',
  whoAreYou:
    'Sono Campanile, un programma: non sono una persona. Rispondo solo con quello che dice una guida sulle cooperative di comunità, e cito sempre il punto.{operator, select, none {} other { Mi gestisce {operator}.}}',
  source:
    'Tutto quello che dico viene da una sola guida: nove piani d’azione per far nascere una cooperativa di comunità, ognuno in quattro fasi. Sotto ogni risposta ci sono il piano e la fase. Quello che la guida non dice, non lo invento.',
  insult: 'Mi spiace se qualcosa non va. Che cosa serve sapere sulla cooperativa? Con altre parole ci riprovo.',
  complaint:
    'Mi spiace, non ho capito bene. Con altre parole forse sì, magari con chi promuove (comune, Pro Loco, abitanti …) e a che punto siete.',
  offTopic:
    'Di questo non so nulla: conosco solo la guida sulle cooperative di comunità. Su quelle rispondo volentieri.',
  injection:
    'Non posso cambiare le mie regole: rispondo solo con quello che dice la guida sulle cooperative di comunità. Su quelle rispondo volentieri.',
  legalCertainty:
    'Non posso dare garanzie legali: la guida non è un parere di legge e io sono un programma. Per questo serve un professionista. Posso dirti che cosa dice la guida e dove.',
  personalData:
    'Meglio non scrivermi dati personali, propri o di altri: non mi servono e non li uso. Una domanda sulla cooperativa si può fare anche senza.',
  noPersonalData: 'Per favore non scrivermi dati personali (numeri, codici, salute): per rispondere non mi servono.',
  distress:
    'Mi dispiace che sia un momento così duro. Io sono solo un programma e non posso aiutarti come una persona: parlane adesso con qualcuno di cui ti fidi. In Italia il Telefono Amico ascolta ogni giorno, al numero 02 2327 2327. Se c’è pericolo, chiama subito il 112.',
  childInDanger:
    'Hai fatto bene a dirlo. Io sono solo un programma, e qui servono persone: se il pericolo è adesso, chiama il 112. In Italia il 114, Emergenza Infanzia, risponde giorno e notte, gratis, a chi ha paura per un bambino o un ragazzo. Chi è un ragazzo può chiamare anche il 19696, Telefono Azzurro.',
  violence:
    'Qui si tratta di violenza, e io sono solo un programma: se qualcuno è in pericolo, chiama subito il 112. Se parlano la rabbia o la disperazione, prima di fare qualsiasi cosa dillo a qualcuno di cui ti fidi: in Italia ascolta anche il Telefono Amico, 02 2327 2327. Contro la violenza in casa e chi perseguita c’è il 1522, giorno e notte, gratis.',
  person:
    'Qui non ho ancora una persona a cui passare la domanda. Secondo la guida può aiutarvi la centrale cooperativa: apre sportelli per chi ha un’idea da trasformare in cooperativa.',
  personHere: 'Qui rispondo io, un programma. Con una persona si parla così:',
  centre:
    '{name}.{telephone, select, none {} other { Telefono: {telephone}.}}{email, select, none {} other { E-mail: {email}.}}{address, select, none {} other { Sportello: {address}{hours, select, none {} other { ({hours})}}.}} Lì si parla {languages}.',
  centresSay: 'Lo dice il centro, non la guida.',
  stuck:
    'Mi spiace: non è una strada facile, e fermarsi capita. Per vedere insieme il prossimo passo mi serve sapere chi porta avanti l’idea e a che punto siete.',
  shorter: 'Va bene, più corto. A quale domanda?',
  unclear:
    'Mi spiace, mi sono spiegato male. Dimmi quale parola o quale punto non è chiaro, e lo dico in un altro modo.',
  owner:
    'Sono un programma.{operator, select, none { Chi mi ha messo qui non ha scritto il suo nome.} other { Mi gestisce {operator}.}}{contact, select, none {} other { Contatto: {contact}.}} Quello che dico viene da una sola guida sulle cooperative di comunità, non da chi mi gestisce.',
  machine:
    'Sono un programma, ma non uso un modello linguistico come ChatGPT: non invento frasi. Le mie le hanno scritte delle persone, a partire da una guida, e sotto ogni risposta c’è da dove viene.',
  mistakes:
    'Sì, posso capire male una domanda e rispondere a un’altra. Quello che dico però viene da una guida: sotto ogni risposta c’è il punto. Per una decisione importante conviene sentire una persona, per esempio della centrale cooperativa.',
  doubt:
    'Capisco il dubbio, e non tocca a me convincere nessuno: dico solo quello che c’è in una guida, con il punto da cui viene, e quello che non c’è lo dico. Se aiuta, chiedimi che cosa ci guadagna il paese, o chi mette i soldi.',
  appointment:
    'Gli appuntamenti non li tengo io: tengo il piano, la fase e i passi. Quando un passo è fatto, basta dirmelo.',
  language: 'Parlo italiano, francese e inglese. Vanno bene tutte e tre.',
  followWhat: 'Di che cosa? Mi serve la domanda per intero.',
  tracking:
    'Per tenere il conto dei passi mi serve sapere chi porta avanti l’idea e a che punto siete. Basta dirlo con parole vostre, per esempio: «siamo la Pro Loco, ne parliamo con il paese».',
  recommended:
    'Il piano più vicino è questo: {plan}.{words, select, none {} other { Me lo dicono queste parole: {words}.}}',
  phaseTold: 'Da quello che leggo siete nella fase {phase}, {name}.',
  phaseOpen: 'In che fase siete ancora non lo capisco: che cosa avete già fatto?',
  linked: 'La guida lega questo piano a: {names}.',
  wouldChange: 'Se invece a promuovere fosse un altro, per esempio {plan}, il piano cambierebbe.',
  situationUnclear:
    'Ci sono nove strade, secondo chi promuove. Per dire quale, mi serve una cosa: chi porta avanti l’idea? Il comune, la Pro Loco, un gruppo di abitanti, una cooperativa che c’è già, o altri?',
  empty: 'Non ho trovato una domanda. Una può essere: «da dove comincia la Pro Loco?»',
  choose: 'Può voler dire più cose. Quale?',
  notCovered: 'Questo nella guida non l’ho trovato.',
  chooseNearest: 'Questo nella guida non l’ho trovato. Le cose più vicine, se servono:',
  chooseHelp: 'Grazie di avermelo detto. Su che cosa vi serve una mano?',
  chooseElse:
    'Se non è niente di questo, ditemelo con altre parole. Per sapere quale piano fa per voi, scrivete: «quale piano fa per noi?»',
  stepsIntro: '{count, plural, one {Un passo} other {I passi sono #}}:',
  noEnd: 'La guida non dice da che cosa si capisce che questa fase è finita. Dice però a che cosa serve.',
  nothingMore: 'Su questo la guida non dice altro.',
  endOfPhases: 'La fase 4 è l’ultima: dopo la nascita, la guida parla solo dell’avvio delle attività.',
  foreign: 'Parlo italiano, francese e inglese: rispondo in italiano.',
  cut: 'Il messaggio è molto lungo: ho letto solo l’inizio.',
  source_line: 'Dalla guida: {places}',
  place_phase: 'piano {plan}, fase {phase}, {name}',
  place_lead: 'piano {plan}, chi promuove',
  place_process: 'parte generale, {title}',
  place_glossary: 'alla voce {title}',
  label_phase: '{plan}, fase {phase}: {name}',
  label_step: '{title} ({plan})',
  label_lead: '{plan}: chi è e perché promuove',
  phase_1: 'L’idea',
  phase_2: 'Coinvolgere il paese',
  phase_3: 'Il progetto d’impresa',
  phase_4: 'La nascita',
  heardYou: 'Grazie di avermelo raccontato.',
  notClearYet: 'Per dire quale delle nove strade fa per voi mi servono al massimo cinque risposte.',
  ask_who: 'Chi porta avanti l’idea?',
  ask_need: 'Di che cosa c’è più bisogno?',
  ask_far: 'A che punto siete?',
  ask_agrees: 'Chi altro è già d’accordo?',
  ask_have: 'Che cosa avete già in mano?',
  ask_how: 'Domanda {step} di 5. Basta il numero; «salta» per saltarla, «indietro» per tornare.',
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
