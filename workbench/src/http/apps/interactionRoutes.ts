import type { Response } from 'express';
import type { Call } from '../Call';
import type { HttpContext } from '../HttpContext';
import { messageOf } from '../messageOf';
import type { Route } from '../Route';

/**
 * Clicks, submits and closings of what apps draw. The app's answer goes out unchanged; an app without the handler
 * answers with an empty body, a handler that throws with 500 and its message.
 */
export function interactionRoutes({ apps }: HttpContext): Route[] {
  async function interact({ user, params, body }: Call, response: Response): Promise<void> {
    const appId = params.appId ?? '';
    if (!(await apps.get(appId))) return void response.status(404).json({ error: 'App not found' });
    try {
      const answer = await apps.interact(appId, user, body ?? {});
      if (answer === undefined || answer === null) response.status(200).end();
      else response.json(answer);
    } catch (error) {
      const message = messageOf(error);
      response.status(message === 'Unknown action' ? 400 : 500).json({ error: message });
    }
  }
  return [{ method: 'post', path: '/api/apps/ui.interaction/:appId', access: 'signed-in', respond: interact }];
}
