import type { Translate } from '../handlers/translation/Translate';

/** What every screen is drawn with. The client sends a click to the app that the element names, so all of them name us. */
export interface Drawing {
  appId: string;
  t: Translate;
}
