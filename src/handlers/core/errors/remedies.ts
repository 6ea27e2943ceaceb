import { AppError } from './AppError';

/** The kind of message that failed: one of an agent or a bot, a template, or a reaction or an automatic text, which nobody can repeat. */
export type FailedKind = 'message' | 'template' | 'other';

/**
 * What the one button of a failure card does. In a closed window a message has a second one: it waits until the customer
 * writes (`blocks/windowCards.ts`).
 */
export type Remedy = 'send-again' | 'keep-message' | 'open-templates' | 'refresh-list' | 'none';

/** The remedy when nothing else is known: the failure may pass after a while, or when somebody has corrected the cause. */
const OTHERWISE: Readonly<Record<FailedKind, Remedy>> = {
  message: 'send-again',
  // The words in the room do not make a template again.
  template: 'open-templates',
  other: 'none',
};

/** The same message, sent once more, meets the same again, or must not be sent. */
const LASTING = 'none';

/** By the key of an error: what helps, of all kinds of messages or of some. */
const REMEDIES: Readonly<Record<string, Remedy | Partial<Record<FailedKind, Remedy>>>> = {
  // Only a template goes through.
  'errors:windowClosed': { message: 'keep-message', template: 'open-templates', other: 'open-templates' },
  'errors:experiment': 'open-templates',
  // The template is not what the list here says.
  'errors:templateParameterCount': 'refresh-list',
  'errors:templateMissing': 'refresh-list',
  'errors:templateParameters': 'refresh-list',
  'errors:templatePaused': 'refresh-list',
  'errors:templateDisabled': 'refresh-list',
  'errors:templateRefused': 'refresh-list',
  // Another one, or the same one filled in otherwise
  'errors:templateTooLong': 'open-templates',
  'errors:templatePolicy': 'open-templates',
  // The customer or WhatsApp does not want this message.
  'errors:marketingHeldBack': LASTING,
  'errors:marketingStopped': LASTING,
  'errors:optedOut': { template: LASTING },
  // Where it goes to
  'errors:sameNumber': LASTING,
  'errors:countryRestricted': LASTING,
  'errors:phoneNumberNeeded': LASTING,
  'errors:groupRefused': LASTING,
  'errors:callRefused': LASTING,
  // Errors of the message itself
  'errors:typeUnsupported': LASTING,
  'errors:customerMediaLost': LASTING,
  'errors:tooLarge': LASTING,
  'errors:fileEmpty': LASTING,
  'errors:fileKind': LASTING,
  'errors:fileNotTaken': LASTING,
  'errors:fileOverLimit': LASTING,
  'errors:pictureKind': LASTING,
  'errors:soundKind': LASTING,
  'errors:videoKind': LASTING,
  'errors:emojiUnknown': LASTING,
};

/** The remedy for a failure. Even a bug of the app may not occur a second time. */
export function remedyOf(error: unknown, kind: FailedKind): Remedy {
  const row = error instanceof AppError ? REMEDIES[error.key] : undefined;
  return (typeof row === 'string' ? row : row?.[kind]) ?? OTHERWISE[kind];
}
