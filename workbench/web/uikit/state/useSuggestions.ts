import { useContext, useEffect, useState } from 'react';
import { UiKitContext } from '../UiKitContext';
import type { Suggestion } from '../UiKitContext';

/** What an autocompleting element offers for the typed term; empty while the first answer is on its way. */
export function useSuggestions(kind: 'users' | 'channels', term: string): readonly Suggestion[] {
  const { suggest } = useContext(UiKitContext);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let wanted = true;
    void suggest(kind, term).then((suggestions) => {
      if (wanted) {
        setFound(suggestions);
      }
    });
    return () => {
      wanted = false;
    };
  }, [suggest, kind, term]);
  return found;
}
