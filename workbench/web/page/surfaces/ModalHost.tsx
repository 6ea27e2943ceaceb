import { useStore } from 'zustand';
import { ModalSurface } from '../../uikit/surfaces/ModalSurface';
import { useWorkspace } from '../../workspace/useWorkspace';

/** The modal that an app has opened. */
export function ModalHost() {
  const modal = useStore(useWorkspace().interactions.views, (views) => views.modal);
  return modal ? <ModalSurface key={modal.view.id} open={modal} /> : null;
}
