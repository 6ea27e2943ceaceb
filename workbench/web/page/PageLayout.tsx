import { useEffect } from 'react';
import { useStore } from 'zustand';
import { outboundDialog } from '../outbound/Draft';
import { OutboundDialog } from '../outbound/OutboundDialog';
import { BannerSurface } from '../uikit/surfaces/BannerSurface';
import { ModalSurface } from '../uikit/surfaces/ModalSurface';
import { SurfaceWorld } from '../uikit/surfaces/useSurfaceWorld';
import { words } from '../words';
import { openRoom } from '../workspace/actions/conversationActions';
import { directionOf, languageOf } from '../workspace/appText';
import { selectRoom } from '../workspace/changes/roomChanges';
import { findRoomByPath } from '../workspace/roomPath';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';
import { Dock } from './Dock';
import { RoomPlace } from './room/RoomView';
import { groupRooms } from './sidebar/groupRooms';
import { Sidebar } from './sidebar/Sidebar';
import { Toasts } from './Toasts';
import { useSurfaceWorldValue } from './useSurfaceWorldValue';
import './pageLayout.css';

/** The client with what apps open over it, the tools beside it, notices at the edge. */
export function PageLayout({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const workspace = useWorkspace();
  const connection = useWorkspaceState((state) => state.connection);
  const language = useWorkspaceState(languageOf);
  const hasView = useStore(workspace.interactions.views, ({ modal }) => modal !== undefined);
  const hasModal = useStore(outboundDialog) !== undefined || hasView;
  useDocumentLanguage(language, directionOf(language));
  useFirstRoom();
  useReadOnReturn();
  return (
    <SurfaceWorld value={useSurfaceWorldValue()}>
      <div className="wb-page" data-connection={connection}>
        {connection === 'lost' && (
          <div className="wb-lost" role="alert">
            {words.connection.lost}
          </div>
        )}
        <div className="wb-columns">
          {/* A modal lies over the client only: the tools beside it stay at hand. */}
          <div className="wb-client">
            <div className="wb-behind" inert={hasModal}>
              <Banners />
              <div className="wb-columns">
                <Sidebar onSwitchUser={onSwitchUser} />
                <RoomPlace />
              </div>
            </div>
            <div id="modal-root" />
            <ModalHost />
            <OutboundDialog />
          </div>
          <Dock onSwitchUser={onSwitchUser} />
        </div>
      </div>
      <Toasts />
    </SurfaceWorld>
  );
}

/** The banners that apps have opened. */
function Banners() {
  const banners = useStore(useWorkspace().interactions.views, (views) => views.banners);
  return banners.map((banner) => <BannerSurface key={banner.view.id} open={banner} />);
}

/** The modal that an app has opened. */
function ModalHost() {
  const modal = useStore(useWorkspace().interactions.views, (views) => views.modal);
  return modal ? <ModalSurface key={modal.view.id} open={modal} /> : null;
}

/** Opens the room of the address once rooms are known, else the first of the sidebar. */
function useFirstRoom(): void {
  const workspace = useWorkspace();
  const isWaiting = useWorkspaceState(({ selectedRid, rooms }) => !selectedRid && Object.keys(rooms).length > 0);
  useEffect(() => {
    if (!isWaiting) {
      return;
    }
    const state = workspace.store.getState();
    const mid = new URLSearchParams(window.location.search).get('msg') ?? undefined;
    const asked = findRoomByPath(state.rooms, window.location.pathname);
    const [first] = groupRooms(state).flatMap(({ rooms }) => rooms);
    const room = asked ?? first;
    if (room) {
      void openRoom(workspace, room._id, asked && mid);
    }
  }, [workspace, isWaiting]);
}

/** Messages that arrived in the open room while the window was hidden count as read when the window is shown again. */
function useReadOnReturn(): void {
  const workspace = useWorkspace();
  useEffect(() => {
    const onChange = () => {
      if (!document.hidden) {
        workspace.change((state) => selectRoom(state.selectedRid, state.wantedMid)(state));
      }
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [workspace]);
}

/** Tells the document its language and direction. */
function useDocumentLanguage(language: string, direction: 'ltr' | 'rtl'): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
}
