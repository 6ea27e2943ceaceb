import { describeContent } from '../messages/describeContent';
import { renderContent } from '../messages/renderContent';
import { meetCustomer } from '../omnichannel/meetCustomer';
import { settle } from '../records/settle';
import { translatorOf } from '../translation/translatorOf';
import { sayInOpenRoom } from './sayInOpenRoom';
import type { Task } from './Task';
import { unlessRepeated } from './unlessRepeated';

/** Somebody of the business answered from the WhatsApp app on a phone: the agents of the conversation see what. */
export async function takeEcho(task: Task<'echo'>): Promise<void> {
  const { host, event, inbox, number } = task;
  await unlessRepeated(task, async () => {
    const { conversation } = await meetCustomer(host, number, event.customer, event.timestamp ?? inbox.receivedAt);
    if (event.act.type === 'message') {
      const t = await translatorOf(host);
      const { text } = renderContent(event.act.content, t);
      const said = text || describeContent(event.act.content, t);
      await sayInOpenRoom(host, conversation, t('inbound:sentFromPhone', { text: said }));
    }
    const { customer } = conversation;
    await settle(host, inbox, event.wamid, { direction: 'out', number: number.digits, customer });
  });
}
