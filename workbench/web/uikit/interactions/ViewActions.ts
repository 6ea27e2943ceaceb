import type { SubmitState } from '../state/elementValues';
import type { AppView } from './openViews';
import { changeViews } from './openViews';
import type { InteractionClient, Outcome } from './InteractionClient';

/** Where a view stands, which decides when it goes away. */
export type ViewPlace = 'modal' | 'contextualBar';

/** Without an answer a view stays, as if nothing had happened. */
const KEEPS_AFTER_CLOSE = new Set<Outcome>(['errors', 'failed', 'empty']);
const KEEPS_AFTER_SUBMIT = new Set<Outcome>([...KEEPS_AFTER_CLOSE, 'modal.update', 'contextual_bar.update']);

/** Submitting and closing a view. */
export class ViewActions {
  constructor(
    private readonly client: InteractionClient,
    private readonly place: ViewPlace,
    private readonly rid: string | undefined,
  ) {}

  /** Sends the view with its values. A contextual bar goes away first; a modal stays while it is answered with errors or an update. */
  async submit(view: AppView, state: SubmitState): Promise<void> {
    if (this.place === 'contextualBar') {
      this.dispose();
    }
    const answer = await this.client.emit(view.appId, {
      type: 'viewSubmit',
      viewId: view.id,
      payload: { view: { ...view, state } },
      ...this.room(),
    });
    if (this.place === 'modal' && !KEEPS_AFTER_SUBMIT.has(answer)) {
      this.dispose();
    }
  }

  /** Tells the app that the view was closed: by its X (`isCleared`) or by its close button. */
  async close(view: AppView, state: SubmitState, isCleared: boolean): Promise<void> {
    if (this.place === 'contextualBar') {
      this.dispose();
    }
    const answer = await this.client.emit(view.appId, {
      type: 'viewClosed',
      payload: { viewId: view.id, view: { ...view, state }, isCleared },
      ...this.room(),
    });
    if (this.place === 'modal' && !KEEPS_AFTER_CLOSE.has(answer)) {
      this.dispose();
    }
  }

  private room(): { rid?: string } {
    return this.place === 'contextualBar' && this.rid !== undefined ? { rid: this.rid } : {};
  }

  private dispose(): void {
    this.client.views.setState(this.place === 'modal' ? changeViews.closeModal : changeViews.closeContextualBar, true);
  }
}
