import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import * as v from 'valibot';
import type { Host } from '../../core/Host';
import { readServerSetting } from '../../core/settings/readServerSetting';
import { translatorOf } from '../../core/translator';
import type { Target } from '../../omnichannel/conversations/awaited';
import type { OpenRoom } from '../../omnichannel/openRoom';
import { visitorOf } from '../../omnichannel/visitor';
import { postNotice } from '../../outbound/postNotice';
import { escapeMarkdown } from '../../whatsapp/markup/whatsAppToMarkdown';

const servedSchema = v.object({
  servedBy: v.nullish(v.object({ username: v.string() })),
  department: v.nullish(v.object({ id: v.string() })),
});

/** Rocket.Chat's refusal of a transfer (`transfer.ts`, `RoutingManager.ts`) → the reason, for the agents. */
const REASONS: Readonly<Record<string, string>> = {
  'error-user-is-offline': 'messages:targetOffline',
  'no-agent-online': 'messages:targetOffline',
  'error-no-agents-available-for-service-on-department': 'messages:targetOffline',
  'error-no-agents-online-in-department': 'messages:targetOffline',
  'error-max-number-simultaneous-chats-reached': 'messages:targetBusy',
  'error-user-not-belong-to-department': 'messages:targetNotInDepartment',
  'error-invalid-department': 'messages:targetGone',
};

/**
 * Checks that a new conversation is served by the agent or department that a template asked for. Rocket.Chat may have
 * given it to somebody else: a contact manager, the last agent, the queue (`QueueManager.ts`). One transfer is tried;
 * if it fails, a line says who was wanted and why they did not get it. Never throws, so that the customer's message
 * goes on.
 *
 * @param isFirst nobody has served this customer before
 */
export async function seeThatTargetServes(
  host: Host,
  { room, conversation }: OpenRoom,
  { target, isFirst }: { target: Target; isFirst: boolean },
): Promise<void> {
  try {
    const now = await host.read.getRoomReader().getById(room.id);
    if (isServed(now, target)) {
      const stranger = isFirst ? undefined : await maybeOutside(host, now, target);
      if (stranger !== undefined) {
        const t = await translatorOf(host);
        const params = { wanted: await describe(host, target), agent: escapeMarkdown(stranger) };
        await postNotice(host, room, { text: t('messages:targetOutside', params) });
      }
      return;
    }
    const agent = target.agent ? await findAgent(host, target.agent) : undefined;
    const reason = await transfer(host, { room, agent, target, visitor: visitorOf(conversation) });
    if (reason !== undefined) {
      const t = await translatorOf(host);
      const wanted = await describe(host, target);
      await postNotice(host, room, { text: t('messages:targetMissed', { wanted, reason: t(reason) }) });
    }
  } catch (error) {
    host.logger.warn(
      'The agent or department that a template asked for may not have got the conversation:',
      String(error),
    );
  }
}

function isServed(room: unknown, { agent, departmentId }: Target): boolean {
  const parsed = v.safeParse(servedSchema, room);
  if (!parsed.success) {
    return false;
  }
  const { servedBy, department } = parsed.output;
  return agent === undefined ? department?.id === departmentId : servedBy?.username === agent;
}

/**
 * The agent of a conversation in the wanted department who may not belong to it. With last-chatted routing Rocket.Chat
 * assigns the agent who served the customer last, whatever their departments. An app can neither read the members of a
 * department nor transfer a conversation to its own department (`docs/server-facts.md`), so the agents are told.
 */
async function maybeOutside(host: Host, room: unknown, { agent }: Target): Promise<string | undefined> {
  const parsed = v.safeParse(servedSchema, room);
  const served = parsed.success ? parsed.output.servedBy?.username : undefined;
  if (agent !== undefined || served === undefined) {
    return undefined;
  }
  const environment = host.read.getEnvironmentReader();
  return (await readServerSetting(environment, 'Livechat_last_chatted_agent_routing')) === true ? served : undefined;
}

/** @returns the key of the reason why it was not transferred */
async function transfer(
  host: Host,
  {
    room,
    agent,
    target,
    visitor,
  }: {
    room: ILivechatRoom;
    agent: IUser | undefined;
    target: Target;
    visitor: ReturnType<typeof visitorOf>;
  },
): Promise<string | undefined> {
  if (target.agent && !agent && !target.departmentId) {
    return 'messages:targetGone';
  }
  const to = agent ? { targetAgent: agent } : { targetDepartment: target.departmentId };
  try {
    const updater = host.modify.getUpdater().getLivechatUpdater();
    const isDone = await updater.transferVisitor(visitor, { currentRoom: room, ...to });
    return isDone ? undefined : 'messages:targetRefused';
  } catch (error) {
    const code = Object.keys(REASONS).find((each) => String(error).includes(each));
    host.logger.info('The agent or department that a template asked for did not get the conversation:', String(error));
    return (code && REASONS[code]) ?? 'messages:targetRefused';
  }
}

/** The result may be missing, although its type does not say so. */
async function findAgent(host: Host, username: string): Promise<IUser | undefined> {
  return host.read.getUserReader().getByUsername(username);
}

async function describe(host: Host, { agent, departmentId }: Target): Promise<string> {
  if (agent !== undefined) {
    return escapeMarkdown(agent);
  }
  const department = await host.read.getLivechatReader().getLivechatDepartmentByIdOrName(departmentId ?? '');
  return escapeMarkdown(department?.name ?? departmentId ?? '');
}
