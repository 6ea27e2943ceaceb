import { objectOf } from '../../json';
import { checkLabel, firstRefusal, invalid, missing } from '../checks';
import type { InteractiveRules } from './InteractiveRules';
import { checkName } from './InteractiveRules';

/** One button that opens a URL; its label has at most 20 characters. */
export const ctaUrl: InteractiveRules = {
  headers: ['text', 'image', 'video', 'document'],
  body: 'required',
  check: (action) => {
    const { display_text: label, url } = objectOf(action.parameters);
    return firstRefusal(
      () => checkName(action, 'cta_url'),
      () => checkLabel(label, 'Button display text', 20),
      () => (typeof url === 'string' && URL.canParse(url) ? undefined : invalid('url is not a valid URL')),
    );
  },
};

/** A button that opens a flow, by id or name; label 30 (some sources say 20). */
export const flow: InteractiveRules = {
  headers: ['text', 'image', 'video', 'document'],
  body: 'required',
  check: (action) => {
    const parameters = objectOf(action.parameters);
    const path = "interactive['action']['parameters']";
    return firstRefusal(
      () => checkName(action, 'flow'),
      () => (parameters.flow_message_version === undefined ? missing(`${path}['flow_message_version']`) : undefined),
      () =>
        parameters.flow_id === undefined && parameters.flow_name === undefined
          ? missing(`${path}['flow_id']`)
          : undefined,
      () => checkLabel(parameters.flow_cta, 'Flow button', 30),
    );
  },
};

/** Asks the customer to send a location. */
export const locationRequest: InteractiveRules = {
  headers: [],
  body: 'required',
  check: (action) => checkName(action, 'send_location'),
};
