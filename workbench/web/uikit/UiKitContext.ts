import { createContext } from 'react';
import type { ElementAction } from './ElementAction';
import type { ElementValues } from './ElementValues';
import type { Surface } from './Surface';

/** A user or channel that an autocompleting element offers. */
export type Suggestion = { readonly value: string; readonly label: string };

/** What the blocks of one surface share. */
export type UiKitContextValue = {
  readonly surface: Surface;
  /** The app of the view; blocks of a message carry their own. */
  readonly appId?: string;
  readonly values: ElementValues;
  /** Errors under fields, by action id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Sends an interaction. An element waits for the promise and shows that it is busy. */
  readonly action: (action: ElementAction) => Promise<void> | undefined;
  /** Remembers a value for the submit; messages have nothing to submit. */
  readonly updateState?: (action: ElementAction) => void;
  /** Text of an `i18n` text object in the app's own namespace. */
  readonly translate: (
    appId: string | undefined,
    key: string,
    args?: Readonly<Record<string, string | number>>,
  ) => string | undefined;
  readonly suggest: (kind: 'users' | 'channels', term: string) => Promise<readonly Suggestion[]>;
  /** Whether what the client would not draw is outlined instead. */
  readonly ghosts: boolean;
};

/** The surface around an element. The default draws, and sends nothing. */
export const UiKitContext = createContext<UiKitContextValue>({
  surface: 'message',
  values: {},
  errors: {},
  action: () => undefined,
  translate: () => undefined,
  suggest: () => Promise.resolve([]),
  ghosts: false,
});
