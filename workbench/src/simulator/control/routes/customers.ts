import * as v from 'valibot';
import { createCustomer } from '../../customers/createCustomer';
import { digitsOf } from '../../customers/findByPhone';
import { resumePhone } from '../../statuses/planStatuses';
import type { ControlRoute } from '../ControlRoute';
import { ControlError, findCustomer, parseBody } from '../ControlRoute';

const newCustomer = v.object({
  name: v.optional(v.string()),
  waId: v.optional(v.string()),
  userId: v.optional(v.string()),
  username: v.optional(v.string()),
  noPhone: v.optional(v.boolean()),
});

const change = v.object({
  name: v.optional(v.string()),
  username: v.optional(v.string()),
  onWhatsApp: v.optional(v.boolean()),
  readReceipts: v.optional(v.boolean()),
  offline: v.optional(v.boolean()),
  marketingStopped: v.optional(v.boolean()),
  blocked: v.optional(v.array(v.string())),
});

/** Customers: a new one (what is missing is invented), and what can change about one. */
export const customers: ControlRoute[] = [
  {
    method: 'post',
    path: '/customers',
    handle: ({ simulator, body }) => {
      const given = parseBody(newCustomer, body);
      const waId = given.waId === undefined ? undefined : digitsOf(given.waId);
      if (waId !== undefined && simulator.store.customers.byWaId(waId))
        throw new ControlError(400, 'waId: exists already');
      if (given.userId !== undefined && simulator.store.customers.byUserId(given.userId)) {
        throw new ControlError(400, 'userId: exists already');
      }
      return createCustomer(simulator, { ...given, waId });
    },
  },
  {
    method: 'patch',
    path: '/customers/:id',
    handle: ({ simulator, params, body }) => {
      const customer = findCustomer(simulator, params.id);
      const given = parseBody(change, body);
      const changed = { ...customer, ...given, blocked: given.blocked?.map(digitsOf) ?? customer.blocked };
      simulator.store.customers.save(changed);
      if (customer.offline && !changed.offline) resumePhone(simulator, changed);
      simulator.bus.emit('state', {});
      return changed;
    },
  },
];
