import { PaletteStyleTag } from '@rocket.chat/fuselage';
import { useEffect } from 'react';
import { useTheme } from '../theme/useTheme';
import { words } from '../words';
import { Problem } from './Problem';
import { SignedIn } from './SignedIn';
import { SignInForm } from './SignInForm';
import { useSession } from './useSession';

/** The page: signs in, then shows the workspace as that user sees it. */
export function App() {
  const theme = useTheme();
  const session = useSession();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
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
