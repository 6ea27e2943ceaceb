import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { section } from '../../../blocks/elements';
import { numberCard } from '../../../blocks/numberCard';
import { connectButton } from '../../../blocks/setupMessages';
import { connectFlow } from '../../../flows/connectFlow';
import { cardOf } from '../../../flows/number/numberModels';
import { beginFlow } from '../../../flows/runFlow';
import { readNumbers } from '../../numbers/numbers';
import type { Call } from './Call';
import { sayBlocks } from './Call';

/** `connect`: opens the modal to connect a number. */
export async function connect({ scene, triggerId }: Call): Promise<void> {
  const { viewId, modal } = await beginFlow(connectFlow, scene, undefined);
  await scene.host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, scene.user);
}

/** `numbers`: every connected number with its buttons, or how to connect the first one. */
export async function numbers({ scene }: Call): Promise<void> {
  const { host, t } = scene;
  const drawing = { appId: host.app.id, t };
  const connected = await readNumbers(host);
  const text = t(connected.length > 0 ? 'numbers:list' : 'numbers:none');
  await sayBlocks(scene, text, [
    section(drawing, 'numbers', text),
    ...(connected.length > 0
      ? connected.flatMap((number) => numberCard(drawing, cardOf(number, drawing.t)))
      : [connectButton(drawing)]),
  ]);
}
