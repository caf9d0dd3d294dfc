import { makeMove } from '../../domain/group.ts';
import type { Heard } from '../../domain/heard.ts';
import { linkedWith } from '../../domain/library.ts';
import { plainMessage } from '../../domain/message.ts';
import type { Passage } from '../../domain/passage.ts';
import { PLAN_NUMBERS, type PlanNumber } from '../../domain/plan.ts';
import { citationsOf, sourceLine } from '../sources.ts';
import { editionOf, type Going, type Here, post, say } from './here.ts';
import { askToPlace } from './place.ts';
import { phaseValues } from './propose.ts';
import { isPlaced } from './steps.ts';

/** A promoter agreed, or does no longer: this changes who is with the group, never its plan. */
export const tellPartner = (
  here: Here,
  going: Going,
  { plan, brings, agreed }: Extract<Heard, { kind: 'partner' }>,
): Going => {
  const { group } = going.conversation;
  const edition = editionOf(here);
  const values = { plan: edition.plans[plan].name, brings: brings ?? 'none' };
  if (plan === group.plan) return post(here, going, say(here, 'partner_lead', values));
  const made = makeMove(
    group,
    agreed ? { kind: 'partner', plan, brings } : { kind: 'no-partner', plan },
    here.by,
    here.incoming.at,
  );
  if (!made) return post(here, going, say(here, agreed ? 'partner_already' : 'partner_was_not', values));
  const changed: Going = { ...going, conversation: { ...going.conversation, group: made.group } };
  const text = !agreed
    ? say(here, 'partner_gone', values)
    : group.plan === null
      ? say(here, 'partner_no_lead', values)
      : say(here, 'partner', { ...values, lead: edition.plans[group.plan].name });
  const undo = [[{ id: `undo=${made.entry.number}`, label: say(here, 'button_undo') }]];
  return post(here, changed, plainMessage(text, { choices: undo }));
};

const MOST_OTHERS = 2;

/** Who can help in the phase the group is in: partners first, then those the guide links with the lead, then who is still missing. */
export const tellHelpers = (here: Here, going: Going): Going => {
  const asked = askToPlace(here, going);
  const { group } = going.conversation;
  if (asked || !isPlaced(group)) return asked ?? going;
  const edition = editionOf(here);
  const { plan, phase } = group;
  const roleOf = (one: PlanNumber): Passage => edition.plans[one].phases[phase].role;
  const sentence = (one: PlanNumber): string =>
    say(here, 'helper', {
      name: edition.plans[one].name,
      brings: group.partners[one]?.brings ?? 'none',
      says: roleOf(one).statements[0]?.text ?? '',
    });
  const others = PLAN_NUMBERS.filter((one) => one !== plan);
  const partners = others.filter((one) => group.partners[one]);
  const linked = linkedWith(here.parts.library, plan).map((link) => link.plan);
  const missing = others.filter((one) => !group.partners[one]);
  const next = [...missing]
    .sort((a, b) => Number(linked.includes(b)) - Number(linked.includes(a)))
    .slice(0, MOST_OTHERS);
  const rest = missing.filter((one) => !next.includes(one));
  const lines = [
    say(here, 'helpers_intro', phaseValues(here, phase)),
    ...(partners.length > 0 ? [say(here, 'helpers_with_you'), ...partners.map(sentence)] : []),
    ...(next.length > 0 ? [say(here, 'helpers_missing'), ...next.map(sentence)] : []),
    ...(rest.length > 0
      ? [say(here, 'helpers_also', { names: rest.map((one) => edition.plans[one].name).join(', ') })]
      : []),
  ];
  const passages = [...partners, ...next].map(roleOf);
  return post(
    here,
    going,
    plainMessage([...lines, sourceLine(edition, passages)].join('\n'), { citations: citationsOf(passages) }),
  );
};
