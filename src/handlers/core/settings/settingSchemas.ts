import * as v from 'valibot';
import { languages } from '../../../locales/languages';
import { readConsentWords } from '../../whatsapp/consentWords';
import { bareMimeType } from '../../whatsapp/mimeTypes';
import type { Result } from '../errors/AppError';
import { readBaseUrl } from './readCredentials';

/** A top-level type of the IANA registry, then a subtype or `*`. Patterns have no parameters. */
const PATTERN =
  /^(application|audio|font|haptics|image|message|model|multipart|text|video)\/(\*|[a-z0-9][a-z0-9!#$&^_.+-]*)$/;

/** Reads a comma-separated list of media types such as `image/*, application/pdf`; an empty one, or `*`, accepts everything. */
export function readMediaTypes(text: string): Result<string[]> {
  const patterns = text
    .split(',')
    .map((pattern) => pattern.trim().toLowerCase())
    .filter((pattern) => pattern !== '')
    .map((pattern) => (pattern === '*' ? '*/*' : pattern));
  const unknown = patterns.filter((pattern) => pattern !== '*/*' && !PATTERN.test(pattern));
  return unknown.length === 0
    ? { ok: true, value: patterns }
    : { ok: false, error: { key: 'errors:settingMediaTypeUnknown', params: { value: unknown.join(', ') } } };
}

/**
 * Whether a file may pass.
 * @param patterns as `AppSettings.acceptedMediaTypes` has them; an empty list accepts everything
 * @param mimeType of the file, parameters such as `; codecs=opus` included
 */
export function acceptsMediaType(patterns: readonly string[], mimeType: string): boolean {
  const type = bareMimeType(mimeType);
  const family = `${type.split('/')[0] ?? ''}/*`;
  return patterns.length === 0 || patterns.some((pattern) => ['*/*', type, family].includes(pattern));
}

/** Reads the address that gets message statuses: http or https. An empty text means that statuses are not sent. */
export function readStatusEndpoint(text: string): Result<string | undefined> {
  if (text === '') {
    return { ok: true, value: undefined };
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && ['http:', 'https:'].includes(url.protocol)
    ? { ok: true, value: url.href }
    : { ok: false, error: { key: 'errors:settingUrlMalformed', params: { value: text } } };
}

/** Characters on the button of a WhatsApp list (Meta's limit); UTF-16 units, the strictest way to count them. */
const LONGEST_LABEL = 20;

const text = v.pipe(v.string('errors:settingTextExpected'), v.trim());
/** Rocket.Chat's form gives numbers, its REST interface also their text. */
const integer = v.pipe(
  v.union(
    [v.number(), v.pipe(v.string(), v.trim(), v.regex(/^[+-]?\d+$/), v.transform(Number))],
    'errors:settingNumberExpected',
  ),
  v.safeInteger('errors:settingNumberExpected'),
);
const toggle = v.boolean('errors:settingToggleExpected');

/**
 * A text that is parsed by a given function. The `valibot` issue carries the key as its message and the parameters as
 * its input.
 */
const readBy = <Value>(read: (text: string) => Result<Value>) =>
  v.pipe(
    text,
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const result = read(dataset.value);
      if (result.ok) {
        return result.value;
      }
      addIssue({ message: result.error.key, input: result.error.params?.value });
      return NEVER;
    }),
  );

/** Rocket.Chat's ids of roles. */
const roles = v.pipe(
  text,
  v.transform((list) => list.split(/[\s,]+/).filter((role) => role !== '')),
);

/** The schema of each raw value. Messages are keys of the locales. */
export const settingSchemas = {
  agentsDisplayInfo: v.picklist(['none', 'name', 'username'], 'errors:settingChoiceUnknown'),
  fileUploadsEnabled: toggle,
  /** Bytes; Infinity when the admin sets no limit (-1). */
  maxFileUploadSize: v.pipe(
    integer,
    v.check((size) => size === -1 || size >= 1, 'errors:settingSizeInvalid'),
    v.transform((size) => (size === -1 ? Infinity : size)),
  ),
  /** Patterns for `acceptsMediaType`. */
  acceptedMediaTypes: readBy(readMediaTypes),
  allowQuoteMessages: toggle,
  /** The status that agents see below their messages. */
  deliveryTicks: v.picklist(['all', 'failures', 'off'], 'errors:settingChoiceUnknown'),
  /** When customers see that their messages were read. */
  readReceipts: v.picklist(['answer', 'taking', 'never'], 'errors:settingChoiceUnknown'),
  /** Minutes. */
  templateRefreshInterval: v.pipe(integer, v.minValue(1, 'errors:settingIntervalTooShort')),
  /** How `POST templateMessage` authenticates a caller, in addition to the private address. */
  templateAccess: v.picklist(['address', 'secret', 'login'], 'errors:settingChoiceUnknown'),
  templateSecret: text,
  templateRoles: roles,
  /** The roles that may send a template to a list. */
  bulkRoles: roles,
  /** For `isHidden`: categories and names of templates, in small letters. */
  hiddenTemplates: v.pipe(
    text,
    v.transform((list) =>
      list
        .toLowerCase()
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ),
  /** An http or https address; undefined when statuses are not sent. */
  messageStatusEndpoint: readBy(readStatusEndpoint),
  messageStatusFilter: v.picklist(['all', 'regular', 'template'], 'errors:settingChoiceUnknown'),
  /** Signs what goes to the endpoint; '' for no signature. */
  messageStatusSecret: text,
  /** Whether the endpoint may be in the workspace's own network. */
  messageStatusPrivate: toggle,
  allowListOptions: toggle,
  listButtonLabel: v.pipe(
    text,
    v.nonEmpty('errors:settingLabelEmpty'),
    v.maxLength(LONGEST_LABEL, 'errors:settingLabelTooLong'),
  ),
  /** Whether customers who write one of the words below get no more messages until they opt in again. */
  respectOptOuts: toggle,
  /** For `readConsentWish`. */
  optOutWords: v.pipe(text, v.transform(readConsentWords)),
  optInWords: v.pipe(text, v.transform(readConsentWords)),
  /** The reminder to customers before their service window closes; '' for none. */
  windowReminder: text,
  /** Whether the app's automatic texts count as an agent's answer. */
  countAutomaticMessages: toggle,
  /** Whether contacts count as verified, because WhatsApp has verified their phones. */
  verifyContacts: toggle,
  /**
   * Whether visitors carry their phone. Rocket.Chat finds contacts only by a visitor's phone, but then anybody who
   * knows the phone may find the visitor.
   */
  keepPhonesOffVisitors: toggle,
  preferredLanguage: v.picklist(
    languages.map(({ tag }) => tag),
    'errors:settingChoiceUnknown',
  ),
  /** Days. Records that wait longer than a week are filed again each week, so fewer than two weeks would lose them. */
  recordRetention: v.pipe(
    integer,
    v.minValue(14, 'errors:settingRetention'),
    v.maxValue(365, 'errors:settingRetention'),
  ),
  apiBaseUrl: readBy(readBaseUrl),
  /** 360dialog's id of a partner, for the sign-up link; undefined for the plain one. */
  partnerId: v.pipe(
    text,
    v.regex(/^[\w-]*$/, 'errors:settingPartnerInvalid'),
    v.transform((id) => id || undefined),
  ),
};

/** The app's settings as handlers use them; units and meanings stand at each schema. */
export type AppSettings = { [Name in keyof typeof settingSchemas]: v.InferOutput<(typeof settingSchemas)[Name]> };
