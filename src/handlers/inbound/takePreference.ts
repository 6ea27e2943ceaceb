import { findConversation } from '../records/conversations';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import type { UserPreferenceEvent } from '../webhook/AccountEvent';
import { newsOf } from './newsOf';
import { sayOrKeep } from './sayOrKeep';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/** What a customer chose in WhatsApp → what their agents read. Choices that are new to us are not told. */
const notices: Readonly<Record<string, string>> = {
  stop: 'messages:marketingStopped',
  resume: 'messages:marketingWanted',
  signup: 'messages:marketingWanted',
};

/**
 * A customer wants no marketing messages any more, or wants them: the agents are told once, in the open conversation or in
 * the next one. WhatsApp itself refuses what is sent against it.
 */
export async function takePreference(task: Omit<Task, 'event'> & { event: UserPreferenceEvent }): Promise<void> {
  const { host, event, inbox, number } = task;
  const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const { category = '', value = '' } = event;
  const key = Object.hasOwn(notices, value) ? notices[value] : undefined;
  const conversation =
    key !== undefined && category === 'marketing_messages'
      ? await findConversation(host, number.digits, ids)
      : undefined;
  if (!conversation || key === undefined) {
    return;
  }
  // It has no id of its own.
  const wamid = `preference.${conversation.customer}.${value}.${event.timestamp ?? ''}`;
  await unlessRepeated({ host, inbox, event: { wamid } }, async () => {
    const text = (await translatorOf(host))(key);
    await sayOrKeep(host, conversation, newsOf({ event: { wamid, timestamp: event.timestamp }, inbox }, text));
    await settle(host, inbox, wamid, { direction: 'in', number: number.digits, customer: conversation.customer });
  });
}
