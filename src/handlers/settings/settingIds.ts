/** Our name of each setting, and the id that it has in Rocket.Chat. */
export const settingIds = {
  agentsDisplayInfo: 'agents_display_info',
  fileUploadsEnabled: 'file_uploads_enabled',
  maxFileUploadSize: 'max_file_upload_size',
  acceptedMediaTypes: 'accepted_media_types',
  allowQuoteMessages: 'allow_quote_messages',
  templateRefreshInterval: 'template_refresh_interval',
  messageStatusEndpoint: 'message_status_endpoint',
  messageStatusFilter: 'message_status_filter',
  allowListOptions: 'allow_list_options',
  listButtonLabel: 'list_button_label',
  verifyContacts: 'verify_contacts',
  preferredLanguage: 'preferred_language',
  apiBaseUrl: 'api_base_url',
  partnerId: 'partner_id',
} as const;
