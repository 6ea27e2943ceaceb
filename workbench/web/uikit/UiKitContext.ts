import type { BlockContext, SurfaceRenderer } from '@rocket.chat/ui-kit';
import type { ReactElement } from 'react';
import { createContext } from 'react';
import type { Surface } from './readBlocks';

/** A user or channel that an autocompleting element offers. */
export type Suggestion = { readonly value: string; readonly label: string };

/** The context that the blocks of one surface share. */
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

/** What each block and element component gets. */
export type BlockProps<TBlock> = {
  readonly block: TBlock;
  readonly context: BlockContext;
  readonly index: number;
  readonly renderer: SurfaceRenderer<ReactElement>;
};

/** The event of an element that a person used. */
export type ElementAction = {
  readonly appId: string;
  readonly blockId: string | undefined;
  readonly actionId: string;
  /** As it travels in the interaction's payload; `undefined` is left out of the JSON. */
  readonly value: unknown;
  readonly dispatchActionConfig?: readonly string[] | undefined;
};

/** Values of a surface's elements by action id, with the block that each belongs to. */
export type ElementValues = Readonly<
  Record<string, { readonly value: unknown; readonly blockId?: string } | undefined>
>;
