import * as v from 'valibot';
import { queueRawBody } from '../../webhooks/queueRawBody';
import type { ControlRoute } from '../ControlRoute';
import { findNumber } from '../findNumber';
import { parseBody } from '../parseBody';

const request = v.object({ number: v.string(), body: v.unknown() });

/** Delivers any body: an object is written as JSON, a string goes out as it is (so it need not be JSON). */
export const webhooks: ControlRoute = {
  method: 'post',
  path: '/webhooks',
  handle: ({ simulator, body }) => {
    const given = parseBody(request, body);
    const { phoneNumber } = findNumber(simulator, given.number);
    const raw = typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? null);
    const { body: _raw, ...delivery } = queueRawBody(simulator, phoneNumber, raw);
    return delivery;
  },
};
