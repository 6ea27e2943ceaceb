import type { ReactNode } from 'react';
import { words } from '../../words';
import { useWorkspaceState } from '../../workspace/useWorkspaceState';
import { Refused } from '../parts/Refused';

/** A page that the server tells administrators only. */
export function AdminOnly({ children }: { readonly children: ReactNode }) {
  const isAdmin = useWorkspaceState((state) => state.me?.roles.includes('admin') ?? false);
  return isAdmin ? children : <Refused reason={words.panels.onlyAdmin} />;
}
