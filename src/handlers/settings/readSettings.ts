import type { AppSettings } from './AppSettings';
import { readSetting } from './readSetting';
import type { SettingCorrection } from './SettingCorrection';
import { settingIds } from './settingIds';

/** Reads all raw values, by id, as `readSetting` does each. */
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
    apiBaseUrl: read('apiBaseUrl'),
    partnerId: read('partnerId'),
  };
  return { settings, corrections };
}
