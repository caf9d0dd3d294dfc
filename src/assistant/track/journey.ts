import type { Group } from '../../domain/group.ts';
import type { Attachment } from '../../domain/message.ts';
import { afterColon } from '../../domain/passage.ts';
import { isPlanNumber, PHASES } from '../../domain/plan.ts';
import { phaseName } from '../sources.ts';
import { editionOf, type Here, say } from './here.ts';
import { entryLine } from './journal.ts';
import { dayOf, takerValues } from './list.ts';

/** The whole journey of a group as a document to keep: its steps phase by phase, who agreed, and the journal. */
export const journeyOf = (here: Here, group: Group): Attachment => {
  const edition = editionOf(here);
  const { plan } = group;
  const steps =
    plan === null
      ? []
      : PHASES.flatMap((phase) => [
          '',
          say(here, 'list_heading', { plan: edition.plans[plan].name, phase, name: phaseName(edition, phase) }),
          ...edition.plans[plan].phases[phase].steps.map((step, at) => {
            const tick = group.ticks[step.id];
            const values = { number: at + 1, title: step.title };
            return tick
              ? say(here, 'line_done', { ...values, who: tick.by.name, when: dayOf(tick.at, here.language) })
              : say(here, 'line_open', { ...values, ...takerValues(here, group.takers[step.id]) });
          }),
        ]);
  const partners = Object.entries(group.partners).map(([number, { brings }]) => {
    const name = isPlanNumber(Number(number)) ? edition.plans[Number(number) as 1].name : number;
    return brings === null ? name : afterColon(here.language, name, brings);
  });
  const text = [
    here.incoming.title
      ? afterColon(here.language, say(here, 'journey_title'), here.incoming.title)
      : say(here, 'journey_title'),
    '',
    say(here, 'journey_steps'),
    ...steps,
    ...(partners.length > 0 ? ['', say(here, 'journey_partners'), ...partners] : []),
    '',
    say(here, 'journey_journal'),
    ...group.journal.map((entry) => entryLine(here, entry)),
    '',
  ].join('\n');
  return { name: `${say(here, 'journey_file')}.txt`, text };
};
