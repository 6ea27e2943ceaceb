import { ToastBar } from '@rocket.chat/fuselage';
import { useWorkspace } from '../../workspace/useWorkspace';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import './toasts.css';

const SECONDS = 6;

/** Short notices, newest below. */
export function Toasts() {
  const workspace = useWorkspace();
  const toasts = useWorkspaceState((state) => state.toasts);
  const close = (id: string) =>
    workspace.change((state) => ({ ...state, toasts: state.toasts.filter((toast) => String(toast.id) !== id) }));
  return (
    <div className="wb-toasts" aria-live="polite">
      {toasts.map(({ id, kind, text }) => (
        <ToastBar key={id} id={String(id)} variant={kind} time={SECONDS} onClose={close}>
          {text}
        </ToastBar>
      ))}
    </div>
  );
}
