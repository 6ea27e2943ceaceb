import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { beginFlow } from '../../flows/beginFlow';
import { connectFlow } from '../../flows/connect/connectFlow';
import type { Call } from './Call';

/** `connect`: opens the modal to connect a number. */
export async function connect({ scene, triggerId }: Call): Promise<void> {
  const { viewId, modal } = await beginFlow(connectFlow, scene, undefined);
  await scene.host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, scene.user);
}
