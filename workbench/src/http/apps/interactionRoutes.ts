import type { Response } from 'express';
import type { HttpContext, OpenCall, Route } from '../Route';
import { HttpError, messageOf } from '../HttpError';
import { RateLimiter } from '../access/RateLimiter';

/** The number of calls from one address that the server accepts within a minute, whatever the settings of its REST interface. */
const CALLS = 600;
const MINUTE = 60_000;

/**
 * Clicks, submits and closings of apps' views and blocks. The app's answer is sent unchanged. An app without the
 * handler gives an empty body; a handler that throws gives 500 with its message. The livechat widget reports visitors'
 * taps here too, with their token in a header.
 */
export function interactionRoutes({ apps, workspace }: HttpContext): Route[] {
  const limiter = new RateLimiter(workspace.settings, { calls: CALLS, milliseconds: MINUTE });

  async function interact({ user, params, body, request }: OpenCall, response: Response): Promise<void> {
    const wait = limiter.take(request.ip ?? '');
    if (wait !== undefined) throw HttpError.tooMany(wait);
    const token = request.get('x-visitor-token');
    const visitor = token ? workspace.visitors.findByToken(token) : undefined;
    const actor = visitor ? { visitor } : user && { user };
    if (!actor) return void response.status(401).json({ error: 'Unauthorized' });
    const appId = params.appId ?? '';
    if (!(await apps.get(appId))) return void response.status(404).json({ error: 'App not found' });
    try {
      const answer = await apps.interact(appId, actor, body ?? {});
      if (answer === undefined || answer === null) response.status(200).end();
      else response.json(answer);
    } catch (error) {
      const message = messageOf(error);
      response.status(message === 'Unknown action' ? 400 : 500).json({ error: message });
    }
  }
  return [{ method: 'post', path: '/api/apps/ui.interaction/:appId', access: 'anyone', respond: interact }];
}
