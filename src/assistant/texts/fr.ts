import type { Texts } from './texts.ts';

/** Always "vous". */
export const fr: Texts = {
  greeting:
    'Bonjour ! Je suis Campanile, un assistant automatique. J’explique comment faire naître une coopérative de territoire, d’après un seul guide, et je dis toujours d’où vient la réponse.{operator, select, none {} other { {operator} s’occupe de moi.}} Qui êtes-vous ? Ou posez-moi votre question.',
  help: 'Demandez-moi ce que vous voulez sur la naissance d’une coopérative de territoire : qui peut la porter, comment avancer dans les quatre phases, qui associer. Vous pouvez aussi écrire « et après ? », « pourquoi ? », « qui ? », « encore ».\nJe tiens aussi la liste des étapes : dites-moi qui vous êtes et où vous en êtes, puis « liste », « je m’occupe de la 2 », « on a fait la 2 », « avancer », « qui peut nous aider ? », « journal », « annuler ». Avec « /centre », je vous dis qui appeler. En privé : « groupes » et « apporter ». Avec « confidentialité », je vous dis ce que je garde.',
  privacy:
    'Je lis vos messages pour vous répondre, puis je les efface ; seule la dernière question, avec sa réponse, reste un jour, pour pouvoir la passer à une personne. Je garde, chiffrés : le plan, la phase, les étapes notées et le journal, avec le nom de qui les a notées ou s’en occupe. Les questions auxquelles le guide ne répond pas (sans noms, numéros ni adresses) et les avis sur les réponses restent un an, sans que je dise à personne de qui ils viennent. Une demande faite à une personne est effacée 90 jours après sa clôture. Un centre ne voit où en est un groupe que si l’un de ses administrateurs dit oui. Personne ne s’en sert pour entraîner des programmes. « Exporter » vous donne tout cela, « effacer » l’enlève ; dans un groupe, ce sont les administrateurs qui peuvent le faire. Ne m’envoyez pas de données personnelles, je n’en ai pas besoin.{operator, select, none {} other { Qui s’occupe de moi : {operator}.}}{contact, select, none {} other { Contact : {contact}.}}',
  thanks: 'Avec plaisir ! Si une autre question vous vient, je suis là.',
  goodbye: 'À bientôt, et bonne route au village !',
  howAreYou:
    'Très bien, merci : un programme ne se fatigue pas. Que voulez-vous savoir sur les coopératives de territoire ?',
  whoAreYou:
    'Je suis Campanile, un programme : je ne suis pas une personne. Je réponds seulement avec ce que dit un guide sur les coopératives de territoire, et je cite toujours l’endroit.{operator, select, none {} other { {operator} s’occupe de moi.}}',
  source:
    'Tout ce que je dis vient d’un seul guide : neuf plans d’action pour faire naître une coopérative de territoire, chacun en quatre phases. Sous chaque réponse, vous trouvez le plan et la phase. Ce que le guide ne dit pas, je ne l’invente pas.',
  insult:
    'Désolé si quelque chose ne va pas. Dites-moi avec vos mots ce que vous voulez savoir sur la coopérative, et je réessaie.',
  complaint:
    'Désolé, j’ai mal compris. Essayez avec d’autres mots, par exemple en disant qui porte le projet (commune, association, habitants …) et où vous en êtes.',
  offTopic:
    'Là-dessus, je ne sais rien : je connais seulement le guide sur les coopératives de territoire. Si vous avez une question sur elles, je suis là.',
  injection:
    'Je ne peux pas changer mes règles : je réponds seulement avec ce que dit le guide sur les coopératives de territoire. Que voulez-vous savoir ?',
  legalCertainty:
    'Je ne peux rien garantir en droit : le guide n’est pas un avis juridique et je suis un programme. Pour cela, il faut un professionnel. Je peux vous dire ce que dit le guide, et où.',
  personalData:
    'Mieux vaut ne pas m’écrire de données personnelles, les vôtres ou celles d’autrui : je n’en ai pas besoin et je ne m’en sers pas. Si vous avez une question sur la coopérative, posez-la sans elles.',
  noPersonalData:
    'Merci de ne pas m’écrire de données personnelles (numéros, codes, santé) : je n’en ai pas besoin pour répondre.',
  distress:
    'Je suis désolé que ce soit si dur en ce moment. Je ne suis qu’un programme et je ne peux pas vous aider comme une personne : parlez-en maintenant à quelqu’un de confiance. En France, le 3114 vous écoute jour et nuit, gratuitement. En cas de danger, appelez tout de suite le 112.',
  childInDanger:
    'Vous avez bien fait de le dire. Je ne suis qu’un programme, et il faut ici des personnes : si le danger est là maintenant, appelez le 112. En France, le 119, Enfance en danger, répond jour et nuit, gratuitement, aux enfants et à toute personne qui a peur pour un enfant.',
  violence:
    'Il s’agit de violence, et je ne suis qu’un programme : si quelqu’un est en danger, appelez tout de suite le 112. Si c’est la colère ou le désespoir qui parle, dites-le à quelqu’un de confiance avant de faire quoi que ce soit : en France, le 3114 écoute jour et nuit. Le 116 006 aide les victimes, gratuitement, tous les jours.',
  person:
    'Ici, je n’ai pas encore de personne à qui vous passer. D’après le guide, la centrale coopérative peut vous aider : elle ouvre des guichets pour ceux qui ont une idée à transformer en coopérative.',
  personHere: 'Ici, c’est moi qui réponds, un programme. Pour parler à une personne :',
  centre:
    '{name}.{telephone, select, none {} other { Téléphone : {telephone}.}}{email, select, none {} other { E-mail : {email}.}}{address, select, none {} other { Guichet : {address}{hours, select, none {} other { ({hours})}}.}} On y parle {languages}.',
  centresSay: 'C’est le centre qui le dit, pas le guide.',
  stuck:
    'Je suis désolé : ce n’est pas un chemin facile, et rester à l’arrêt arrive. Pour voir ensemble l’étape suivante, dites-moi qui porte l’idée et où vous en êtes.',
  shorter: 'D’accord, plus court. À quelle question ?',
  unclear: 'Désolé, je me suis mal expliqué. Dites-moi quel mot ou quel point n’est pas clair, et je le dis autrement.',
  owner:
    'Je suis un programme.{operator, select, none { La personne qui m’a mis ici n’a pas écrit son nom.} other { Qui me gère : {operator}.}}{contact, select, none {} other { Contact : {contact}.}} Ce que je dis vient d’un seul guide sur les coopératives de territoire, pas de qui me gère.',
  machine:
    'Je suis un programme, mais je n’utilise pas de modèle de langage comme ChatGPT : je n’invente pas de phrases. Les miennes ont été écrites par des personnes, à partir d’un guide, et sous chaque réponse il y a d’où elle vient.',
  mistakes:
    'Oui, je peux mal comprendre une question et répondre à une autre. Mais ce que je dis vient d’un guide : l’endroit est sous chaque réponse. Pour une décision importante, mieux vaut voir une personne, par exemple à la centrale coopérative.',
  doubt:
    'Je comprends le doute, et ce n’est pas à moi de convaincre : je dis seulement ce qu’il y a dans un guide, avec l’endroit, et ce qui n’y est pas, je le dis aussi. Si cela aide, demandez-moi ce que le village y gagne, ou qui met l’argent.',
  appointment:
    'Les rendez-vous, ce n’est pas moi qui les tiens : je tiens le plan, la phase et les étapes. Quand une étape est faite, il suffit de me le dire.',
  language: 'Je parle italien, français et anglais. Écrivez-moi dans la langue que vous préférez.',
  followWhat: 'À propos de quoi ? Posez-moi la question en entier et je vous réponds.',
  tracking:
    'Pour tenir le compte des étapes, il faut que je sache qui porte l’idée et où vous en êtes. Dites-le avec vos mots, par exemple : « nous sommes la Pro Loco, on en parle au village ».',
  recommended:
    'Le plan le plus proche est celui-ci : {plan}.{words, select, none {} other { Vos mots me le disent : {words}.}}',
  phaseTold: 'D’après ce que vous racontez, vous êtes à la phase {phase}, {name}.',
  phaseOpen: 'Je ne vois pas encore à quelle phase vous êtes : dites-moi ce que vous avez déjà fait.',
  linked: 'Le guide lie ce plan à : {names}.',
  wouldChange: 'Si quelqu’un d’autre portait le projet, par exemple {plan}, le plan changerait.',
  situationUnclear:
    'Il y a neuf chemins, selon qui porte le projet. Pour vous dire lequel, il me manque une chose : qui porte l’idée ? La commune, une association, un groupe d’habitants, une coopérative existante, ou quelqu’un d’autre ?',
  empty:
    'Je n’ai pas trouvé de question. Écrivez-moi avec vos mots ce que vous voulez savoir, par exemple : « par où commence la mairie ? »',
  choose: 'Cela peut vouloir dire plusieurs choses. Laquelle vous intéresse ?',
  notCovered: 'Cela, je ne l’ai pas trouvé dans le guide.',
  chooseNearest: 'Cela, je ne l’ai pas trouvé dans le guide. Ce qu’il a de plus proche, si cela vous sert :',
  chooseHelp: 'Merci de me l’avoir dit. Sur quoi puis-je vous aider ?',
  chooseElse:
    'Si ce n’est rien de cela, dites-le-moi avec d’autres mots. Pour savoir quel plan vous convient, écrivez : « quel plan est fait pour nous ? »',
  stepsIntro: '{count, plural, one {Une étape} other {Il y a # étapes}} :',
  noEnd: 'Le guide ne dit pas à quoi on voit que cette phase est finie. Il dit en revanche à quoi elle sert.',
  nothingMore: 'Là-dessus, le guide ne dit rien de plus.',
  endOfPhases: 'La phase 4 est la dernière : après la naissance, le guide parle seulement du démarrage des activités.',
  foreign: 'Je parle italien, français et anglais : je vous réponds en français.',
  cut: 'Le message est très long : je n’en ai lu que le début.',
  source_line: 'D’après le guide : {places}',
  place_phase: 'plan {plan}, phase {phase}, {name}',
  place_lead: 'plan {plan}, qui porte le projet',
  place_process: 'partie générale, {title}',
  place_glossary: 'au mot {title}',
  label_phase: '{plan}, phase {phase} : {name}',
  label_step: '{title} ({plan})',
  label_lead: '{plan} : qui c’est et pourquoi porter le projet',
  phase_1: 'L’idée',
  phase_2: 'Réunir les habitants',
  phase_3: 'Le projet d’entreprise',
  phase_4: 'La naissance',
  heardYou: 'Merci de me l’avoir raconté.',
  notClearYet: 'Pour vous dire lequel des neuf chemins vous convient, il me faut cinq réponses au plus.',
  ask_who: 'Qui porte l’idée ?',
  ask_need: 'De quoi a-t-on le plus besoin ?',
  ask_far: 'Où en êtes-vous ?',
  ask_agrees: 'Qui d’autre est déjà d’accord ?',
  ask_have: 'Qu’avez-vous déjà ?',
  ask_how: 'Question {step} sur 5. Répondez par le numéro ; « passer » pour la sauter, « retour » pour revenir.',
  need_1: 'des services pour tous, qui manquent ou que la commune n’arrive plus à tenir',
  need_2: 'des bâtiments ou des terrains abandonnés à faire revivre',
  need_3: 'du travail, pour que les gens restent',
  need_4: 'le tourisme, la culture, les traditions à faire vivre',
  need_5: 'faire grandir une activité qui existe déjà',
  far_1: 'nous avons seulement une idée',
  far_2: 'nous en parlons avec le village',
  far_3: 'nous sommes d’accord, nous faisons le projet',
  far_4: 'le projet est prêt, reste la naissance',
  have_1: 'des bénévoles et la confiance des gens',
  have_2: 'un bâtiment ou un terrain',
  have_3: 'de l’argent ou du crédit à offrir',
  have_4: 'des connaissances, des formations ou des conseils à offrir',
  have_5: 'pour l’instant, seulement l’envie',
};
