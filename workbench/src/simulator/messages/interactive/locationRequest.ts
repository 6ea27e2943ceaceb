import { checkName } from './checkName';
import type { InteractiveRules } from './InteractiveRules';

/** Asks the customer to send a location. */
export const locationRequest: InteractiveRules = {
  headers: [],
  body: 'required',
  check: (action) => checkName(action, 'send_location'),
};
