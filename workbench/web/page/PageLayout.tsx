import { useStore } from 'zustand';
import { directionOf } from '../theme/directionOf';
import { SurfaceWorld } from '../uikit/surfaces/SurfaceWorld';
import { languageOf } from '../workspace/languageOf';
import { useWorkspace } from '../workspace/useWorkspace';
import { useWorkspaceState } from '../workspace/useWorkspaceState';
import { words } from '../words';
import { Dock } from './dock/Dock';
import { RoomPlace } from './room/RoomPlace';
import { Sidebar } from './sidebar/Sidebar';
import { Banners } from './surfaces/Banners';
import { ModalHost } from './surfaces/ModalHost';
import { useSurfaceWorldValue } from './surfaces/useSurfaceWorldValue';
import { Toasts } from './toasts/Toasts';
import { useDocumentLanguage } from './useDocumentLanguage';
import { useFirstRoom } from './useFirstRoom';
import { useReadOnReturn } from './useReadOnReturn';
import './pageLayout.css';

/** The client with what apps open over it, the tools beside it, notices at the edge. */
export function PageLayout({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const workspace = useWorkspace();
  const connection = useWorkspaceState((state) => state.connection);
  const language = useWorkspaceState(languageOf);
  const hasModal = useStore(workspace.interactions.views, ({ modal }) => modal !== undefined);
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
          </div>
          <Dock onSwitchUser={onSwitchUser} />
        </div>
      </div>
      <Toasts />
    </SurfaceWorld>
  );
}
