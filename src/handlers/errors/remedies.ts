import { AppError } from './AppError';

/**
 * What the one button of a failure card does. A closed window has a card of its own (`blocks/windowCards.ts`); for a template
 * the sentence says what to refresh or to correct, as the words of its message do not make it again.
 */
export type Remedy = 'send-again' | 'none';

/**
 * Failures that the same message, sent once more, meets again, or that must not be met again. Everything else may pass when
 * somebody has put it right or some time has gone by: an edit of the message, an admin, WhatsApp itself.
 */
const LASTING: ReadonlySet<string> = new Set([
  // The customer or WhatsApp does not want this message.
  'errors:experiment',
  'errors:marketingHeldBack',
  'errors:marketingStopped',
  // Where it goes to
  'errors:sameNumber',
  'errors:countryRestricted',
  'errors:phoneNumberNeeded',
  'errors:groupRefused',
  'errors:callRefused',
  // What it is
  'errors:typeUnsupported',
  'errors:customerMediaLost',
  'errors:tooLarge',
  'errors:fileEmpty',
  'errors:fileKind',
  'errors:fileNotTaken',
  'errors:fileOverLimit',
  'errors:pictureKind',
  'errors:soundKind',
  'errors:videoKind',
  'errors:emojiUnknown',
]);

/** What helps against a failure. A fault of ours, too, may not come twice. */
export function remedyOf(error: unknown): Remedy {
  return error instanceof AppError && LASTING.has(error.key) ? 'none' : 'send-again';
}
