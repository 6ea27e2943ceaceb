import {
  Button,
  Field,
  FieldHint,
  FieldLabel,
  FieldRow,
  PaletteStyleTag,
  PasswordInput,
  TextInput,
} from '@rocket.chat/fuselage';
import type { ChangeEvent, SyntheticEvent } from 'react';
import { useEffect, useId, useMemo, useState } from 'react';
import { emojiNames } from '../emoji/emojiNames';
import type { Session } from '../session/useSession';
import { useSession } from '../session/useSession';
import { Simulator } from '../simulator/Simulator';
import { SimulatorContext } from '../simulator/useSimulator';
import { useTheme } from '../theme/useTheme';
import { words } from '../words';
import { WorkspaceContext } from '../workspace/useWorkspace';
import { Workspace } from '../workspace/Workspace';
import { PageLayout } from './PageLayout';
import { Problem } from './Problem';

/** The page: signs in, then shows the workspace as that user sees it. */
export function App() {
  const theme = useTheme();
  const session = useSession();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => emojiNames.fetch(), []);
  return (
    <>
      <PaletteStyleTag theme={theme} tagId="palette" />
      {session.state === 'in' && (
        <SignedIn
          key={session.session.credentials.authToken}
          session={session.session}
          onSwitchUser={session.switchTo}
          onSignedOut={session.retry}
        />
      )}
      {session.state === 'failed' && (
        <Problem
          title={words.connection.cannotSignIn}
          text={session.reason}
          {...(!session.refused && { onRetry: session.retry })}
        >
          {session.refused && <SignInForm username={session.username} onSignIn={session.switchTo} />}
        </Problem>
      )}
    </>
  );
}

/** The workspace of one user, from signing in to switching to another. */
function SignedIn({
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

/** Asks who one is, when the server does not know the user of this window. */
function SignInForm({
  username,
  onSignIn,
}: {
  readonly username: string;
  readonly onSignIn: (username: string, password: string) => void;
}) {
  const [name, setName] = useState(username);
  const [password, setPassword] = useState('');
  const id = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSignIn(name.trim(), password);
  };
  return (
    <form className="wb-sign-in" aria-label={words.signIn.title} onSubmit={submit}>
      <Field>
        <FieldLabel htmlFor={`${id}-name`}>{words.signIn.username}</FieldLabel>
        <FieldRow>
          <TextInput
            id={`${id}-name`}
            autoComplete="username"
            value={name}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
          />
        </FieldRow>
      </Field>
      <Field>
        <FieldLabel htmlFor={`${id}-password`}>{words.signIn.password}</FieldLabel>
        <FieldRow>
          <PasswordInput
            id={`${id}-password`}
            autoComplete="current-password"
            value={password}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setPassword(event.target.value)}
          />
        </FieldRow>
        <FieldHint>{words.signIn.hint}</FieldHint>
      </Field>
      <Button primary type="submit" disabled={name.trim() === '' || password === ''}>
        {words.signIn.submit}
      </Button>
    </form>
  );
}
