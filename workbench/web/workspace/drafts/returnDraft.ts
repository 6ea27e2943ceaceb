import type { Draft } from './Draft';

/** What could not be sent comes back, before what has been typed meanwhile. */
export function returnDraft(unsent: Draft): (now: Draft) => Draft {
  return (now) => {
    const isUntouched = now.text === '' && !now.quoting && !now.editing;
    return isUntouched ? { ...unsent, files: now.files } : { ...now, text: `${unsent.text}\n${now.text}` };
  };
}
