interface MetaErrorCode {
  /** HTTP status as Meta's table is commonly reproduced; the same code also comes with others. */
  status: number;
  title: string;
  details?: string;
  transient?: boolean;
}

/**
 * Meta's codes for sending, as far as an app can meet them.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const metaErrorCodes: Record<number, MetaErrorCode> = {
  0: { status: 401, title: 'AuthException', details: 'We were unable to authenticate the app user.' },
  1: {
    status: 400,
    title: 'An unknown error occurred',
    details: 'Invalid request or possible server error.',
    transient: true,
  },
  2: {
    status: 503,
    title: 'Service temporarily unavailable',
    details: 'Temporary due to downtime or overload.',
    transient: true,
  },
  3: { status: 500, title: 'Capability or permissions issue.' },
  4: { status: 400, title: 'Application request limit reached', transient: true },
  10: { status: 403, title: 'Application does not have permission for this action' },
  33: { status: 400, title: 'Parameter value is not valid', details: 'The business phone number has been deleted.' },
  100: { status: 400, title: 'Invalid parameter' },
  190: { status: 401, title: 'Invalid OAuth access token' },
  200: { status: 403, title: 'Permissions error' },
  368: { status: 403, title: 'Temporarily blocked for policies violations' },
  613: { status: 429, title: 'Calls to this api have exceeded the rate limit' },
  80007: {
    status: 400,
    title: 'Rate limit issues',
    details: 'The WhatsApp Business Account has reached its rate limit.',
  },
  80008: {
    status: 400,
    title: 'Template creation limit reached',
    details: 'There have been too many template creations for this account. Wait a bit and try again.',
  },
  130429: {
    status: 429,
    title: 'Rate limit hit',
    details:
      'Message failed to send because there were too many messages sent from this phone number in a short period of time',
  },
  130472: {
    status: 400,
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment",
  },
  130497: { status: 403, title: 'Business account is restricted from messaging users in this country.' },
  131000: { status: 500, title: 'Something went wrong', details: 'Message failed to send due to an unknown error.' },
  131005: { status: 403, title: 'Access denied', details: 'Permission is either not granted or has been removed.' },
  131008: { status: 400, title: 'Required parameter is missing' },
  131009: { status: 400, title: 'Parameter value is not valid' },
  131016: { status: 500, title: 'Service unavailable', details: 'A service is temporarily unavailable.' },
  131021: {
    status: 400,
    title: 'Recipient cannot be sender',
    details: 'Sender and recipient phone number is the same.',
  },
  131026: { status: 400, title: 'Message undeliverable', details: 'Message Undeliverable.' },
  131030: { status: 400, title: 'Recipient phone number not in allowed list' },
  131031: { status: 403, title: 'Business Account locked', details: 'Your WhatsApp Business account has been locked.' },
  131037: { status: 400, title: 'WhatsApp provided number needs display name approval before message can be sent.' },
  131042: {
    status: 400,
    title: 'Business eligibility payment issue',
    details: 'Message failed to send because there were one or more errors related to your payment method.',
  },
  131044: { status: 400, title: 'Business eligibility payment issue' },
  131045: {
    status: 500,
    title: 'Incorrect certificate',
    details: 'Message failed to send due to a phone number registration error.',
  },
  131047: {
    status: 400,
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: {
    status: 400,
    title: 'Spam rate limit hit',
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number. This may be because too many previous messages were blocked or flagged as spam.',
  },
  131049: {
    status: 400,
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: {
    status: 400,
    title: 'User has stopped receiving marketing messages',
    details:
      'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
  },
  131051: { status: 400, title: 'Unsupported message type', details: 'Unsupported message type.' },
  131052: { status: 400, title: 'Media download error', details: 'Unable to download the media sent by the user.' },
  131053: { status: 400, title: 'Media upload error', details: 'Unable to upload the media used in the message.' },
  131056: {
    status: 400,
    title: '(Business Account, Consumer Account) pair rate limit hit',
    details:
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
  },
  131057: { status: 500, title: 'Account in maintenance mode', details: 'Business Account is in maintenance mode.' },
  131062: {
    status: 400,
    title: 'Business-scoped User ID (BSUID) recipients are not supported for this message',
    details: 'Authentication templates can only be sent to a phone number.',
  },
  131063: { status: 400, title: 'Marketing templates are disabled for Cloud API' },
  131064: { status: 400, title: 'Messaging limit because of misclassified templates' },
  132000: { status: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { status: 404, title: 'Template name does not exist in the translation' },
  132005: { status: 400, title: 'Translated text too long' },
  132007: { status: 400, title: 'Template content policy violation' },
  132008: { status: 400, title: 'Parameter value is not valid' },
  132012: { status: 400, title: 'Parameter format does not match format in the created template' },
  132015: {
    status: 400,
    title: 'Template is paused',
    details: 'Template is paused due to low quality so it cannot be sent in a template message.',
  },
  132016: {
    status: 400,
    title: 'Template is disabled',
    details: 'Template has been paused too many times due to low quality and is now permanently disabled.',
  },
  132018: { status: 400, title: "There's an issue with the parameters in your template" },
  132068: { status: 400, title: 'Flow is blocked', details: 'Flow is in blocked state.' },
  132069: {
    status: 400,
    title: 'Flow is throttled',
    details: 'Flow is in throttled state and 10 messages using this flow were already sent in the last hour.',
  },
  133010: {
    status: 400,
    title: 'Account not registered',
    details: 'Account does not exist in Cloud API, please use register API to create an account first.',
  },
  135000: { status: 400, title: 'Generic user error' },
  137000: { status: 400, title: 'Recipient identity key hash mismatch' },
  139100: { status: 400, title: 'Failed to block/unblock some users' },
  139101: { status: 400, title: 'Block list limit reached' },
  139103: {
    status: 400,
    title: 'Re-engagement required',
    details: 'Only users who messaged in the last 24 hours can be blocked.',
  },
};
