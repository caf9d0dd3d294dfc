/** What people ask whether, or how, it is done: rows as in `THINGS`. */
export const DOINGS = `
fondare, costituire, costituzione, creare, far nascere, mettere su, fare la cooperativa, aprire una cooperativa, fondazione | fonder, créer, constituer, création, monter, constitution, monter une coopérative | found, set up, create, start a cooperative, start, constitute, form a cooperative, setting up
~ cominciare, iniziare, inizio, partire, avviare, avvio, per cominciare, all inizio | commencer, démarrer, début, départ, démarrage, au départ | begin, starting, beginning, at first
aprire, apre, apertura, aperto, riaprire, orari di apertura | ouvrir, ouvre, ouverture, ouvert, rouvrir | open, opens, opening, reopen, opening hours
chiudere, chiude, chiusura, chiuso | fermer, ferme, fermeture, clore | close, closes, closing, closed, close down, shut
sciogliere, scioglie, scioglimento, liquidare, liquidazione, chiudere la cooperativa | dissoudre, dissout, dissolution, liquider, liquidation | dissolve, wind up, winding up, liquidate
scadere, scade, scadenza, termine, entro quando, fino a quando, ultimo giorno, chiusura del bando | date limite, échéance, expire, jusqu à quand, se termine, clôture | deadline, expire, due date, until when, last day, closes
durare, durata | durer, durée | last, duration
~ servire, serve, occorrere, bisogna, bisogno, necessario, obbligatorio, obbligo, obbligati, dovere, deve, ci vuole, tocca, dobbiamo, devo | falloir, faut, besoin, nécessaire, obligatoire, obligation, doit, devoir, obligé | need, necessary, required, require, must, have to, has to, compulsory, mandatory, obliged
~ potere, può, possiamo, possibile, permesso di, si può, consentito, lecito, potremmo | pouvoir, peut, possible, droit, permis de, pourrait, a le droit | can, may, could, possible, allowed, able
~ fare, fa, facciamo, fatto, farlo | faire, fait, fais | do, does, make, run, done
~ avere, ha, abbiamo, ottenere, ricevere, prendere, averlo | avoir, obtenir, recevoir, prendre | have, get, obtain, receive, take, accept
~ dare, dà, concedere, fornire | donner, accorder, fournir | give, grant us, provide, offer
~ sapere, capire, conoscere | savoir, comprendre, connaître | know, understand, find out
~ trovare, si trova, reperire | trouver, se trouve | find, located
cercare | chercher | look for, search
chiedere, richiedere, richiesta, rivolgersi, a chi chiediamo | demander, demande, s adresser, solliciter | ask, request, contact, ask about
contattare, contatto, contatti | contacter, contact, coordonnées | contact details, reach
mettere, installare, montare, sistemare, piazzare | mettre, installer, monter, poser, placer | put, install, place, set
usare, utilizzare, uso, adoperare | utiliser, utilisation, usage, se servir | use, using
tenere, conservare | tenir, garder, conserver | keep, hold, store
gestire, gestione, condurre, occuparsi, si occupa | gérer, gestion, s occuper, occupe, tenir la, exploiter | manage, management, in charge, look after, runs, run
guidare, portare lo scuolabus, guida, portare | conduire, chauffeur, conducteur | drive, driver, driving
vendere, vendita | vendre, vente | sell, sale, selling
comprare, acquistare, acquisto, compriamo | acheter, achat | buy, purchase, buying
pagare, paga, versare, versamento, mettere di quota, mette ogni socio, deve mettere | payer, paie, verser, versement, régler | pay, pays, pay in, payment
costo, costa, costare, spesa, prezzo, tariffa, si prende, viene a costare, spese, parcella | coût, coûte, coûter, prix, tarif, frais, honoraires, dépense | cost, costs, price, fee, fees, charge, expense, how much is
finanziare, finanzia, dà soldi, finanziamento pubblico, copre | financer, finance, financement | fund, funds, funding, finance, financed
rimborsare, rimborso | rembourser, remboursement | refund, reimburse, reimbursement
restituire, riprendere, riavere, recuperare, riprende, indietro | restituer, récupérer, reprendre, rendre | give back, get back, return, recover, back
prestare | prêter un objet | lend us
entrare, aderire, diventare, iscriversi come socio, ammissione, far parte, essere socio, diventare socio, fare il socio, entrare come socio | entrer, adhérer, devenir, rejoindre, adhésion, être membre, devenir membre, devenir sociétaire | join, become, joining, be a member, become a member, enter
uscire, recedere, recesso, andarsene, lasciare, se ne va, dimettersi | quitter, sortir, partir, retrait, se retirer, s en aller, démissionner | leave, quit, withdraw, resign, leaving
escludere, espellere, cacciare, esclusione | exclure, expulser, exclusion | exclude, expel
iscrivere, iscrizione, registrare, registrazione, iscritta | inscrire, inscription, immatriculer, immatriculation, enregistrer, s inscrire | register, registration, enrol, registering, registered
cancellare, cancellazione | radier, radiation, annuler | cancel, strike off, deregister
dichiarare, dichiarazione, comunicare, dichiarati, denunciare | déclarer, déclaration | declare, declaration, report
presentare, inviare, spedire, mandare | présenter, envoyer, déposer, remettre | submit, send, file, hand in
scrivere, scrive, redigere, compilare | écrire, rédiger, remplir | write, draw up, fill in
rileggere, controllare, leggere prima, verificare, controlla | relire, vérifier, relecture, contrôler | check, proofread, review, read through, look over
modificare, cambiare, modifica | modifier, changer, modification | change, amend, modify
assumere, assunzione, assumiamo, far lavorare | embaucher, embauche, recruter | hire, hiring, employ, recruit
licenziare, licenziamento | licencier, licenciement | dismiss, fire
scegliere, scelta, eleggere, nominare | choisir, choix, élire, nommer | choose, choice, elect, appoint
decidere, decisione | décider, décision | decide, decision
abitare, vivere, vive, abita, risiedere, stare di casa | habiter, vivre, vit, résider, demeurer | live, living, reside
organizzare | organiser | organise, organize, hold an event
convocare, convocazione | convoquer, convocation | convene, summon
coinvolgere, invitare | impliquer, inviter, associer les | involve, invite
aiutare, aiuto, assistere, sostegno | aider, aide, soutien, appui | help, support, assist
raccogliere, raccolta, fare legna, tagliare | ramasser, récolter, couper, cueillir | collect, gather, harvest, cut, pick
piantare, coltivare | planter, cultiver | plant, grow
allevare, allevamento | élever, élevage | raise, breed, farm
cuocere, cotto, cucinare, preparare da mangiare, fatto in casa, casalingo, fatto a casa | cuire, cuisiner, fait maison, maison maison, artisanal | cook, bake, homemade, home made, home baked, baked
ristrutturare, restaurare, lavori, rimettere a posto, riparare | rénover, restaurer, travaux, réparer | renovate, restore, repair, refurbish
costruire | construire, bâtir | build
trasferire, spostare, stare dentro, ospitare | déménager, transférer, s installer, héberger | move, relocate, host, move into, sit inside
riguardare, riguarda, valere, vale, applicarsi, si applica | concerner, concerne, s appliquer, s applique, valoir, vaut | apply to, concern, affect, cover
viaggiare, arrivare | voyager, arriver | travel, arrive
riconoscere, riconosciuto | reconnaître, reconnu | recognise, recognised
già preso, preso, occupato, già usato, libero | déjà pris, pris, occupé, libre | already taken, taken, in use, available
differenza, diverso, distinguere, cambia tra | différence, différent, distinguer, distinction | difference, different, differ
nuovo, nuova, nuove, appena nato, appena nata, appena nate, neonata, giovane cooperativa | nouveau, nouvelle, nouvelles, qui vient de naître, jeune coopérative | new, brand new, newborn, newly founded
vecchio, vecchia, ex, antico | ancien, ancienne, vieux, vieille | old, former
primo, prima | premier, première | first
minimo, almeno, minima | minimum, au moins | minimum, at least
massimo, al massimo | maximum, au plus | maximum, at most
vicino, zona, in zona, dalle nostre parti, dintorni | proche, par ici, environs, voisin, coin | near, nearby, around here, nearest, local
veloce, rapido | rapide, vite | fast, quick
sociale, sociali | social, sociaux, sociale | social
crudo | cru | raw
grande, piccolo | grand, petit | big, small
`;
