import type { AppView } from './AppView';

/** A view on the screen. */
export type OpenView = {
  readonly view: AppView;
  /** Errors under its fields, by action id: the last answer that had any. */
  readonly errors: Readonly<Record<string, string>>;
  /** The room beside whose messages a contextual bar stands. */
  readonly rid?: string | undefined;
};

/** All views on the screen. There is one modal and one contextual bar at most. */
export type OpenViews = {
  readonly modal?: OpenView | undefined;
  readonly contextualBar?: OpenView | undefined;
  readonly banners: readonly OpenView[];
};
