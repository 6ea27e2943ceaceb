import * as v from 'valibot';
import { accountEvents as kinds } from '../../account/accountEvents';
import { queueAccountEvent } from '../../webhooks/queueAccountEvent';
import { queueWebhook } from '../../webhooks/queueWebhook';
import type { ControlRoute } from '../ControlRoute';
import { findNumber } from '../findNumber';
import { parseBody } from '../parseBody';

const request = v.object({
  number: v.string(),
  field: v.string(),
  /** Replaces or adds members of the value. */
  value: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** Account and number events of Meta: `{number, field, value?}`; a field without an example needs its `value`. */
export const accountEvents: ControlRoute[] = [
  {
    method: 'get',
    path: '/account-events',
    handle: ({ simulator }) => {
      const [number] = simulator.store.numbers.all();
      const example = (field: string) => number && kinds[field]?.build(number, simulator.clock.seconds());
      return Object.keys(kinds).map((field) => ({ field, example: example(field) }));
    },
  },
  {
    method: 'post',
    path: '/account-events',
    handle: ({ simulator, body }) => {
      const given = parseBody(request, body);
      const number = findNumber(simulator, given.number);
      const kind = kinds[given.field];
      const value = { ...kind?.build(number, simulator.clock.seconds()), ...given.value };
      if (kind?.ofNumber) queueWebhook(simulator, number.phoneNumber, { field: given.field, item: value });
      else queueAccountEvent(simulator, number.wabaId, given.field, value);
      return { field: given.field, value };
    },
  },
];
