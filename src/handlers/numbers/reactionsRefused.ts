import type { Host } from '../core/Host';
import { association, minute, toRecord } from '../core/records/association';

const PLACE = association('warning', 'reactions refused');

/**
 * Remembers that Rocket.Chat did not let the app react in a conversation: its role lacks `view-livechat-rooms`, without
 * which it reads no conversation that an agent has taken. The doctor says so. Forgotten after a month.
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

/** A reaction was taken. What an earlier process remembered is looked for once an hour: that costs one call. */
export async function forgetReactionsRefused(host: Host): Promise<void> {
  const { lacks } = host.memory;
  if (lacks.get('reactions') || !lacks.get('reactions refused earlier')) {
    lacks.delete('reactions');
    lacks.set('reactions refused earlier', true);
    await host.persistence.removeByAssociation(PLACE);
  }
}

/** Whether the last reaction of a customer that was to be shown in a conversation was refused. */
export async function areReactionsRefused(host: Host): Promise<boolean> {
  return (await host.read.getPersistenceReader().readByAssociation(PLACE)).length > 0;
}
