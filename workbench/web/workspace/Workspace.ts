import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { Api, ApiError } from '../api/Api';
import type { ServerEvent } from '../api/followEvents';
import { followEvents } from '../api/followEvents';
import type { Session } from '../session/useSession';
import { isRecord } from '../state/pick';
import { InteractionClient } from '../uikit/interactions/InteractionClient';
import { readServerAnswer } from '../uikit/interactions/readServerAnswer';
import type { Surprise } from '../uikit/interactions/applyAnswer';
import { draftTexts, settleDrafts } from './drafts/settleDrafts';
import { eventChanges } from './eventChanges';
import { fetchAppLanguage, fetchAppParts, fetchHistory, fetchWorkspace } from './fetchWorkspace';
import { followReading } from './followReading';
import { mobileSwitch } from './mobileSwitch';
import type { Change, Toast, WorkspaceState } from './WorkspaceState';
import { initialState } from './WorkspaceState';

/** A workspace as one signed-in user sees it: its state, its interfaces, its interactions with apps. */
export class Workspace {
  readonly store: StoreApi<WorkspaceState>;
  readonly api: Api;
  readonly interactions: InteractionClient;
  /** Things that the client did silently; newest last. */
  readonly surprises = createStore<readonly (Surprise & { readonly at: number })[]>()(() => []);
  private toastCount = 0;

  constructor(private readonly session: Session) {
    this.store = createStore<WorkspaceState>()(() => ({
      ...initialState,
      me: session.user,
      drafts: draftTexts.read(session.user.username),
    }));
    this.api = new Api(session.credentials);
    this.interactions = new InteractionClient({
      post: (appId, body) => this.api.post(`/api/apps/ui.interaction/${encodeURIComponent(appId)}`, body),
      toast: (text) => this.toast('error', text),
      surprise: (surprise) =>
        this.surprises.setState((list) => [...list, { ...surprise, at: this.now() }].slice(-200), true),
      currentRoom: () => this.store.getState().selectedRid,
      isMobile: () => mobileSwitch.getState(),
    });
  }

  /** Follows the workspace; `onSignedOut` is called when the server knows this user's session no more. Gives the end of it. */
  start(onSignedOut: () => void): () => void {
    const stopping = new AbortController();
    const { username } = this.session.user;
    const stopKeeping = this.store.subscribe(({ drafts }, before) => {
      if (drafts !== before.drafts) {
        draftTexts.write(username, drafts);
      }
    });
    const stopReading = followReading(this);
    void followEvents(this.api, '/api/workbench/events', stopping.signal, {
      onOpen: () => this.refresh(),
      onEvent: (event) => this.receive(event),
      onLost: (error) => {
        this.change((state) => ({ ...state, connection: 'lost' }));
        if (error instanceof ApiError && error.status === 401) {
          onSignedOut();
        }
      },
    });
    return () => {
      stopping.abort();
      stopKeeping();
      stopReading();
    };
  }

  /** The workbench's time in milliseconds. */
  private now(): number {
    return Date.now() + this.store.getState().clockAhead;
  }

  change(change: Change): void {
    this.store.setState((state) => settleDrafts(change(state)), true);
  }

  toast(kind: Toast['kind'], text: string): void {
    this.toastCount += 1;
    const toast = { id: this.toastCount, kind, text };
    this.change((state) => ({ ...state, toasts: [...state.toasts, toast] }));
  }

  dismissToast(id: number): void {
    this.change((state) => ({ ...state, toasts: state.toasts.filter((toast) => toast.id !== id) }));
  }

  /** Does what a person asked for; a refusal is told in a toast. Gives whether it was done. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      this.toast('error', error.message);
      return false;
    }
  }

  /** Fetches everything anew: at the start and after the connection was lost. @throws ApiError when it is lost again. */
  private async refresh(): Promise<void> {
    this.change(await fetchWorkspace(this.api));
    this.change((state) => ({ ...state, connection: 'online' }));
    await this.refreshLanguage();
    const { histories, rooms } = this.store.getState();
    const open = Object.keys(histories).filter((rid) => histories[rid]?.state === 'ready' && rooms[rid]);
    const parts = open.map((rid) => fetchHistory(this.api, this.store.getState(), rid));
    for (const change of await Promise.all([fetchAppParts(this.api), ...parts])) {
      this.change(change);
    }
  }

  /** Asks again which language the app prefers, which only administrators may. */
  async refreshLanguage(): Promise<void> {
    const { me, info } = this.store.getState();
    if (info?.app && me?.roles.includes('admin')) {
      this.change(await fetchAppLanguage(this.api, info.app.id));
    }
  }

  private receive({ type, data }: ServerEvent): void {
    const change = eventChanges[type]?.(data);
    if (change) {
      this.change(change);
    } else if (type === 'ui-interaction' && isRecord(data)) {
      const answer = readServerAnswer(data['interaction']);
      if (answer) {
        this.interactions.receive(answer);
      }
    } else if (type === 'apps') {
      void this.attempt(async () => this.change(await fetchAppParts(this.api)));
    }
  }
}
