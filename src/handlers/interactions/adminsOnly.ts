import { noticeModal } from '../../blocks/noticeModal';
import { sayToUser } from '../../flows/sayToUser';
import { isAdmin } from './isAdmin';
import type { PressHandler } from './Press';

/** Lets only administrators of the app do something; others get one polite line. */
export function adminsOnly(handle: PressHandler): PressHandler {
  return async (press) => {
    if (isAdmin(press.scene.user)) {
      return handle(press);
    }
    const { scene, responder } = press;
    const text = scene.t('errors:notAllowed');
    if (scene.room) {
      await sayToUser(scene, text);
      return responder.successResponse();
    }
    // In a view there is no room; the setup channel is none of theirs, and they are not to be invited into it.
    const notice = noticeModal(
      { appId: scene.host.app.id, t: scene.t },
      { title: scene.t('connect:noticeTitle'), text },
    );
    return responder.updateModalViewResponse({ id: scene.stage, ...notice });
  };
}
