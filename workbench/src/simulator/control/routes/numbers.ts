import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { createNumber } from '../../account/createNumber';
import { maskSecrets } from '../../api/logRequest';
import { digitsOf } from '../../customers/findByPhone';
import type { Simulator } from '../../Simulator';
import type { NumberRecord } from '../../store/numbers';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, findNumber, parseBody } from '../ControlRoute';

const newNumber = v.object({
  phoneNumber: v.string(),
  displayName: v.optional(v.string()),
  apiKey: v.optional(v.pipe(v.string(), v.minLength(8))),
});

const change = v.object({
  displayName: v.optional(v.string()),
  quality: v.optional(v.picklist(['GREEN', 'YELLOW', 'RED', 'UNKNOWN'])),
  messagingLimit: v.optional(v.string()),
  canSend: v.optional(v.picklist(['AVAILABLE', 'LIMITED', 'BLOCKED'])),
});

/** Numbers: adding one, a new key (the old one stops working, the webhook is cleared), changing what health shows. */
export const numbers: ControlRoute[] = [
  {
    method: 'post',
    path: '/numbers',
    handle: ({ simulator, body }) => {
      const given = parseBody(newNumber, body);
      const phoneNumber = digitsOf(given.phoneNumber);
      if (!/^\d{7,15}$/.test(phoneNumber)) throw new ControlError(400, 'phoneNumber: not a phone number');
      if (simulator.store.numbers.byPhoneNumber(phoneNumber))
        throw new ControlError(400, 'phoneNumber: exists already');
      const apiKey = given.apiKey ?? randomBytes(16).toString('base64url');
      if (simulator.store.numbers.byApiKey(apiKey)) throw new ControlError(400, 'apiKey: belongs to another number');
      return shownNumber(createNumber(simulator, { phoneNumber, apiKey, displayName: given.displayName }), true);
    },
  },
  {
    method: 'post',
    path: '/numbers/:phoneNumber/key',
    handle: ({ simulator, params }) =>
      shownNumber(renewKey(simulator, findNumber(simulator, params.phoneNumber)), true),
  },
  {
    method: 'patch',
    path: '/numbers/:phoneNumber',
    handle: ({ simulator, params, body }) => {
      const changed = { ...findNumber(simulator, params.phoneNumber), ...parseBody(change, body) };
      simulator.store.numbers.save(changed);
      simulator.bus.emit('state', {});
      return shownNumber(changed, false);
    },
  },
];

/** A number as the control API shows it. Its key is masked unless `reveal` is set; its webhook lacks headers and credentials. */
export function shownNumber(number: NumberRecord, reveal: boolean): Record<string, unknown> {
  const { webhook, apiKey, profile: _profile, ...rest } = number;
  return {
    ...rest,
    apiKey: reveal ? apiKey : `${apiKey.slice(0, 4)}…${apiKey.slice(-2)}`,
    webhook: webhook && { url: maskSecrets(webhook.url) },
  };
}

/** A new key: the old one stops working at once and the number's webhook is cleared, as integrators report. */
function renewKey({ store, bus }: Simulator, number: NumberRecord): NumberRecord {
  const renewed = { ...number, apiKey: randomBytes(16).toString('base64url'), webhook: null };
  store.numbers.save(renewed);
  bus.emit('state', {});
  return renewed;
}
