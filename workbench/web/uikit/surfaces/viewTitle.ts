import type { AppView } from '../interactions/AppView';
import type { TextOf } from '../text/useTextOf';

/** A view's title as plain text; some banners bring a bare string. */
export function viewTitle(title: AppView['title'], textOf: TextOf): string {
  return typeof title === 'string' ? title : textOf(title);
}
