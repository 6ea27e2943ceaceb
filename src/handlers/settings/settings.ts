import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { languages } from '../../locales/languages';
import { DEFAULT_OPT_IN_WORDS, DEFAULT_OPT_OUT_WORDS } from '../whatsapp/consentWords';

type Definition = Omit<ISetting, 'id' | 'public'>;

/** Labels of choices are keys of the locale `app`, named after the setting and the choice. */
const choices = (name: string, keys: readonly string[]): Definition['values'] =>
  keys.map((key) => ({ key, i18nLabel: `${name}_${key}` }));

/**
 * The settings by their ids, in the order and the sections in which Rocket.Chat shows them. Labels, descriptions and
 * defaults of the product's eleven are the published ones; the others are ours.
 */
export const settings: Readonly<Record<string, Definition>> = {
  agents_display_info: {
    section: 'section_conversations',
    type: SettingType.SELECT,
    packageValue: 'none',
    values: choices('agents_display_info', ['none', 'name', 'username']),
    required: false,
    i18nLabel: 'agents_display_info',
    i18nDescription: 'agents_display_info_description',
  },
  allow_quote_messages: {
    section: 'section_conversations',
    type: SettingType.BOOLEAN,
    packageValue: true,
    required: false,
    i18nLabel: 'allow_quote_messages',
    i18nDescription: 'allow_quote_messages_description',
  },
  delivery_ticks: {
    section: 'section_conversations',
    type: SettingType.SELECT,
    packageValue: 'all',
    values: choices('delivery_ticks', ['all', 'failures', 'off']),
    required: false,
    i18nLabel: 'delivery_ticks',
    i18nDescription: 'delivery_ticks_description',
  },
  read_receipts: {
    section: 'section_conversations',
    type: SettingType.SELECT,
    packageValue: 'answer',
    values: choices('read_receipts', ['answer', 'taking', 'never']),
    required: false,
    i18nLabel: 'read_receipts',
    i18nDescription: 'read_receipts_description',
  },
  count_automatic_messages: {
    section: 'section_conversations',
    type: SettingType.BOOLEAN,
    packageValue: false,
    required: false,
    i18nLabel: 'count_automatic_messages',
    i18nDescription: 'count_automatic_messages_description',
  },
  verify_contacts: {
    section: 'section_conversations',
    type: SettingType.BOOLEAN,
    packageValue: true,
    required: false,
    i18nLabel: 'verify_contacts',
    i18nDescription: 'verify_contacts_description',
  },
  keep_phones_off_visitors: {
    section: 'section_conversations',
    type: SettingType.BOOLEAN,
    packageValue: false,
    required: false,
    i18nLabel: 'keep_phones_off_visitors',
    i18nDescription: 'keep_phones_off_visitors_description',
  },
  preferred_language: {
    section: 'section_conversations',
    type: SettingType.SELECT,
    packageValue: 'en',
    values: choices(
      'language',
      languages.map(({ tag }) => tag),
    ),
    required: true,
    i18nLabel: 'preferred_language',
    i18nDescription: 'preferred_language_description',
  },
  file_uploads_enabled: {
    section: 'section_files',
    type: SettingType.BOOLEAN,
    packageValue: true,
    required: false,
    i18nLabel: 'file_uploads_enabled',
    i18nDescription: 'file_uploads_enabled_description',
  },
  max_file_upload_size: {
    section: 'section_files',
    type: SettingType.NUMBER,
    packageValue: 104_857_600,
    required: false,
    i18nLabel: 'max_file_upload_size',
    i18nDescription: 'max_file_upload_size_description',
  },
  accepted_media_types: {
    section: 'section_files',
    type: SettingType.STRING,
    packageValue: 'image/*, application/pdf, video/*, audio/*',
    required: false,
    i18nLabel: 'accepted_media_types',
    i18nDescription: 'accepted_media_types_description',
  },
  allow_list_options: {
    section: 'section_quick_replies',
    type: SettingType.BOOLEAN,
    packageValue: true,
    required: false,
    i18nLabel: 'allow_list_options',
    i18nDescription: 'allow_list_options_description',
  },
  list_button_label: {
    section: 'section_quick_replies',
    type: SettingType.STRING,
    packageValue: 'Show Options',
    required: true,
    i18nLabel: 'list_button_label',
    i18nDescription: 'list_button_label_description',
  },
  respect_opt_outs: {
    section: 'section_consent',
    type: SettingType.BOOLEAN,
    packageValue: true,
    required: false,
    i18nLabel: 'respect_opt_outs',
    i18nDescription: 'respect_opt_outs_description',
  },
  opt_out_words: {
    section: 'section_consent',
    type: SettingType.STRING,
    packageValue: DEFAULT_OPT_OUT_WORDS,
    required: false,
    i18nLabel: 'opt_out_words',
    i18nDescription: 'opt_out_words_description',
  },
  opt_in_words: {
    section: 'section_consent',
    type: SettingType.STRING,
    packageValue: DEFAULT_OPT_IN_WORDS,
    required: false,
    i18nLabel: 'opt_in_words',
    i18nDescription: 'opt_in_words_description',
  },
  template_refresh_interval: {
    section: 'section_templates',
    type: SettingType.NUMBER,
    packageValue: 30,
    required: true,
    i18nLabel: 'template_refresh_interval',
    i18nDescription: 'template_refresh_interval_description',
  },
  message_status_endpoint: {
    section: 'section_statuses',
    type: SettingType.STRING,
    packageValue: '',
    required: false,
    i18nLabel: 'message_status_endpoint',
    i18nDescription: 'message_status_endpoint_description',
  },
  message_status_filter: {
    section: 'section_statuses',
    type: SettingType.SELECT,
    packageValue: 'all',
    values: choices('message_status_filter', ['all', 'regular', 'template']),
    required: false,
    i18nLabel: 'message_status_filter',
    i18nDescription: 'message_status_filter_description',
  },
  message_status_secret: {
    section: 'section_statuses',
    type: SettingType.PASSWORD,
    packageValue: '',
    required: false,
    i18nLabel: 'message_status_secret',
    i18nDescription: 'message_status_secret_description',
  },
  message_status_private: {
    section: 'section_statuses',
    type: SettingType.BOOLEAN,
    packageValue: false,
    required: false,
    i18nLabel: 'message_status_private',
    i18nDescription: 'message_status_private_description',
  },
  api_base_url: {
    section: 'section_advanced',
    type: SettingType.STRING,
    packageValue: 'https://waba-v2.360dialog.io',
    required: true,
    i18nLabel: 'api_base_url',
    i18nDescription: 'api_base_url_description',
  },
  partner_id: {
    section: 'section_advanced',
    type: SettingType.STRING,
    packageValue: '',
    required: false,
    i18nLabel: 'partner_id',
    i18nDescription: 'partner_id_description',
  },
};
