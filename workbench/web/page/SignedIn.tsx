import { useEffect, useMemo } from 'react';
import type { Session } from '../session/Session';
import { Workspace } from '../workspace/Workspace';
import { WorkspaceContext } from '../workspace/WorkspaceContext';
import { PageLayout } from './PageLayout';

/** The workspace of one user, from signing in to switching to another. */
export function SignedIn({
  session,
  onSwitchUser,
}: {
  readonly session: Session;
  readonly onSwitchUser: (username: string) => void;
}) {
  const workspace = useMemo(() => new Workspace(session), [session]);
  useEffect(() => workspace.start(), [workspace]);
  return (
    <WorkspaceContext value={workspace}>
      <PageLayout onSwitchUser={onSwitchUser} />
    </WorkspaceContext>
  );
}
