import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { doctorFlow } from '../../../flows/doctorFlow';
import { beginFlow } from '../../../flows/runFlow';
import { sayToUser } from '../../../flows/sayToUser';
import { COMMAND } from '../../core/commandNames';
import { readNumbers } from '../../numbers/numbers';
import { formatPhone, readPhoneNumber } from '../../whatsapp/phoneNumbers';
import type { Call } from './Call';

/** `doctor [number]`: examines a number; with one connected number it need not be named. */
export async function doctor({ scene, triggerId, words }: Call): Promise<void> {
  const { host, t, user } = scene;
  const connected = await readNumbers(host);
  const named = words.length > 0 ? readPhoneNumber(words.join(' ')) : undefined;
  const chosen = named?.ok ? connected.find(({ digits }) => digits === named.value.digits) : undefined;
  const number = chosen ?? (named === undefined && connected.length === 1 ? connected[0] : undefined);
  if (!number) {
    const list = connected.map(({ digits }) => `\`/${COMMAND} doctor ${formatPhone(digits)}\``).join('\n');
    await sayToUser(scene, connected.length > 0 ? t('doctor:which', { list }) : t('numbers:none'));
    return;
  }
  const { viewId, modal } = await beginFlow(doctorFlow, scene, { digits: number.digits });
  await host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, user);
}
