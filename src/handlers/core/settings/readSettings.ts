import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import * as v from 'valibot';
import type { Problem, Result } from '../errors/AppError';
import { cleanText } from '../text';
import { settings } from './settings';
import type { AppSettings } from './settingSchemas';
import { settingSchemas } from './settingSchemas';

/** The name of each setting in this app, and its id in Rocket.Chat. */
export const settingIds = {
  agentsDisplayInfo: 'agents_display_info',
  fileUploadsEnabled: 'file_uploads_enabled',
  maxFileUploadSize: 'max_file_upload_size',
  acceptedMediaTypes: 'accepted_media_types',
  allowQuoteMessages: 'allow_quote_messages',
  deliveryTicks: 'delivery_ticks',
  readReceipts: 'read_receipts',
  templateRefreshInterval: 'template_refresh_interval',
  templateAccess: 'template_access',
  templateSecret: 'template_secret',
  templateRoles: 'template_roles',
  bulkRoles: 'bulk_roles',
  hiddenTemplates: 'hidden_templates',
  messageStatusEndpoint: 'message_status_endpoint',
  messageStatusFilter: 'message_status_filter',
  messageStatusSecret: 'message_status_secret',
  messageStatusPrivate: 'message_status_private',
  allowListOptions: 'allow_list_options',
  listButtonLabel: 'list_button_label',
  respectOptOuts: 'respect_opt_outs',
  optOutWords: 'opt_out_words',
  optInWords: 'opt_in_words',
  windowReminder: 'window_reminder',
  countAutomaticMessages: 'count_automatic_messages',
  verifyContacts: 'verify_contacts',
  keepPhonesOffVisitors: 'keep_phones_off_visitors',
  preferredLanguage: 'preferred_language',
  recordRetention: 'record_retention',
  apiBaseUrl: 'api_base_url',
  partnerId: 'partner_id',
} as const;

/** The name of the setting with an id; undefined for a setting of another app. */
export function parseSettingName(id: string): keyof AppSettings | undefined {
  const names = Object.keys(settingIds) as (keyof AppSettings)[];
  return names.find((name) => settingIds[name] === id);
}

/** A stored value that could not be used, and why; the default is used in its place. */
interface SettingCorrection extends Problem {
  /** The id of the setting in Rocket.Chat. */
  id: string;
}

/** Reads all raw values by id, each with `readSetting`. */
export function readSettings(raw: Readonly<Record<string, unknown>>): {
  settings: AppSettings;
  corrections: SettingCorrection[];
} {
  const corrections: SettingCorrection[] = [];

  function read<Name extends keyof AppSettings>(name: Name): AppSettings[Name] {
    const { value, correction } = readSetting(name, raw[settingIds[name]]);
    if (correction) {
      corrections.push(correction);
    }
    return value;
  }

  const settings: AppSettings = {
    agentsDisplayInfo: read('agentsDisplayInfo'),
    fileUploadsEnabled: read('fileUploadsEnabled'),
    maxFileUploadSize: read('maxFileUploadSize'),
    acceptedMediaTypes: read('acceptedMediaTypes'),
    allowQuoteMessages: read('allowQuoteMessages'),
    deliveryTicks: read('deliveryTicks'),
    readReceipts: read('readReceipts'),
    templateRefreshInterval: read('templateRefreshInterval'),
    templateAccess: read('templateAccess'),
    templateSecret: read('templateSecret'),
    templateRoles: read('templateRoles'),
    bulkRoles: read('bulkRoles'),
    hiddenTemplates: read('hiddenTemplates'),
    messageStatusEndpoint: read('messageStatusEndpoint'),
    messageStatusFilter: read('messageStatusFilter'),
    messageStatusSecret: read('messageStatusSecret'),
    messageStatusPrivate: read('messageStatusPrivate'),
    allowListOptions: read('allowListOptions'),
    listButtonLabel: read('listButtonLabel'),
    respectOptOuts: read('respectOptOuts'),
    optOutWords: read('optOutWords'),
    optInWords: read('optInWords'),
    windowReminder: read('windowReminder'),
    countAutomaticMessages: read('countAutomaticMessages'),
    verifyContacts: read('verifyContacts'),
    keepPhonesOffVisitors: read('keepPhonesOffVisitors'),
    preferredLanguage: read('preferredLanguage'),
    recordRetention: read('recordRetention'),
    apiBaseUrl: read('apiBaseUrl'),
    partnerId: read('partnerId'),
  };
  return { settings, corrections };
}

/**
 * Parses one raw value. The default replaces a missing or invalid value, and an invalid one is reported.
 *
 * @throws Error when the schema refuses the default, which is a bug in this app
 */
export function readSetting<Name extends keyof AppSettings>(
  name: Name,
  raw: unknown,
): { value: AppSettings[Name]; correction?: SettingCorrection } {
  const id = settingIds[name];
  const preset: unknown = settings[id]?.packageValue;
  const given = parseSetting(name, raw ?? preset);
  if (given.ok) {
    return { value: given.value };
  }
  const fallback = parseSetting(name, preset);
  if (!fallback.ok) {
    throw new Error(`The default of ${id} is refused by its own schema.`);
  }
  return { value: fallback.value, correction: { id, ...given.error } };
}

/** Reads one raw value, or says what is wrong with it: `params` has the value as it came and, where there is one, the limit. */
export function parseSetting<Name extends keyof AppSettings>(name: Name, raw: unknown): Result<AppSettings[Name]> {
  const parsed = v.safeParse(settingSchemas[name], raw);
  if (parsed.success) {
    // The compiler does not follow a name through a table of schemas.
    return { ok: true, value: parsed.output as AppSettings[Name] };
  }
  const [issue] = parsed.issues;
  return { ok: false, error: { key: issue.message, params: { value: show(issue.input), ...limitOf(issue) } } };
}

function show(input: unknown): string | number {
  return typeof input === 'string' || typeof input === 'number' ? input : JSON.stringify(input ?? null);
}

function limitOf(issue: { requirement?: unknown }): { limit?: number } {
  return typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
}

/**
 * Decides which value of a setting is saved: the new one without surrounding blanks, or the old one when the new one is
 * invalid. The engine ignores errors of this event and would then save the invalid value, so the reason is returned and
 * shown elsewhere.
 */
export function acceptSetting({ oldSetting, newSetting }: ISettingUpdateContext): {
  setting: ISetting;
  problem?: Problem;
} {
  const checked = checkSetting(newSetting.id, newSetting.value);
  const before: unknown = oldSetting.value ?? oldSetting.packageValue;
  return checked.ok
    ? { setting: { ...newSetting, value: checked.value } }
    : { setting: { ...newSetting, value: before }, problem: checked.error };
}

/**
 * Whether a value may be saved; for `onPreSettingUpdate`. The accepted value is the raw one without surrounding blanks
 * and without invisible characters. A setting that is not this app's is accepted as it is.
 */
export function checkSetting(id: string, value: unknown): Result<unknown> {
  const name = parseSettingName(id);
  if (name === undefined) {
    return { ok: true, value };
  }
  const meant = typeof value === 'string' ? cleanText(value) : value;
  const parsed = parseSetting(name, meant);
  return parsed.ok ? { ok: true, value: meant } : parsed;
}
