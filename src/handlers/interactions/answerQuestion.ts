import { tellSetup } from '../../flows/setup/tellSetup';
import { adminsOnly } from './adminsOnly';
import type { PressHandler } from './Press';

/** **Yes** or **No** to the question whether there is an account. */
export function answerQuestion(type: 'YES' | 'NO'): PressHandler {
  return adminsOnly(async ({ scene, responder }) => {
    await tellSetup(scene, { type });
    return responder.successResponse();
  });
}
