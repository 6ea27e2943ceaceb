import { useEffect } from 'react';

/** Tells the document its language and direction. */
export function useDocumentLanguage(language: string, direction: 'ltr' | 'rtl'): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
}
