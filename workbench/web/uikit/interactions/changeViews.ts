import type { AppView } from './AppView';
import type { OpenView, OpenViews } from './OpenViews';

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
