import { useEffect, useMemo } from 'react';
import type { Session } from '../session/Session';
import { Simulator } from '../simulator/Simulator';
import { SimulatorContext } from '../simulator/SimulatorContext';
import { Workspace } from '../workspace/Workspace';
import { WorkspaceContext } from '../workspace/WorkspaceContext';
import { PageLayout } from './PageLayout';

/** The workspace of one user, from signing in to switching to another. */
export function SignedIn({
  session,
  onSwitchUser,
  onSignedOut,
}: {
  readonly session: Session;
  readonly onSwitchUser: (username: string) => void;
  readonly onSignedOut: () => void;
}) {
  const workspace = useMemo(() => new Workspace(session), [session]);
  const simulator = useMemo(() => new Simulator(workspace.api), [workspace]);
  useEffect(() => workspace.start(onSignedOut), [workspace, onSignedOut]);
  useEffect(() => simulator.start(), [simulator]);
  return (
    <WorkspaceContext value={workspace}>
      <SimulatorContext value={simulator}>
        <PageLayout onSwitchUser={onSwitchUser} />
      </SimulatorContext>
    </WorkspaceContext>
  );
}
