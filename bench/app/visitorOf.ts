import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';

/** The visitor that stands for a customer. */
export function visitorOf(customer: string): IVisitor {
  return {
    token: `bare-${customer}`,
    username: customer,
    name: `Customer ${customer}`,
    phone: [{ phoneNumber: `+${customer}` }],
  };
}
