import { checkName } from './checkName';
import type { InteractiveRules } from './InteractiveRules';

/** A button that opens the catalogue. */
export const catalogMessage: InteractiveRules = {
  headers: [],
  body: 'required',
  check: (action) => checkName(action, 'catalog_message'),
};
