import type { Host } from '../core/Host';
import { association, minute, toRecord } from '../core/records/association';

const PLACE = association('warning', 'reactions refused');

/**
 * Records that Rocket.Chat did not let the app react in a conversation: its role lacks `view-livechat-rooms`, without
 * which it cannot read a conversation that an agent has taken. The doctor reports it. The record is deleted after a
 * month.
 */
export async function noteReactionsRefused(host: Host): Promise<void> {
  const { lacks } = host.memory;
  if (!lacks.get('reactions') && !(await areReactionsRefused(host))) {
    const at = Date.now();
    await host.persistence.createWithAssociations(toRecord({ kind: 'warning', at }), [
      PLACE,
      association('minute', minute(at)),
    ]);
  }
  lacks.set('reactions', true);
}

/**
 * Called when a reaction was accepted. The record of an earlier process is searched for once an hour, which costs one
 * call.
 */
export async function forgetReactionsRefused(host: Host): Promise<void> {
  const { lacks } = host.memory;
  if (lacks.get('reactions') || !lacks.get('reactions refused earlier')) {
    lacks.delete('reactions');
    lacks.set('reactions refused earlier', true);
    await host.persistence.removeByAssociation(PLACE);
  }
}

/** Whether Rocket.Chat refused to show the last reaction of a customer. */
export async function areReactionsRefused(host: Host): Promise<boolean> {
  return (await host.read.getPersistenceReader().readByAssociation(PLACE)).length > 0;
}
