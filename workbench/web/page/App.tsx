import { PaletteStyleTag } from '@rocket.chat/fuselage';
import { useEffect } from 'react';
import { useTheme } from '../theme/useTheme';
import { words } from '../words';
import { Problem } from './Problem';
import { SignedIn } from './SignedIn';
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
        />
      )}
      {session.state === 'failed' && (
        <Problem title={words.connection.cannotSignIn} text={session.reason} onRetry={session.retry} />
      )}
    </>
  );
}
