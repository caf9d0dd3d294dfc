import type { Language } from '../../src/domain/language.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Address } from '../../src/domain/message.ts';
import type { Dice } from '../crash/dice.ts';
import type { Flock } from './flock.ts';

/** Somebody who writes; `canary`: the number of what they are called. */
export type Villager = {
  readonly id: string;
  readonly name: string;
  readonly canary: number;
  readonly home: Address;
  readonly language: Language;
};

/** A group and its addresses: one, or one for each of its topics. It may move to others. */
export type VillageGroup = {
  addresses: Address[];
  /** Where it was before. */
  readonly left: Address[];
  readonly title: string;
  readonly canary: number;
  readonly members: Set<string>;
  readonly admins: ReadonlySet<string>;
};

export type VillageDesk = { readonly at: Address; readonly centre: string; readonly staff: readonly Villager[] };

/** 40 groups of which some have topics, 40 citizens, three centres with a desk each: two in Slack, one in Telegram. */
export type Village = {
  readonly citizens: readonly Villager[];
  readonly groups: readonly VillageGroup[];
  readonly desks: readonly VillageDesk[];
  readonly strangers: readonly Villager[];
};

const CITIZENS = 40;
const GROUPS = 40;
/** From here on they live in Slack. */
const SLACK_FROM = 28;
const STAFF = 3;
const DESKS = [
  { at: 'slack:T1:CDESK0', centre: 'Centro di Valverde', colleague: (at: number) => `U0DESK0${at}` },
  { at: 'slack:T1:CDESK1', centre: 'Centre de Belmont', colleague: (at: number) => `U0DESK1${at}` },
  { at: 'telegram:-100900', centre: 'Centro di tutti', colleague: (at: number) => `90${at}` },
];

/** The centres' file: each has a place, the last serves the rest, and a second person approves the notes of the second. */
export const CENTRES = `
centres:
  - name: Centro di Valverde
    territory: { municipalities: [Valverde] }
    languages: [it, en]
    telephone: "+39 0971 000 000"
    time-zone: UTC
    desk: { at: "slack:T1:CDESK0", answers-within-hours: 8, hours: { monday: ["8:00-18:00"], wednesday: ["8:00-18:00"], friday: ["8:00-18:00"] } }
    tutors: [{ name: Anna, person: U0DESK00 }]
  - name: Centre de Belmont
    territory: { municipalities: [Belmont] }
    languages: [fr, it]
    telephone: "+33 4 00 00 00 00"
    time-zone: UTC
    desk: { at: "slack:T1:CDESK1", answers-within-hours: 4, second-approves: true, hours: { tuesday: ["8:00-18:00"], thursday: ["8:00-18:00"] } }
  - name: Centro di tutti
    default: true
    territory: { regions: [Basilicata] }
    languages: [it, fr, en]
    email: sportello@example.org
    time-zone: UTC
    desk: { at: "telegram:-100900", answers-within-hours: 8, hours: { monday: ["8:00-20:00"], thursday: ["8:00-20:00"] } }
    tutors: [{ name: Bruno, person: "900" }]
`;

export const createVillage = (flock: Flock, dice: Dice): Village => {
  const somebody = (id: string, home: Address, at: number): Villager => {
    const word = flock.plant({ kind: 'name', at: id, isPersonal: false });
    const name = `Z${word.slice(1)}`;
    return { id, name, canary: flock.in(name)[0]!, home, language: LANGUAGES[at % 3]! };
  };
  const isInSlack = (at: number): boolean => at >= SLACK_FROM;
  const citizens = Array.from({ length: CITIZENS }, (_, at) =>
    isInSlack(at) ? somebody(`U0C${at}`, `slack:T1:D0C${at}`, at) : somebody(`10${at}`, `telegram:10${at}`, at),
  );
  const groups = Array.from({ length: GROUPS }, (_, at): VillageGroup => {
    const neighbours = citizens.filter((_, other) => isInSlack(other) === isInSlack(at));
    const members = Array.from({ length: 5 }, () => neighbours[dice(neighbours.length)]!.id);
    const base = isInSlack(at) ? `slack:T1:CG${at}` : `telegram:-1000${at}`;
    const word = flock.plant({ kind: 'title', at: base, isPersonal: false });
    return {
      addresses: !isInSlack(at) && at % 4 === 0 ? [`${base}:7`, `${base}:9`] : [base],
      left: [],
      title: `Pro Loco ${word}`,
      canary: flock.in(word)[0]!,
      members: new Set(members),
      admins: new Set(members.slice(0, 3)),
    };
  });
  const desks = DESKS.map(({ at, centre, colleague }) => ({
    at,
    centre,
    staff: Array.from({ length: STAFF }, (_, one) =>
      somebody(colleague(one), `${at.split(':')[0]}:home-${colleague(one)}`, one),
    ),
  }));
  return {
    citizens,
    groups,
    desks,
    strangers: [somebody('U0STRANGER', 'slack:T1:D0STRANGER', 0), somebody('666', 'telegram:666', 1)],
  };
};
