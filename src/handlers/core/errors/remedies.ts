import { AppError } from './AppError';

/**
 * The kind of message that failed: a message of an agent or a bot, a template, or a reaction or automatic text, which
 * nobody can repeat.
 */
export type FailedKind = 'message' | 'template' | 'other';

/**
 * What the button of a failure card does. When the service window is closed, a message has a second button, which keeps
 * it until the customer writes (`blocks/windowCards.ts`).
 */
export type Remedy = 'send-again' | 'keep-message' | 'open-templates' | 'refresh-list' | 'none';

/** The remedy when nothing else is known: the failure may pass after a while, or when somebody has corrected the cause. */
const OTHERWISE: Readonly<Record<FailedKind, Remedy>> = {
  message: 'send-again',
  // A template cannot be sent again from its text in the room.
  template: 'open-templates',
  other: 'none',
};

/** Sending the same message again would fail again, or is not allowed. */
const LASTING = 'none';

/** The remedy by the key of an error, for all kinds of messages or for some. */
const REMEDIES: Readonly<Record<string, Remedy | Partial<Record<FailedKind, Remedy>>>> = {
  // Only a template can be sent.
  'errors:windowClosed': { message: 'keep-message', template: 'open-templates', other: 'open-templates' },
  'errors:experiment': 'open-templates',
  // The stored list of templates is out of date.
  'errors:templateParameterCount': 'refresh-list',
  'errors:templateMissing': 'refresh-list',
  'errors:templateParameters': 'refresh-list',
  'errors:templatePaused': 'refresh-list',
  'errors:templateDisabled': 'refresh-list',
  'errors:templateRefused': 'refresh-list',
  // Another template, or other values, can help
  'errors:templateTooLong': 'open-templates',
  'errors:templatePolicy': 'open-templates',
  // The customer or WhatsApp does not want this message.
  'errors:marketingHeldBack': LASTING,
  'errors:marketingStopped': LASTING,
  'errors:optedOut': { template: LASTING },
  // The recipient
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

/** The remedy for a failure. A retry is offered even after a bug of the app, because it may not occur again. */
export function remedyOf(error: unknown, kind: FailedKind): Remedy {
  const row = error instanceof AppError ? REMEDIES[error.key] : undefined;
  return (typeof row === 'string' ? row : row?.[kind]) ?? OTHERWISE[kind];
}
