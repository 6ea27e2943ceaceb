import * as v from 'valibot';
import { replayFiles } from '../../replay/replayFiles';
import { queueRawBody } from '../../webhooks/queueWebhook';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, findNumber, parseBody } from '../ControlRoute';

const deliveryRequest = v.object({ number: v.string(), body: v.unknown() });

/** Delivers any body: an object is sent as JSON, a string unchanged (so it need not be JSON). */
export const webhooks: ControlRoute = {
  method: 'post',
  path: '/webhooks',
  handle: ({ simulator, body }) => {
    const given = parseBody(deliveryRequest, body);
    const { phoneNumber } = findNumber(simulator, given.number);
    const raw = typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? null);
    const { body: _raw, ...delivery } = queueRawBody(simulator, phoneNumber, raw);
    return delivery;
  },
};

const replayRequest = v.object({
  number: v.string(),
  /** A folder of JSON files, or one file. */
  folder: v.optional(v.string()),
  file: v.optional(v.string()),
  /** Replaces the number in the bodies by the given one. */
  rewrite: v.optional(v.boolean(), true),
});

/** Delivers the webhook bodies found in files. */
export const replay: ControlRoute = {
  method: 'post',
  path: '/replay',
  handle: async ({ simulator, body }) => {
    const { number, folder, file, rewrite } = parseBody(replayRequest, body);
    const place = folder ?? file;
    if (place === undefined) throw new ControlError(400, 'folder: name a folder or a file');
    const results = await replayFiles(simulator, findNumber(simulator, number), place, rewrite).catch(() => {
      throw new ControlError(400, `folder: cannot read ${place}`);
    });
    return { delivered: results.filter(({ skipped }) => skipped === undefined).length, results };
  },
};
