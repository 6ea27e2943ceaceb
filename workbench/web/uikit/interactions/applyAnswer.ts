import type { StoreApi } from 'zustand/vanilla';
import { initialValue, isActionable } from '../state/elementValues';
import type { AppView, OpenViews } from './openViews';
import { changeViews } from './openViews';
import type { ServerAnswer } from './readServerAnswer';

type Around = {
  readonly views: StoreApi<OpenViews>;
  /** The interaction that was answered; undefined for what the app pushed. */
  readonly cause: string | undefined;
  readonly surprise: (surprise: Surprise) => void;
  readonly rid: string | undefined;
  readonly isMobile: boolean;
};

type Of<T extends ServerAnswer['type']> = ServerAnswer & { readonly type: T };

type Appliers = { readonly [T in ServerAnswer['type']]: (answer: Of<T>, around: Around) => void };

const findOpen = (views: OpenViews, viewId: string) =>
  [views.modal, views.contextualBar, ...views.banners].find((open) => open?.view.id === viewId);

const inputsOf = (view: AppView) =>
  view.blocks.flatMap((block) => ('element' in block && isActionable(block.element) ? [block.element] : []));

/** A field that an update brings with a value shows it, but does not submit it: values are collected when a view opens. */
const tellLateValues = (before: AppView, after: AppView, surprise: Around['surprise']) => {
  const known = new Set(inputsOf(before).map((element) => element.actionId));
  for (const element of inputsOf(after)) {
    if (!known.has(element.actionId) && initialValue(element) !== undefined) {
      surprise({ rule: 'initial-value-not-submitted', message: element.actionId });
    }
  }
};

const update = ({ view }: { readonly view: AppView }, { views, surprise }: Around) => {
  const open = findOpen(views.getState(), view.id);
  if (!open) {
    surprise({ rule: 'update-of-closed-view', message: view.id });
    return;
  }
  tellLateValues(open.view, view, surprise);
  views.setState(changeViews.update(view), true);
};

const appliers: Appliers = {
  'modal.open': ({ view }, { views, cause, surprise }) => {
    if (cause === 'viewSubmit') {
      surprise({ rule: 'modal-opened-by-submit', message: view.id });
    }
    views.setState(changeViews.openModal(view), true);
  },
  'modal.update': update,
  'modal.close': (_answer, { surprise }) => surprise({ rule: 'modal-close-ignored', message: 'modal.close' }),
  'contextual_bar.open': ({ view }, { views, rid, isMobile, surprise }) => {
    if (isMobile) {
      surprise({ rule: 'no-contextual-bar-on-mobile', message: view.id });
      return;
    }
    views.setState(changeViews.openContextualBar(view, rid), true);
  },
  'contextual_bar.update': update,
  'contextual_bar.close': (_answer, { views }) => views.setState(changeViews.closeContextualBar, true),
  'banner.open': ({ view }, { views }) => views.setState(changeViews.openBanner(view), true),
  'banner.update': update,
  'banner.close': ({ viewId }, { views }) => views.setState(changeViews.closeBanner(viewId), true),
  errors: ({ viewId, errors }, { views, surprise }) => {
    if (views.getState().modal?.view.id !== viewId) {
      surprise({ rule: 'errors-not-shown', message: viewId });
    }
    views.setState(changeViews.setErrors(viewId, errors), true);
  },
};

/** Gives an answer to the applier of its own type. */
const apply = <T extends ServerAnswer['type']>(answer: Of<T>, around: Around): void => {
  const applier: Appliers[T] = appliers[answer.type];
  applier(answer, around);
};

/** Does what an app's answer says to the views on the screen. */
export function applyAnswer(answer: ServerAnswer, around: Around): void {
  apply(answer, around);
}

/** Something that the client does in silence and that a developer would want to know. */
export type Surprise = {
  readonly rule:
    | 'interaction-failed'
    | 'interaction-too-slow'
    | 'trigger-not-valid'
    | 'modal-opened-by-submit'
    | 'modal-close-ignored'
    | 'update-of-closed-view'
    | 'initial-value-not-submitted'
    | 'errors-not-shown'
    | 'interaction-too-large'
    | 'no-contextual-bar-on-mobile';
  readonly message: string;
};
