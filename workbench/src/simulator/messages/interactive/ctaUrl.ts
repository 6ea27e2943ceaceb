import { objectOf } from '../../json/objectOf';
import { checkLabel } from '../checks/checkLabel';
import { firstRefusal } from '../checks/firstRefusal';
import { invalid } from '../checks/invalid';
import { checkName } from './checkName';
import type { InteractiveRules } from './InteractiveRules';

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
