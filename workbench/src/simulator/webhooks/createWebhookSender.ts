import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Clock } from '../../clock/Clock';
import { createLanes } from './createLanes';
import { postWebhook } from './postWebhook';
import type { WebhookSender } from './WebhookSender';

export function createWebhookSender(clock: Clock): WebhookSender {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const lanes = createLanes();
  const stopping = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, stopping.signal);
  return {
    post: (lane, concurrency, request) =>
      lanes.run(lane, concurrency, () => postWebhook(request, { agents, clock, signal: stopping.signal })),
    stop: () => {
      stopping.abort();
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
