import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { ToastItem } from './ToastItem';
import './toasts.css';

/** Short notices, newest below. */
export function Toasts() {
  const toasts = useWorkspaceState((state) => state.toasts);
  return (
    <div className="wb-toasts" aria-live="polite">
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
