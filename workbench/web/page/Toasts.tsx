import { ToastBar } from '@rocket.chat/fuselage';
import { useEffect } from 'react';
import { useWorkspace, useWorkspaceState } from '../workspace/useWorkspace';
import type { Toast } from '../workspace/WorkspaceState';
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

const SECONDS = 6;

/** A notice that goes by itself. Its bar tells how long it stays; without motion it would not end. */
function ToastItem({ toast }: { readonly toast: Toast }) {
  const workspace = useWorkspace();
  const { id, kind, text } = toast;
  useEffect(() => {
    const timer = setTimeout(() => workspace.dismissToast(id), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [workspace, id]);
  return (
    <ToastBar id={String(id)} variant={kind} time={SECONDS} onClose={() => workspace.dismissToast(id)}>
      {text}
    </ToastBar>
  );
}
