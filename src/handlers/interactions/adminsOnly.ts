import { sayToUser } from '../../flows/sayToUser';
import { isAdmin } from './isAdmin';
import type { PressHandler } from './Press';

/** Lets only administrators of the app do something; others get one polite line. */
export function adminsOnly(handle: PressHandler): PressHandler {
  return async (press) => {
    if (isAdmin(press.scene.user)) {
      return handle(press);
    }
    await sayToUser(press.scene, press.scene.t('errors:notAllowed'));
    return press.responder.successResponse();
  };
}
