import type { ButtonElement, LayoutBlock, TextObject } from '@rocket.chat/ui-kit';

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

/**
 * A modal, contextual bar or banner as the app sent it. It keeps every field that came, because it goes back whole with a
 * submit.
 */
export type AppView = {
  readonly appId: string;
  readonly id: string;
  readonly blocks: LayoutBlock[];
  readonly title?: TextObject | string;
  readonly close?: ButtonElement;
  readonly submit?: ButtonElement;
  readonly showIcon?: boolean;
  /** A banner's looks. */
  readonly inline?: boolean;
  readonly variant?: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly icon?: string;
};

const everyView =
  (change: (open: OpenView) => OpenView) =>
  (views: OpenViews): OpenViews => ({
    modal: views.modal && change(views.modal),
    contextualBar: views.contextualBar && change(views.contextualBar),
    banners: views.banners.map(change),
  });

/** Changes of the views on the screen; each gives the next state. */
export const changeViews = {
  openModal:
    (view: AppView) =>
    (views: OpenViews): OpenViews => ({ ...views, modal: { view, errors: {} } }),

  openContextualBar:
    (view: AppView, rid: string | undefined) =>
    (views: OpenViews): OpenViews => ({
      ...views,
      contextualBar: { view, errors: {}, rid },
    }),

  openBanner:
    (view: AppView) =>
    (views: OpenViews): OpenViews => ({
      ...views,
      banners: [...views.banners.filter((banner) => banner.view.id !== view.id), { view, errors: {} }],
    }),

  /** Lays the new fields over the open view of that id; typed values and errors stay. */
  update: (view: AppView) =>
    everyView((open) => (open.view.id === view.id ? { ...open, view: { ...open.view, ...view } } : open)),

  /** Replaces the errors of a view as a whole: nothing else clears them. */
  setErrors: (viewId: string, errors: Readonly<Record<string, string>>) =>
    everyView((open) => (open.view.id === viewId ? { ...open, errors } : open)),

  /** Removes whatever modal is on top: the client's modals do not look at each other's ids. */
  closeModal: (views: OpenViews): OpenViews => ({ ...views, modal: undefined }),

  closeContextualBar: (views: OpenViews): OpenViews => ({ ...views, contextualBar: undefined }),

  closeBanner:
    (viewId: string) =>
    (views: OpenViews): OpenViews => ({
      ...views,
      banners: views.banners.filter((banner) => banner.view.id !== viewId),
    }),
};
