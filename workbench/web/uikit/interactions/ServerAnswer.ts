import type { AppView } from './AppView';

/** What an app answers to an interaction, or pushes to a user. */
export type ServerAnswer = { readonly triggerId: string; readonly appId: string } & (
  | {
      readonly type:
        | 'modal.open'
        | 'modal.update'
        | 'contextual_bar.open'
        | 'contextual_bar.update'
        | 'contextual_bar.close'
        | 'banner.open'
        | 'banner.update';
      readonly view: AppView;
    }
  | { readonly type: 'modal.close' }
  | { readonly type: 'banner.close'; readonly viewId: string }
  | { readonly type: 'errors'; readonly viewId: string; readonly errors: Readonly<Record<string, string>> }
);
