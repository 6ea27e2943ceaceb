import { useStore } from 'zustand';
import { Hints } from '../hints/Hints';
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
import './pageLayout.css';

/** Sidebar, room and tools side by side, what apps open above them, notices at the edge. */
export function PageLayout({ onSwitchUser }: { readonly onSwitchUser: (username: string) => void }) {
  const workspace = useWorkspace();
  const connection = useWorkspaceState((state) => state.connection);
  const language = useWorkspaceState(languageOf);
  const hasModal = useStore(workspace.interactions.views, ({ modal }) => modal !== undefined);
  useDocumentLanguage(language, directionOf(language));
  useFirstRoom();
  return (
    <SurfaceWorld value={useSurfaceWorldValue()}>
      <div className="wb-page" data-connection={connection} inert={hasModal}>
        {connection === 'lost' && (
          <div className="wb-lost" role="alert">
            {words.connection.lost}
          </div>
        )}
        <Banners />
        <div className="wb-columns">
          <Sidebar onSwitchUser={onSwitchUser} />
          <RoomPlace />
          <Dock />
        </div>
      </div>
      <ModalHost />
      <Hints onSwitchUser={onSwitchUser} />
      <Toasts />
    </SurfaceWorld>
  );
}
