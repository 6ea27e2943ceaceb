import type { TextObject } from '@rocket.chat/ui-kit';
import type { ReactNode } from 'react';
import { useContext } from 'react';
import { UiKitContext } from '../UiKitContext';

/** Reads the plain string of a text object, in the app's translation when it names one. Missing text is an empty string. */
export type TextOf = (text: TextObject | undefined) => string;

/** The reader of text objects for places that take a string: placeholders, options, labels. */
export function useTextOf(): TextOf {
  const { appId, translate } = useContext(UiKitContext);
  return (text) => {
    if (!text) {
      return '';
    }
    const translated = text.i18n ? translate(appId, text.i18n.key, text.i18n.args) : undefined;
    return translated ?? text.text;
  };
}

/** Gives a view's frame the reader of its texts, which is known only inside of the view's context. */
export function FrameTexts({ children }: { readonly children: (textOf: TextOf) => ReactNode }) {
  return children(useTextOf());
}
