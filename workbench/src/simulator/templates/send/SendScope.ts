import type { SendContext } from '../../messages/SendContext';

/** What the checks of a template's parts need to know about the whole. */
export interface SendScope {
  context: SendContext;
  named: boolean;
  authentication: boolean;
  /** Where we are in the request, e.g. `template['components']`. */
  path: string;
  /** Put before part names in details, e.g. `card 0: `. */
  where: string;
}
