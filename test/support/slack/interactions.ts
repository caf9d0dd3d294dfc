import type { Part } from './blocks/walk.ts';
import { accountOf } from './conversations.ts';
import { failure } from './failure.ts';
import type { Account, Conversation, ResponseUrl, Trigger, World } from './world.ts';

const TRIGGER_MS = 3000;

/** Gives a person's act its pass for one view. */
export const newTrigger = (world: World, user: string): string => {
  const id = `${world.newId('')}.${world.newId('')}`;
  world.triggers.set(id, { id, user, at: world.clock.now(), used: false });
  return id;
};

/** Takes a pass, or fails as Slack does when it is unknown, old or used. */
export const takeTrigger = (world: World, id: unknown): Trigger => {
  const trigger = world.triggers.get(String(id));
  if (!trigger) throw failure('invalid_trigger_id');
  if (trigger.used) throw failure('exchanged_trigger_id');
  if (world.clock.now() - trigger.at > TRIGGER_MS) throw failure('expired_trigger_id');
  trigger.used = true;
  return trigger;
};

/** Gives a person's act its address for answers. */
export const newResponseUrl = (world: World, given: Omit<ResponseUrl, 'at' | 'used'>): string => {
  const id = world.newId('R');
  world.responseUrls.set(id, { ...given, at: world.clock.now(), used: 0 });
  return `${world.root}/response/${id}`;
};

const teamView = (world: World, person: Account): Part | null => {
  if (world.enterprise?.orgWide) return null;
  const { id, domain } = world.teams.get(person.team) ?? world.home;
  const { enterprise } = world;
  return { id, domain, ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }) };
};

/** What every interaction tells of who did it, and where the app is installed. */
export const interaction = (world: World, type: string, user: string): Record<string, unknown> => {
  const person = accountOf(world, user);
  const { enterprise } = world;
  return {
    type,
    user: { id: person.id, username: person.handle, name: person.handle, team_id: person.team },
    api_app_id: world.appId,
    token: 'verification-token-of-old',
    team: teamView(world, person),
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    is_enterprise_install: enterprise?.orgWide ?? false,
  };
};

/** A conversation as interactions name it. */
export const channelIn = ({ id, kind, name }: Conversation): Part => ({
  id,
  name: kind === 'im' ? 'directmessage' : name,
});
