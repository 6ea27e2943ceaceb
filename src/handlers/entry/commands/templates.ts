import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import { sayToUser } from '../../../flows/sayToUser';
import { openTemplateWizard } from '../../../flows/sendTemplate/openTemplateWizard';
import type { Call } from './Call';

/** `view-templates`: all templates, in whatever state. A modal: a mobile client has no contextual bar and does not tell. */
export async function viewTemplates(call: Call): Promise<void> {
  await open(call, '');
}

/** `send-template`: those that can be sent; in a WhatsApp conversation they go to its customer. */
export async function sendTemplateCommand(call: Call): Promise<void> {
  await open(call, 'sendable');
}

async function open({ scene, triggerId }: Call, status: 'sendable' | ''): Promise<void> {
  const { host, room, user } = scene;
  if (!room) {
    return;
  }
  const opened = await openTemplateWizard(scene, { room, surface: 'modal', status });
  if ('refusal' in opened) {
    await sayToUser(scene, scene.t(opened.refusal.key, opened.refusal.params));
    return;
  }
  const { viewId, modal } = opened.first;
  await host.modify
    .getUiController()
    .openSurfaceView({ id: viewId, type: UIKitSurfaceType.MODAL, ...modal }, { triggerId }, user);
}
