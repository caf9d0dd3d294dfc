import type { Texts } from './texts.ts';

export const en: Texts = {
  greeting:
    'Hello! I’m Campanile, an automatic assistant. I explain how to start a community cooperative, from one guide only, and I always say where the answer comes from.{operator, select, none {} other { I’m run by {operator}.}} Who are you? Or just ask me your question.',
  help: 'Ask me anything about starting a community cooperative: who can lead it, how to move through the four phases, who to involve. You can also write “and then?”, “why?”, “who?”, “more”.\nI also keep the list of steps: tell me who you are and how far you have come, then “list”, “I’ll do number 2”, “we did number 2”, “forward”, “who can help us?”, “journal”, “undo”. With “/centre” I’ll tell you whom to call. In private: “groups” and “bring”. Write “privacy” and I’ll tell you what I keep.',
  privacy:
    'I read what you write to answer you, then I delete it; only the last question, with its answer, stays for a day, so that it can be passed to a person. I keep, encrypted: the plan, the phase, the steps noted and the journal, with the name of whoever noted them or is on them. Questions that the guide does not answer (without names, numbers or addresses) and what people thought of answers stay for a year, and I tell nobody whose they are. A request made to a person is erased 90 days after it is closed. A centre sees where a group stands only if one of its admins says yes. Nobody uses any of this to train programs. “Export” gives it to you, “erase” removes it; in a group, admins can do this. Please don’t send me personal data, I don’t need it.{operator, select, none {} other { I’m run by {operator}.}}{contact, select, none {} other { Contact: {contact}.}}',
  thanks: 'You’re welcome! If another question comes up, I’m here.',
  goodbye: 'Goodbye, and good luck to the village!',
  howAreYou: 'All well, thanks: programs don’t get tired. What would you like to know about community cooperatives?',
  whoAreYou:
    'I’m Campanile, a program: I’m not a person. I answer only with what one guide says about community cooperatives, and I always say where.{operator, select, none {} other { I’m run by {operator}.}}',
  source:
    'Everything I say comes from one guide: nine action plans for starting a community cooperative, each in four phases. Under each answer you find the plan and the phase. What the guide does not say, I don’t make up.',
  insult:
    'Sorry if something is wrong. Tell me in your own words what you need to know about the cooperative, and I’ll try again.',
  complaint:
    'Sorry, I didn’t get that right. Try other words, perhaps with who leads (council, association, neighbours …) and how far you are.',
  offTopic:
    'I know nothing about that: I only know the guide on community cooperatives. If you have a question about them, I’m here.',
  injection:
    'I can’t change my rules: I answer only with what the guide says about community cooperatives. Is there something you’d like to know?',
  legalCertainty:
    'I can’t give legal guarantees: the guide is not legal advice and I’m a program. You need a professional for that. I can tell you what the guide says, and where.',
  personalData:
    'Better not to send me personal data, yours or anyone else’s: I don’t need it and I don’t use it. If you have a question about the cooperative, ask it without.',
  noPersonalData: 'Please don’t send me personal data (numbers, codes, health): I don’t need it to answer.',
  distress:
    'I’m sorry things are so hard right now. I’m only a program and can’t help you the way a person can: please talk now to someone you trust. In Italy, Telefono Amico listens every day on 02 2327 2327; in France, 3114 does, day and night. If there is danger, call 112 at once.',
  childInDanger:
    'You did right to say so. I’m only a program, and this needs people: if the danger is now, call 112. For a child or a teenager there is 114 in Italy and 119 in France, free, day and night.',
  violence:
    'This is about violence, and I’m only a program: if anyone is in danger, call 112 at once. If it is anger or despair that speaks, tell someone you trust before you do anything: in Italy Telefono Amico listens on 02 2327 2327, in France 3114. Against violence at home and stalking there is 1522 in Italy; victims are helped on 116 006 in France. Both are free.',
  person:
    'I don’t have a person to pass you to here yet. According to the guide the cooperative centre can help: it opens guidance desks for people with an idea to turn into a cooperative.',
  personHere: 'Here it’s me, a program, who answers. To speak with a person:',
  centre:
    '{name}.{telephone, select, none {} other { Telephone: {telephone}.}}{email, select, none {} other { E-mail: {email}.}}{address, select, none {} other { Counter: {address}{hours, select, none {} other { ({hours})}}.}} They speak {languages}.',
  centresSay: 'This is the centre’s word, not the guide’s.',
  stuck:
    'I’m sorry: it isn’t an easy road, and people do get stuck. To look at the next step together I need to know who is leading the idea and how far you have come.',
  shorter: 'All right, shorter. To which question?',
  unclear: 'Sorry, I explained that badly. Tell me which word or point is not clear, and I’ll put it another way.',
  owner:
    'I’m a program.{operator, select, none { Whoever put me here has not written their name.} other { I’m run by {operator}.}}{contact, select, none {} other { Contact: {contact}.}} What I say comes from one guide on community cooperatives, not from whoever runs me.',
  machine:
    'I’m a program, but I use no language model such as ChatGPT: I don’t make sentences up. People wrote mine, from one guide, and under each answer you see where it comes from.',
  mistakes:
    'Yes, I can misread a question and answer another one. But what I say comes from one guide: the place is under each answer. For an important decision, talk to a person, for example at the cooperative centre.',
  doubt:
    'I understand the doubt, and it isn’t my job to talk anyone into it: I only say what is in one guide, and where, and I say so when something isn’t there. If it helps, ask me what the village gets out of it, or who puts in the money.',
  appointment:
    'I don’t keep appointments: I keep the plan, the phase and the steps. When a step is done, just tell me.',
  language: 'I speak Italian, French and English. Write in whichever you like.',
  followWhat: 'About what? Send me the whole question and I’ll answer.',
  tracking:
    'To keep track of the steps I need to know who is leading the idea and how far you have come. Tell me in your own words, for example: “we are the Pro Loco, we are talking to the village”.',
  recommended: 'The closest plan is this one: {plan}.{words, select, none {} other { Your words tell me so: {words}.}}',
  phaseTold: 'From what you say you are in phase {phase}, {name}.',
  phaseOpen: 'I can’t tell yet which phase you are in: tell me what you have done so far.',
  linked: 'The guide links this plan with: {names}.',
  wouldChange: 'If someone else led, for example {plan}, the plan would change.',
  situationUnclear:
    'There are nine roads, depending on who leads. To tell you which, I need one thing: who is leading the idea? The council, an association, a group of neighbours, an existing cooperative, or someone else?',
  empty:
    'I found no question in that. Tell me in your own words what you want to know, for example: “where does the council begin?”',
  choose: 'That could mean several things. Which one do you want?',
  notCovered: 'I did not find that in the guide.',
  chooseNearest: 'I did not find that in the guide. The closest that it has, if it helps:',
  chooseHelp: 'Thank you for telling me. What would help you now?',
  chooseElse:
    'If it is none of these, tell me in other words. To find out which plan fits you, write: “which plan is right for us?”',
  stepsIntro: '{count, plural, one {One step} other {There are # steps}}:',
  noEnd: 'The guide does not say how to tell that this phase is finished. It does say what it is for.',
  nothingMore: 'The guide says no more about this.',
  endOfPhases: 'Phase 4 is the last one: after the birth, the guide only speaks of starting the activities.',
  foreign: 'I speak Italian, French and English: I’m answering in English.',
  cut: 'The message is very long: I only read the beginning.',
  source_line: 'From the guide: {places}',
  place_phase: '{plan} plan, phase {phase}, {name}',
  place_lead: '{plan} plan, who leads',
  place_process: 'general part, {title}',
  place_glossary: 'under {title}',
  label_phase: '{plan}, phase {phase}: {name}',
  label_step: '{title} ({plan})',
  label_lead: '{plan}: who it is and why it leads',
  phase_1: 'The idea',
  phase_2: 'Bringing people together',
  phase_3: 'The business project',
  phase_4: 'The birth',
  heardYou: 'Thank you for telling me.',
  notClearYet: 'To tell you which of the nine roads suits you I need five answers at most.',
  ask_who: 'Who is leading the idea?',
  ask_need: 'What is needed most?',
  ask_far: 'How far are you?',
  ask_agrees: 'Who else already agrees?',
  ask_have: 'What do you already have?',
  ask_how: 'Question {step} of 5. Answer with the number; “skip” to skip it, “back” to go back.',
  need_1: 'services for everyone that are missing, or that the council can no longer run',
  need_2: 'abandoned buildings or land to bring back to life',
  need_3: 'jobs, so that people stay',
  need_4: 'tourism, culture and traditions to build on',
  need_5: 'growing something that already exists',
  far_1: 'we only have an idea',
  far_2: 'we are talking about it with the village',
  far_3: 'we agree, now we plan the business',
  far_4: 'the project is ready, the founding is left',
  have_1: 'volunteers and people’s trust',
  have_2: 'a building or some land',
  have_3: 'money or credit to offer',
  have_4: 'knowledge, training or advice to offer',
  have_5: 'only the will, so far',
};
