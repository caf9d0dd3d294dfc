/**
 * What people ask a centre about, a row each, in the words of the three languages: what they have in common whatever language they are
 * written in. A row that begins with "~" stands in so many questions that it tells little.
 */
export const THINGS = `
~ cooperativa, coop, cooperative | coopérative, coop, SCIC, SCOP | cooperative, co op, coop
~ cooperativa di comunità, coop di comunità, cooperativa di paese, comunità | coopérative de territoire, coopérative communautaire, communauté, territoire | community cooperative, community co op, community
~ paese, borgo, villaggio, frazione | village, bourg, hameau | village, hamlet
comune, municipio, amministrazione comunale, comunale | mairie, commune, municipalité, communal, municipal, hôtel de ville | council, municipality, municipal, town hall, comune
sindaco, sindaca, vicesindaco | maire, adjoint | mayor
regione, regionale | région, régional | region, regional
provincia | province, département | province, county
stato, governo, ministero | état, gouvernement, ministère | state, government, ministry
europa, europeo, UE | europe, européen, UE | europe, european, EU
unione dei comuni, comunità montana, unione montana | communauté de communes, intercommunalité, communauté de montagne | union of municipalities, mountain community
proloco | proloco | proloco
GAL | GAL | GAL
camera di commercio | chambre de commerce | chamber of commerce
ASL, azienda sanitaria | agence de santé, ARS | health authority, ASL
parrocchia, parroco, parrocchiale, canonica, chiesa, prete | paroisse, paroissial, curé, presbytère, église | parish, church, rectory, priest, vicarage
associazione | association | association, society
federazione, legacoop, confcooperative, centrale cooperativa | fédération, centrale coopérative | federation, cooperative centre
banca, bancario | banque, bancaire | bank, banking
conto, conto corrente, iban | compte, compte bancaire, iban | account, bank account, iban
posta, poste, ufficio postale, postale | poste, bureau de poste, postal | post office, post, postal
scuola, elementare, elementari, asilo, scolastico | école, scolaire, crèche, maternelle, primaire | school, nursery, primary, elementary
università | université | university
ospedale | hôpital | hospital
medico, ambulatorio, dottore, infermiere | médecin, cabinet médical, docteur, infirmière | doctor, surgery, nurse
farmacia | pharmacie | pharmacy, chemist
biblioteca | bibliothèque | library
museo | musée | museum
teatro, cinema | théâtre, cinéma | theatre, cinema
stazione, gare | gare | station, railway station
benzina, distributore di benzina, benzinaio, carburante | essence, station service, carburant, pompe | petrol, petrol station, gas station, fuel
bar, caffè, osteria, locale pubblico | bar, café, bistrot, buvette | bar, pub, café, cafe
ristorante, trattoria, ristorazione | restaurant, restauration | restaurant
albergo, hotel, ostello, albergo diffuso, ricettivo | hôtel, auberge, hôtel diffus | hotel, hostel, scattered hotel, inn
agriturismo, bed and breakfast, bnb, camere, affittacamere | gîte, chambre d hôtes, bnb | guesthouse, bnb, rooms
campeggio, camper | camping, camping car | campsite, camper
rifugio | refuge | mountain hut, refuge
negozio, bottega, alimentari, emporio, spaccio | épicerie, magasin, commerce, boutique | shop, store, grocery
mercato, bancarella | marché, étal, stand | market, stall
forno, panificio, panetteria, fornaio | four, boulangerie, fournil, boulanger | oven, bakery, baker
pane | pain | bread
latte | lait | milk
formaggio, caseificio, latteria | fromage, fromagerie, laiterie | cheese, dairy
carne, macelleria, salumi, macello | viande, boucherie, abattoir | meat, butcher, slaughterhouse
vino, birra, alcolici, alcol, liquore | vin, bière, alcool, spiritueux | wine, beer, alcohol, spirits
miele, api | miel, abeilles, ruches | honey, bees
olio, olive, frantoio | huile, olives, moulin à huile | oil, olives, olive press
marmellata, conserve | confiture, conserves | jam, preserves
frutta, verdura, ortaggi, orto | fruits, légumes, potager, jardin | fruit, vegetables, garden
funghi, tartufi, castagne | champignons, truffes, châtaignes | mushrooms, truffles, chestnuts
animale, pecora, capra, mucca, galline, gregge | animal, brebis, chèvre, vache, poules, troupeau | animal, sheep, goat, cow, hens, chickens, flock
bosco, foresta, alberi, boschivo | bois, forêt, arbres, forestier | wood, woods, forest, trees
legna, legname, cippato, taglio del bosco | bois de chauffage, bûches, affouage | firewood, timber, logs
terreno, terra, campo, pascolo, incolto | terrain, terre, champ, pâturage, friche | land, field, plot, pasture
acqua, acquedotto, sorgente, pozzo | eau, source, puits | water, spring, well
fiume, lago, torrente | rivière, lac, torrent | river, lake, stream
strada, sentiero, cammino | route, sentier, chemin | road, path, trail
piazza, suolo pubblico | place, place publique, domaine public | square, public ground, piazza
parco, giardino pubblico | parc, jardin public | park
edificio, fabbricato, immobile, stabile | bâtiment, immeuble, édifice | building, premises, property
locale, stanza, sala, salone, aula | local, pièce, salle | room, hall, space
casa, abitazione, appartamento, alloggio | maison, logement, appartement | house, home, flat, housing
seconda casa, seconde case, casa vacanze, casa di vacanza | résidence secondaire, maison de vacances | second home, holiday home, holiday house
tetto | toit, toiture | roof
mulino | moulin | mill
cantina, magazzino, capannone | cave, entrepôt, hangar | cellar, warehouse, shed
cucina | cuisine | kitchen
tavolo, tavolini, sedie, dehors | table, chaises, terrasse | table, tables, chairs
sede, sede legale | siège, siège social | base, registered office, headquarters, seat
sportello, ufficio, centro | guichet, bureau, centre | desk, office, counter, centre
affitto, canone, locazione, affittare | loyer, location, louer | rent, lease, rental
comodato, in prestito gratuito | prêt à usage, commodat | free loan of use
proprietà, proprietario, appartenere, di chi è | propriété, propriétaire, appartenir | property owner, owner, own, belong
pannelli solari, fotovoltaico, pannelli | panneaux solaires, photovoltaïque, panneaux | solar panels, photovoltaic, panels
energia, comunità energetica, elettricità, corrente, luce | énergie, communauté d énergie, électricité | energy, energy community, electricity, power
riscaldamento, caldaia, gas | chauffage, chaudière, gaz | heating, boiler, gas
internet, banda larga, fibra, wifi, connessione, rete | internet, haut débit, fibre, wifi, connexion, réseau | internet, broadband, fibre, wifi, connection, network
telefono, telefonico, cellulare, chiamare | téléphone, téléphonique, portable, appeler | phone, telephone, mobile, call
e mail, email, posta elettronica, pec | courriel, e mail, mail | email, e mail
sito, sito web, app, social | site, site internet, appli, réseaux sociaux | website, site, app, social media
computer, online, on line, videochiamata, videoconferenza, remoto, a distanza | ordinateur, en ligne, visioconférence, visio, à distance | computer, online, video call, video, remotely, zoom
antenna | antenne | antenna, mast
macchina, auto, automobile | voiture, auto | car
furgone, furgoncino, camion | camionnette, fourgon, camion | van, truck, lorry
pulmino, scuolabus, navetta, minibus, bus, corriera, autobus | minibus, navette, car, autobus, bus scolaire, car scolaire, bus | minibus, school bus, shuttle, bus, coach
trasporto | transport | transport
trattore | tracteur | tractor
distributore, distributore automatico, macchinetta | distributeur, distributeur automatique | vending machine, dispenser
attrezzatura, macchinari, strumenti | équipement, matériel, machines, outils | equipment, machines, tools
spesa a domicilio, consegna a domicilio, consegna, portare la spesa, a domicilio | livraison, livrer les courses, livraison à domicile, portage | home delivery, deliver, delivery, delivering groceries
anziani, vecchi | personnes âgées, anciens, aînés | elderly, old people, seniors
pensionato, pensione, in pensione | retraité, retraite, pension | pensioner, retired, pension, retiree
giovane, giovani, ragazzi, under 35 | jeune, jeunes | young, youth, young people
bambini, bimbi | enfants | children, kids
minorenne, minore, minori, under 18, meno di 18 anni | mineur, mineurs, moins de 18 ans | minor, minors, under 18, underage
figlio, figlia, figli | fils, fille | son, daughter
moglie, marito, parente, famiglia, familiare, genitori | femme, mari, famille, parents, conjoint | wife, husband, family, relative, parents
disabile, disabilità, handicap | handicapé, handicap | disabled, disability
straniero, stranieri, migrante | étranger ressortissant, migrant | foreigner, migrant, non eu
estero, all estero, emigrato, emigrati | à l étranger, étranger, expatrié, émigré | abroad, overseas, emigrated, emigrant
residente, abitante, residenza, cittadino | résident, habitant, résidence, citoyen | resident, inhabitant, residence, citizen
turista, turismo, turistico | touriste, tourisme, touristique | tourist, tourism
socio, soci, socia, membro, membri | membre, sociétaire, associé, adhérent | member, membership
~ persona, persone, gente | personne, personnes, gens | person, people
socio lavoratore, soci lavoratori | associé salarié, membre salarié, sociétaire salarié | worker member, working member
socio volontario, soci volontari | associé bénévole, membre bénévole, sociétaire bénévole | volunteer member
socio sovventore, sovventori, socio finanziatore | associé investisseur, membre investisseur | investor member, supporting member
socio fondatore, fondatori | membre fondateur, fondateurs | founding member, founders, founder
volontario, volontari, volontariato | bénévole, bénévoles, bénévolat, volontaire | volunteer, volunteers, volunteering
dipendente, dipendenti, lavoratore, lavoratori, impiegato | salarié, salariés, employé, travailleur | employee, employees, worker, staff
disoccupato, disoccupazione, cassa integrazione, naspi | chômeur, chômage | unemployed, unemployment
stipendio, paga, compenso, retribuzione, salario, busta paga, essere pagato, pagato | salaire, rémunération, paie, rémunéré, être payé | salary, wage, wages, pay slip, paid, be paid
contratto | contrat | contract
contratto di lavoro, lavoro, impiego, lavorare | contrat de travail, travail, emploi, travailler | employment contract, work, job, employment
consiglio, cda, consiglio di amministrazione, direttivo, consigliere | conseil, conseil d administration, bureau directeur | board, board of directors
amministratore, amministratori, amministrare, amministra | administrateur, administrateurs, administrer, dirigeants | director, directors, administrator, administer
presidente, presidenza | président, présidence | president, chair, chairman, chairperson
assemblea, assemblee | assemblée, assemblée générale | assembly, general meeting, members meeting, agm
riunione, incontro, riunirsi, riunire, incontrarsi | réunion, rencontre, se réunir, réunir | meeting, meet, gathering, meetings
voto, votare, votazione | vote, voter, scrutin | vote, voting
statuto, statuti, statutario | statuts, statut, statutaire | statutes, articles, bylaws, statute
regolamento, regole | règlement, règles | regulations, rules
atto costitutivo, atto, rogito | acte constitutif, acte, acte de constitution | deed, founding deed, deed of incorporation
firma, firmare | signature, signer | sign, signature, signing
notaio, notarile, notaia | notaire, notarié | notary, notary public
avvocato, giurista, legale | avocat, juriste | lawyer, solicitor
commercialista, ragioniere, consulente fiscale | comptable, expert comptable | accountant
contabilità, libri contabili, tenere i conti, i conti | comptabilité, tenir les comptes, les comptes | accounts, bookkeeping, accounting, books
revisore, revisore dei conti, sindaco revisore, collegio sindacale | commissaire aux comptes, auditeur | auditor, auditors, statutory auditor
revisione, ispezione, controllo, ispettore, ispezionare, revisionare | contrôle, révision coopérative, révision, inspection, contrôlé, inspecter | inspection, inspected, inspect, audit, audited
bilancio, rendiconto | bilan, comptes annuels | balance sheet, annual accounts, financial statement
fattura, fatture, scontrino, ricevuta | facture, factures, ticket de caisse, reçu | invoice, invoices, receipt, bill
quota, quota sociale, quote, azioni | part sociale, part, parts, apport | share, shares, stake, membership share
rata, rate, più volte, dividere in più | mensualités, échéances, plusieurs fois, tranches | instalments, installments, in stages
capitale, capitale sociale | capital, capital social | capital, share capital
utili, guadagno, dividendo, ristorno, profitto | bénéfices, excédents, dividende, ristourne | profit, profits, dividend
debito, debiti | dette, dettes | debt, debts
fallire, fallimento, va male, insolvenza, fallita, finisce male | faillite, faire faillite, liquidation judiciaire, tourne mal | bankrupt, bankruptcy, goes bust, insolvent, goes under, fails
responsabilità, rispondere, risponde, responsabile | responsabilité, responsable, répondre | liable, liability, responsible
prestito, mutuo, credito, finanziamento | prêt, emprunt, crédit, prête, prêter, emprunter | loan, lend, lends, credit, mortgage, borrow
microcredito | microcrédit | microcredit, microloan, microloans, micro loan
garanzia, ipoteca, fideiussione | garantie, hypothèque, caution | guarantee, collateral
tasso, interesse, interessi | taux, intérêt, intérêts | interest rate, interest
contributo, contributo a fondo perduto, sovvenzione, incentivo, agevolazione | subvention, aide financière, prime, aides | grant, subsidy, subsidies
bando, bandi, avviso pubblico | appel à projets, appel, appels | call, call for projects, tender, grant call
domanda, candidatura, candidarsi, fare domanda | candidature, dossier, candidater, postuler | application, apply
crowdfunding, raccolta fondi, raccolta di fondi, colletta | financement participatif, crowdfunding, collecte, cagnotte | crowdfunding, fundraising, fund raising
donazione, donazioni, dono, regalo, donare, erogazione liberale, offerta | don, dons, donation, donner | donation, donations, donate, gift
sponsor, sponsorizzazione | sponsor, mécénat, parrainage | sponsor, sponsorship
tassa, tasse, imposta, imposte, fisco, imu, tari | impôt, impôts, taxe, fiscalité | tax, taxes, taxation
IVA, partita IVA | TVA, numéro de TVA | VAT, VAT number
codice fiscale | code fiscal, numéro fiscal | tax code, tax number
sgravi, sgravio, sconti sui contributi, esonero, detrazione, sconto fiscale | allègement, allègements, exonération, réduction d impôt | tax relief, relief, exemption, tax break
contributi previdenziali, inps, contributi | cotisations, cotisations sociales | social contributions, contributions
sconto, sconti | remise, réduction, rabais | discount
legge, legale, normativa, decreto | loi, décret, législation | law, act, legislation, decree
articolo | article | article
albo, registro, registro imprese, elenco | registre, répertoire, registre du commerce, registre national | register, registry, roll
permesso, autorizzazione, autorizzato, autorizzare | autorisation, permis, permission | permit, permission, authorisation, authorization
licenza | licence | licence, license
SCIA, SUAP | déclaration d activité | SCIA, business notice
HACCP, igiene | HACCP, hygiène | HACCP, hygiene
sicurezza, antincendio | sécurité, incendie | safety, fire safety
privacy, dati personali | données personnelles, RGPD | privacy, personal data, GDPR
patente | permis de conduire | driving licence
assicurazione, assicurato, assicurare, assicurati, polizza | assurance, assuré, assurer, assurés | insurance, insured, insure, cover
infortunio, incidente, farsi male, si fa male | accident, blessure, se blesse | accident, injury, gets hurt
contratto di rete, consorzio | consortium, groupement | consortium
nome, denominazione, marchio, logo | nom, dénomination, marque, logo | name, brand, logo
modello, esempio, copia, tipo da copiare, fac simile, bozza, copiare, statuto tipo | modèle, exemple, brouillon, copie | model, sample, template, example, draft, copy
documento, documenti, carte, modulo, moduli | document, documents, papiers, formulaire, pièces | document, documents, papers, form, paperwork
corso, corsi, formazione, lezioni | cours, formation, stage | course, courses, training, lessons
principianti, base, inesperti | débutants, base, novices | beginners, beginner, novice
esperto, consulente, consulenza, tutor, accompagnamento | expert, conseiller, consultant, tuteur, accompagnement | expert, adviser, consultant, tutor, mentoring
progetto | projet | project
business plan, businessplan, piano d impresa, piano economico | businessplan, plan d affaires, modèle économique | businessplan
festa, sagra, fiera, manifestazione, evento | fête, foire, manifestation, événement | festival, fair, event, fete, party
pranzo, cena, pasto, pranzi | repas, déjeuner, dîner | lunch, dinner, meal
mensa | cantine | canteen, school meals
musica, concerto | musique, concert | music, concert
matrimonio | mariage | wedding
sport, palestra, campo sportivo | sport, salle de sport, stade | sport, gym, sports ground
rifiuti, immondizia, ecocentro | déchets, ordures, déchetterie | waste, rubbish
pulizia, pulizie | ménage, nettoyage | cleaning
età, anni | âge, ans | age, years old, years
settimana | semaine | week
mese, mesi | mois | month, months
anno, annuale, all anno, ogni anno | an, année, annuel, par an | year, yearly, annual, a year
giorno, giorni | jour, jours | day, days
gennaio | janvier | january
febbraio | février | february
marzo | mars | march
aprile | avril | april
giugno | juin | june
luglio | juillet | july
agosto | août | august
settembre | septembre | september
ottobre | octobre | october
novembre | novembre | november
dicembre | décembre | december
lunedì | lundi | monday
martedì | mardi | tuesday
mercoledì | mercredi | wednesday
giovedì | jeudi | thursday
venerdì | vendredi | friday
sabato | samedi | saturday
domenica | dimanche | sunday
chilometro, distanza | kilomètre, distance | kilometre, mile, distance
soldi, denaro, euro | argent, euros, sous | money, euros, cash
gratis, gratuito, senza pagare | gratuit, sans frais, gratuitement | free, free of charge, for free
a pagamento, pagamento | payant, paiement | paying, paid meal, ticketed, paid, payment
veterinario, veterinaria | vétérinaire | vet, veterinary
parere, nulla osta | avis | opinion, clearance
`;
