import { section } from '../../blocks/elements/section';
import type { Call } from './Call';
import { sayBlocks } from './sayBlocks';
import { diagnosis } from './diagnosis';

/** `support`: where to ask, where the logs are, and what to send along. */
export async function support({ scene }: Call): Promise<void> {
  const { host, t } = scene;
  const text = t('commands:supportText', { address: host.app.support, diagnosis: await diagnosis(host) });
  await sayBlocks(scene, text, [section({ appId: host.app.id, t }, 'support', text)]);
}
